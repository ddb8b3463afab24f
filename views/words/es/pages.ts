import { closedMinutes, keptMinutes } from '../../../domain/form/kept-answers.ts'
import { crisisLines } from '../../../domain/person/crisis-lines.ts'
import type * as en from '../en/pages.ts'

const { childAbuse, crisisText, domesticViolence, emergency, lifeline, relay } = crisisLines

export const start: typeof en.start = {
  title: 'Inicio',
  heading: 'Encuentre un grupo de apoyo',
  lead: 'Conteste unas preguntas cortas. Buscaremos un grupo para usted. Una persona lee cada formulario.',
  facts: [
    'Toma unos 5 minutos.',
    'Puede saltarse las preguntas que dicen “opcional”.',
    'No tiene que contarnos lo que le pasó.',
    'No necesita seguro ni identificación.',
    'No guardamos nada hasta que oprima “Enviar mi formulario” al final.',
    `Si para por ${keptMinutes} minutos, borramos sus respuestas para cuidar su privacidad.`,
  ],
  inOtherLanguage: 'Rather read English? Go on in English',
  go: 'Empezar',
  onePageHeading: '¿Prefiere ver todo de una vez?',
  onePage: 'Ver todas las preguntas en una sola página',
  timing:
    'Leemos los formularios en días hábiles y respondemos en 2 días hábiles o menos. No podemos responder de noche ni los fines de semana.',
  call: '¿Prefiere hablar con alguien? Llámenos:',
  safetyHeading: '¿Alguien revisa su teléfono o computadora?',
  safety:
    'Oprima “Salir del sitio” arriba en cualquier página. Borra lo que no ha enviado y abre otro sitio web. No borra el historial de su navegador.',
  toSafety: 'Cómo cuidar su privacidad en internet',
  notForHeading: '¿No sabe si esto es para usted?',
  toNotFor: 'Para qué no es esto, y quién puede ayudar',
}

export const help: typeof en.help = {
  title: 'Líneas de ayuda',
  heading: 'Puede recibir ayuda ahora mismo',
  lead: 'Estas líneas son gratis y están abiertas día y noche. No tiene que dar su nombre.',
  lines: {
    lifeline: {
      action: `Llame al ${lifeline.number} y oprima 2`,
      what: `La Línea ${lifeline.number}. Para cualquier crisis, o cuando necesite hablar. También puede enviar AYUDA al ${lifeline.number} por texto.`,
    },
    emergency: {
      action: `Llame al ${emergency.number}`,
      what: 'Si usted u otra persona está herida o en peligro ahora.',
    },
    domesticViolence: {
      action: `Llame al ${domesticViolence.number}`,
      or: `O envíe ${domesticViolence.text} al ${domesticViolence.textTo}`,
      what: 'Si alguien le hace daño o le da miedo. Línea Nacional contra la Violencia Doméstica.',
    },
    crisisText: {
      action: `Envíe ${crisisText.text.es} al ${crisisText.textTo}`,
      what: 'Línea de Crisis, si prefiere escribir.',
    },
    childAbuse: {
      action: `Llame o escriba al ${childAbuse.number}`,
      what: 'Childhelp, si le hacen daño a un niño o a una niña.',
    },
    relay: {
      action: `Llame al ${relay.number} y pida el ${lifeline.number}`,
      what: 'Para personas sordas o con dificultad para oír.',
    },
  },
  callUs: 'Para hablar sobre un grupo, llámenos en días hábiles:',
  toStart: 'Ir al formulario',
}

export const helpFirst: typeof en.helpFirst = {
  title: 'Antes de enviar',
  heading: 'Puede recibir ayuda ahora mismo',
  lead: 'Gracias por decirnos. Usted merece ayuda hoy y no tiene que esperarnos.',
  truthHeading: 'Lo que hacemos y lo que no hacemos',
  noWatch: 'Nadie está mirando este formulario en este momento. No llamamos al 911 por usted.',
  readFirst: 'Si lo envía, nuestro equipo lo lee primero, en cuanto volvamos al trabajo.',
  yourChoice: 'Usted decide qué hacer ahora. Sus respuestas siguen aquí y todavía no las hemos guardado.',
  send: 'Enviar mi formulario',
  stop: 'Parar aquí',
  stopNote: 'Si para, no guardamos nada.',
}

export const under13: typeof en.under13 = {
  title: 'Pida ayuda a un adulto',
  heading: 'Pida ayuda a un adulto de confianza',
  lead: 'No podemos pedir los datos de un menor de 13 años en este formulario. Su mamá, papá o tutor puede llamarnos, y buscamos ayuda juntos.',
  call: 'Llámenos en días hábiles:',
  notKept: 'No guardamos sus respuestas.',
  alone: 'Usted puede llamar o escribir a estos números a cualquier hora:',
}

