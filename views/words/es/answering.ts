import type * as en from '../en/answering.ts'
import { fullStop } from './full-stop.ts'

export const offer: typeof en.offer = {
  title: 'Para que lo vea',
  codeHeading: 'Hay algo para usted',
  codeLead: 'Para proteger su privacidad, primero le pedimos su código.',
  heading: 'Un grupo para usted',
  lead: 'Tómese su tiempo. Puede decir sí o no. Las dos respuestas están bien.',
  keptUntil: (time) => fullStop(`Le guardamos el lugar hasta el ${time}`),
  groupHeading: 'El grupo',
  doorLater: 'Cuando tenga un primer día, aquí verá cómo entrar.',
  formHeading: 'Su respuesta',
  answer: {
    question: '¿Le gustaría ir?',
    answers: { yes: 'Sí, me gustaría ir', no: 'No, este no' },
  },
  another: {
    question: '¿Buscamos otro grupo?',
    answers: { yes: 'Busquen otro grupo', no: 'No, gracias, es suficiente por ahora' },
  },
  problems: {
    answer: 'Elija sí o no',
    share: 'Elija si podemos hablarle al líder',
    another: 'Elija si buscamos otro grupo',
  },
  send: 'Enviar mi respuesta',
  later: 'Puede cambiar de idea más tarde. Regrese a esta página.',
  call: '¿Prefiere hablar? Llámenos:',
  toStatus: 'Ver cómo va todo',
  places: {
    accepted: {
      heading: 'Usted dijo que sí',
      text: 'Nos alegra. Ahora no tiene que hacer nada.',
      told: 'Le decimos al líder del grupo lo que usted permitió, y nada más.',
      notTold: 'Nuestro equipo arregla su primer día. No le dice al líder quién es usted.',
      hears: (date) => `Tendrá noticias nuestras antes de que termine el ${date}.`,
    },
    scheduled: {
      heading: 'Ya tiene un primer día',
      text: 'El grupo sabe que llega alguien nuevo.',
      when: (time) => fullStop(`La primera vez es el ${time}`),
    },
    begun: {
      heading: 'Ya pasó su primer día',
      text: 'Esperamos que le haya ido bien. El grupo se reúne cada semana y usted puede volver.',
      when: (time) => fullStop(`La primera vez fue el ${time}`),
    },
    attended: {
      heading: 'Usted está en este grupo',
      text: 'Qué bueno que fue. Si deja de ir, díganos. Le buscamos otro grupo cuando quiera.',
    },
    missed: {
      heading: 'No pudo ir',
      text: 'Está bien. Su lugar sigue siendo suyo y puede ir la próxima vez.',
    },
  },
  expectHeading: 'Qué esperar',
  expect: [
    'No tiene que hablar. Puede escuchar.',
    'No tiene que dar su nombre completo.',
    'Puede irse cuando quiera, y puede volver.',
  ],
  takeBack: {
    before: {
      heading: '¿Cambió de idea?',
      text: 'Puede retirar su sí. Está bien, y no pierde nada.',
    },
    after: {
      heading: '¿No puede o no quiere ir?',
      text: 'Si solo el día no le sirve, llámenos. Si este grupo no es para usted, díganos aquí. Las dos cosas están bien.',
    },
    send: 'Dejar el lugar',
  },
  gone: {
    'no-answer': {
      heading: 'Este lugar está libre otra vez',
      text: 'Se acabó el tiempo para contestar, así que ya no se lo guardamos. Usted no hizo nada mal.',
    },
    'you-said-no': {
      heading: 'Usted dijo que no a este grupo',
      text: 'Gracias por decirnos. Está bien decir que no.',
    },
    'you-stopped': {
      heading: 'Usted ya no va a este grupo',
      text: 'Gracias por decirnos. Puede volver a llamarnos cuando quiera.',
    },
    'group-said-no': {
      heading: 'El grupo no puede recibirle ahora',
      text: 'No es por usted. Pasa cuando un grupo está lleno o hace una pausa.',
    },
    'not-there': {
      heading: 'Este lugar ya no está',
      text: 'Usted no hizo nada mal. No pudimos guardarle este lugar.',
    },
  },
  afterGone: {
    looking: 'Le buscamos otro grupo. Usted no tiene que hacer nada.',
    'another-place': 'Hay algo nuevo para usted. Vea cómo va todo.',
    closed: 'Ahora no buscamos un grupo. Si más adelante quiere uno, llámenos o envíe otro formulario.',
  },
}

export const checkIn: typeof en.checkIn = {
  title: '¿Cómo va?',
  heading: '¿Cómo le va?',
  lead: 'Elija lo que más se parezca. No hay respuestas malas.',
  question: '¿Cómo está todo para usted?',
  hint: 'No se envía nada antes de que oprima el botón.',
  answers: {
    'going-well': 'Va bien',
    'could-use-a-call': 'Me ayudaría hablar con alguien',
    'another-group': 'Me gustaría otro grupo',
    'not-going': 'No voy, y está bien',
    'need-help-now': 'Necesito ayuda ahora',
    stop: 'No me pregunten más',
  },
  missing: 'Elija una respuesta',
  send: 'Enviar mi respuesta',
  helpHeading: 'No tiene que esperarnos',
  noWatch: 'Nadie está mirando esta página en este momento. No llamamos al 911 por usted.',
  call: '¿Prefiere hablar? Llámenos en días hábiles:',
  change: 'Cambiar mi respuesta',
  toStatus: 'Ver cómo va todo',
  staffRead: (time) => fullStop(`Ya avisamos a nuestro equipo. Lo lee a más tardar el ${time}`),
  staffReach: (date) =>
    `Nuestro equipo se comunica antes de que termine el ${date}, solo de las formas que usted dijo que son seguras.`,
  thanks: {
    'going-well': { heading: 'Qué bueno', text: 'Gracias por decirnos.' },
    'could-use-a-call': {
      heading: 'Nos comunicaremos con usted',
      text: 'Gracias por decirnos. Qué bueno que lo pide.',
    },
    'another-group': {
      heading: 'Buscamos otro grupo',
      text: 'Gracias por decirnos. No todos los grupos convienen, y está bien.',
    },
    'not-going': {
      heading: 'Está bien',
      text: 'Gracias por decirnos. Ya no le escribimos. Puede volver cuando quiera.',
    },
    'need-help-now': {
      heading: 'Puede recibir ayuda ahora mismo',
      text: 'Gracias por decirnos. No tiene que esperarnos.',
    },
    stop: { heading: 'Ya no le preguntamos', text: 'De todos modos puede llamarnos cuando quiera.' },
  },
}

export const stop: typeof en.stop = {
  title: 'Preguntas',
  ask: {
    heading: '¿Quiere que dejemos de preguntar?',
    text: 'Oprima el botón y ya no le preguntamos cómo le va.',
  },
  stopped: { heading: 'Ya no le preguntamos', text: 'No recibirá más preguntas nuestras.' },
  send: 'Dejar de preguntar',
  stays: 'Lo demás no cambia. Si hay un lugar para usted, sigue siendo suyo.',
  call: 'Si nos necesita, llame al:',
}
