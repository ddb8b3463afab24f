import { closedMinutes, keptMinutes } from '../../../domain/form/kept-answers.ts'
import type * as en from '../en/before-sending.ts'

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