export const under18: typeof en.under18 = {
  title: 'Si tiene menos de 18 años',
  heading: 'Si tiene menos de 18 años',
  lead: 'Este formulario todavía no puede buscarle un grupo. Aun así puede recibir ayuda, y nos gustaría hablar con usted.',
  call: 'Llámenos en días hábiles. Le ayudamos a buscar un grupo para su edad:',
  parent:
    'En algunos estados su mamá, papá o tutor tiene que estar de acuerdo antes de que usted entre. Hablamos con usted antes de llamar a un adulto.',
  notKept: 'No guardamos sus respuestas.',
  alone: 'Usted puede llamar o escribir a estos números a cualquier hora:',
}

export const privacy: typeof en.privacy = {
  title: 'Cómo protegemos su privacidad',
  heading: 'Cómo protegemos su privacidad',
  lead: 'Usted decide qué nos cuenta y quién más puede saberlo.',
  before:
    'No guardamos nada antes de que oprima “Enviar mi formulario”. En el camino, cada página nos llega y regresa a usted en seguida.',
  cookie: `Su propio navegador guarda sus respuestas, en una cookie que solo nosotros podemos abrir. La borramos ${keptMinutes} minutos después de su última página. Con todas las preguntas en una sola página, no existe esa cookie. Si oprime “Salir del sitio”, otra cookie mantiene cerradas nuestras páginas por ${closedMinutes} minutos. No dice nada de usted. No usamos programas de otros para ver lo que hace aquí.`,
  contactHeading: 'Cómo nos comunicamos con usted',
  contact: [
    'Solo usamos las formas que usted dijo que son seguras.',
    'Si alguien más puede ver su correo, escribimos muy poco: ni nombres de grupos ni temas.',
    'Nunca le enviamos anuncios y nunca vendemos lo que nos cuenta.',
  ],
  chooseHeading: 'Cómo elegimos un grupo',
  choose:
    'Nos guiamos por lo que usted nos dice que necesita. Si un grupo que le sirve tiene un lugar libre, usted recibe uno. Si le sirven varios, quizás le ofrezcamos primero uno con más lugares. Así otras personas también encuentran uno.',
  linkHeading: 'Su enlace privado',
  link: 'Después de enviar el formulario, usted recibe un enlace privado y un código corto. El enlace solo muestra cómo va todo. El código abre los detalles.',
  goneHeading: 'Cuándo desaparece',
  gone: 'Cuando borramos sus respuestas, las copias de seguridad duran hasta 35 días más. Después también se borran.',
  askHeading: 'Cómo pedirlo',
  ask: 'Para ver, cambiar o borrar lo que guardamos, use su enlace privado y su código. O llámenos y dé su número de referencia:',
}

export const message: typeof en.message = {
  notFound: {
    title: 'No encontramos esa página',
    text: 'No hay una página en esta dirección. Si la escribió, revise cada letra e intente otra vez.',
  },
  linkClosed: {
    title: 'Esta página está cerrada',
    text: 'Ahora no hay nada que ver aquí. Si cree que debería haber algo, llámenos.',
  },
  tooLarge: {
    title: 'Era demasiado texto',
    text: 'Su formulario era muy largo para recibirlo, así que no se envió. Regrese, hágalo más corto y envíelo otra vez.',
  },
  wentWrong: {
    title: 'Algo falló de nuestro lado',
    text: 'Usted no hizo nada mal. Espere un minuto, regrese e intente otra vez. Si envió un formulario, envíelo de nuevo: lo contamos una sola vez.',
  },
  fromElsewhere: {
    title: 'No pudimos recibir este formulario',
    text: 'Se envió desde otro sitio web, así que no lo guardamos. Para su seguridad, empiece otra vez en nuestra página.',
  },
  checkInTooLate: {
    title: 'No pudimos recibir esta respuesta',
    text: 'Las cosas cambiaron desde que preguntamos, así que no guardamos nada. Llámenos y díganos cómo le va.',
  },
  tooManyTries: {
    title: 'Demasiados intentos',
    text: 'Para proteger lo que hay aquí, el código está bloqueado. Llámenos y dé su número de referencia. Podemos ayudarle por teléfono.',
  },
  formUnreadable: {
    title: 'No pudimos leer este formulario',
    text: 'No nos llegó completo, así que no guardamos nada. Regrese y envíelo otra vez, o llámenos.',
  },
  tooManyCodes: {
    title: 'Hoy no hay más códigos',
    text: 'Hoy le enviamos cinco códigos, y no enviamos más en un día. Llámenos y dé el número de referencia. Podemos ayudarle por teléfono.',
  },
  facilitatorEnded: {
    title: 'Aquí no hay nada que hacer',
    text: 'Ya no tiene que hacer nada con este enlace. Si cree que debería hacer algo, llámenos.',
  },
  toStart: 'Ir a la página de inicio',
}
