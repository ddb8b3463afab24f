import type * as en from '../en/progress.ts'
import { fullStop } from './full-stop.ts'

export const sent: typeof en.sent = {
  title: 'Enviado',
  heading: 'Recibimos su formulario',
  lead: 'Gracias. Pedir ayuda es un gran paso.',
  urgent: 'Nos dijo que tal vez no está a salvo. No tiene que esperarnos:',
  reference: 'Su número de referencia',
  referenceHint: 'Diga este número cuando nos llame.',
  nextHeading: 'Qué sigue',
  read: (date) => `Una persona de nuestro equipo lee su formulario antes de que termine el ${date}.`,
  readFirst: (date) =>
    `Leemos su formulario primero, en cuanto volvamos al trabajo: antes de que termine el ${date}.`,
  look: 'Buscamos un grupo para usted. En unos minutos, su enlace privado puede mostrar grupos abiertos.',
  contact:
    'Le contactamos solo de las formas que eligió. Si no eligió ninguna, regrese con el enlace de esta página.',
  yourChoice: 'Usted dice sí o no a un grupo. Puede cambiar de idea cuando quiera.',
  youDecide: 'Después, usted decide qué sigue. Puede cambiar de idea cuando quiera.',
  linkHeading: 'Su enlace privado',
  link: 'Muestra cómo va todo. Guárdelo si es seguro para usted.',
  openLink: 'Ver cómo va todo',
  codeHeading: 'Su código',
  code: 'Anótelo si es seguro. Junto con el enlace, abre los detalles.',
  sharedHeading: '¿Usa una computadora compartida?',
  shared:
    'Cualquier persona con este enlace puede ver cómo va su solicitud. Anote el número y el código, y cierre esta página. También puede llamarnos.',
}

export const sentForThem: typeof en.sentForThem = {
  lead: 'Gracias. Ayudar a alguien a pedir ayuda es un gran paso.',
  urgent: 'Nos dijo que tal vez esa persona no está a salvo. Usted no tiene que esperarnos:',
  read: (date) => `Una persona de nuestro equipo lee el formulario antes de que termine el ${date}.`,
  readFirst: (date) =>
    `Leemos el formulario primero, en cuanto volvamos al trabajo: antes de que termine el ${date}.`,
  look: 'Buscamos un grupo para esa persona. En unos minutos, el enlace privado puede mostrar grupos abiertos.',
  contact:
    'La contactamos solo de las formas que usted eligió. Si no eligió ninguna, ella regresa con el enlace de esta página.',
  yourChoice: 'Esa persona dice sí o no a un grupo. Puede cambiar de idea cuando quiera.',
  youDecide: 'Después, esa persona decide qué sigue. Puede cambiar de idea cuando quiera.',
  linkHeading: 'El enlace privado de esa persona',
  link: 'Muestra cómo va todo. Déselo a esa persona con el número y el código, de una forma segura para ella.',
  codeHeading: 'El código de esa persona',
}

export const stages: typeof en.stages = {
  received: {
    heading: 'Tenemos su formulario',
    text: 'Ya nos llegó. Regrese a esta página para ver cómo va todo.',
  },
  'being-read': {
    heading: 'Estamos leyendo su formulario',
    text: 'Una persona de nuestro equipo busca un grupo para usted.',
    next: (date) => `Tendrá noticias nuestras antes de que termine el ${date}.`,
  },
  suggested: {
    heading: 'Hay algo para usted',
    text: 'Encontramos grupos abiertos. Puede ir sin inscribirse.',
    next: (date) => `Una persona de nuestro equipo lee su formulario antes de que termine el ${date}.`,
  },
  waiting: {
    heading: 'Está en la lista de espera',
    text: 'Buscamos otra vez cada vez que hay un lugar libre.',
    next: (date) => `Tendrá noticias nuestras a más tardar el ${date}, aunque no haya novedades.`,
  },
  referred: {
    heading: 'Le estamos guardando un lugar',
    text: 'Nuestro equipo se comunicará con usted antes de hacer algo más. Usted puede decir sí o no.',
    next: (date) => `Tendrá noticias nuestras antes de que termine el ${date}.`,
  },
  urgent: {
    heading: 'Leemos su formulario primero',
    text: 'No tiene que esperarnos. Los números de esta página le ayudan ahora.',
    next: (date) => `Lo leemos en cuanto volvamos al trabajo: antes de que termine el ${date}.`,
  },
  offered: {
    heading: 'Hay un lugar que espera su respuesta',
    text: 'Puede decir sí o no. Las dos respuestas están bien.',
    next: (time) => fullStop(`Se lo guardamos hasta el ${time}`),
  },
  accepted: {
    heading: 'Usted dijo que sí',
    text: 'Estamos arreglando su primer día. Todavía puede cambiar de idea.',
    next: (date) => `Tendrá noticias nuestras antes de que termine el ${date}.`,
  },
  scheduled: {
    heading: 'Ya tiene un primer día',
    text: 'Con su código ve dónde es y cómo entrar.',
    next: (date) => `La primera vez es el ${date}.`,
  },
  begun: {
    heading: 'Ya pasó su primer día',
    text: 'Esperamos que le haya ido bien. Llámenos si prefiere algo diferente.',
    next: (date) => `La primera vez fue el ${date}.`,
  },
  attended: {
    heading: 'Usted está en un grupo',
    text: 'Qué bueno que fue. Llámenos cuando necesite algo.',
  },
  missed: {
    heading: 'No pudo ir',
    text: 'Está bien. Su lugar sigue siendo suyo.',
    next: (date) => `Nuestro equipo le pregunta cómo está antes de que termine el ${date}.`,
  },
  closed: {
    heading: 'Su solicitud está cerrada',
    text: 'Puede pedir un grupo otra vez cuando quiera. Llámenos o envíe otro formulario.',
  },
  'closed-attended': {
    heading: 'Su solicitud está cerrada',
    text: 'Usted fue a un grupo, y nos alegra. Si quiere otro, llámenos o envíe otro formulario.',
  },
  'closed-said-no': {
    heading: 'Su solicitud está cerrada',
    text: 'Nos dijo que es suficiente por ahora, y está bien. Puede pedir un grupo otra vez cuando quiera.',
  },
  'closed-quiet': {
    heading: 'Ya no le escribimos',
    text: 'Puede ir a los grupos abiertos cuando quiera. Si prefiere algo diferente, llámenos o envíe otro formulario.',
  },
  'closed-not-reached': {
    heading: 'No pudimos comunicarnos con usted',
    text: 'Lo intentamos varias veces. Si todavía quiere un grupo, llámenos o envíe otro formulario. Nos gustaría saber de usted.',
  },
  'closed-withdrawn': {
    heading: 'Usted retiró su solicitud',
    text: 'Ya nadie se comunica con usted por ella. Puede pedir un grupo otra vez cuando quiera. Llámenos o envíe otro formulario.',
  },
}

export const status: typeof en.status = {
  title: 'Cómo va todo',
  reference: 'Su número de referencia',
  late: 'Nos tardamos más de lo que dijimos. Usted no hizo nada mal. Llámenos:',
  noContact: 'Si nos pidió no contactarle, regrese a esta página.',
  codeHeading: 'Ver los detalles',
  code: '¿Cuál es su código de 4 números?',
  codeHint: 'Lo recibió cuando envió su formulario.',
  open: 'Mostrar los detalles',
  codeProblems: {
    missing: 'Escriba su código de 4 números',
    wrong: 'Ese no es el código. Revise su nota e intente otra vez',
  },
  triesLeft: (tries) => (tries === 1 ? 'Le queda 1 intento' : `Le quedan ${tries} intentos`),
  noCode: '¿No tiene el código? Llámenos y dé su número de referencia:',
}

export const details: typeof en.details = {
  title: 'Sus detalles',
  heldHeading: 'El lugar que le guardamos',
  held: 'Nuestro equipo lo revisa primero. Después le pregunta a usted. Nadie le inscribe si usted no dice que sí. Nuestro equipo le dirá el primer día.',
  heldName: 'Grupo',
  offeredHeading: 'Un lugar para usted',
  offered: 'Puede decir sí o no. Las dos respuestas están bien.',
  toAnswer: 'Decir sí o no',
  yoursHeading: 'Su grupo',
  accepted: 'Usted dijo que sí. Aquí verá el primer día en cuanto lo haya.',
  yours: 'Esto es todo lo que necesita para ir.',
  toPlace: 'Ver más sobre su lugar',
  openHeading: 'Grupos a los que puede ir ya',
  open: 'No tiene que inscribirse. Nadie allí sabe de usted ni de su formulario.',
  alternativesHeading: 'Grupos que también podemos pedir para usted',
  alternatives: 'En estos hace falta un lugar. Díganos si le gustaría alguno.',
  nearMissesHeading: 'Casi, pero no del todo',
  nearMisses: 'Estos le servirían si cambiara una cosa. Díganos si se puede.',
  nothing: 'Todavía no hay un grupo para mostrarle. Una persona de nuestro equipo está buscando.',
  call: 'Llámenos y dé su número de referencia:',
  why: 'Por qué este grupo',
  close: 'Cierre esta página al terminar, sobre todo en un aparato compartido.',
}
