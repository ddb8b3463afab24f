import type { emails as en } from '../en/emails.ts'

export const emails: typeof en = {
  hello: (name) => `Hola, ${name}:`,
  helloOnly: 'Hola:',
  reference: 'Su número de referencia',
  seeWhere: 'Ver cómo va todo',
  safeWays: 'Le contactamos solo de las formas que usted dijo que son seguras.',
  questions: '¿Tiene preguntas? Llámenos:',
  from: (organisation) =>
    `Recibe esta nota porque esta dirección está en un formulario que llegó a ${organisation}.`,
  notYou: 'Si no sabe de qué se trata, no tiene que hacer nada.',
  now: '¿Necesita ayuda ahora mismo? Llame al 988 y oprima 2, a toda hora, gratis. ¿Hay peligro? Llame al 911.',
  urgent:
    'Nos dijo que tal vez no está a salvo. No tiene que esperarnos. Llame al 988 y oprima 2, a toda hora. ¿Hay peligro? Llame al 911.',
  receipt: {
    subject: (reference) => `Recibimos su formulario · ${reference}`,
    preheader: (date) => `Una persona lo lee antes de que termine el ${date}.`,
    heading: 'Recibimos su formulario',
    read: (date) =>
      `Gracias por escribirnos. Una persona de nuestro equipo lee su formulario antes de que termine el ${date}.`,
    readFirst: (date) =>
      `Leemos su formulario primero, en cuanto volvamos al trabajo: antes de que termine el ${date}.`,
    nextHeading: 'Qué sigue',
    next: ['Buscamos un grupo para usted.', 'Usted dice sí o no. Puede cambiar de idea cuando quiera.'],
    nextUrgent: ['Después, usted decide qué sigue. Puede cambiar de idea cuando quiera.'],
    link: 'Su enlace privado muestra cómo va todo. Para ver los detalles necesita su código de 4 números.',
  },
  suggestions: {
    subject: (reference) => `Encontramos algo para usted · ${reference}`,
    preheader: 'Puede ir sin inscribirse.',
    heading: 'Grupos a los que puede ir',
    lead: 'Recibimos su formulario y encontramos grupos abiertos para usted. No tiene que inscribirse. Nadie allí sabe de usted.',
    waiting: 'También está en nuestra lista de espera. Buscamos otra vez cada vez que hay un lugar libre.',
    why: 'Por qué',
    nextHeading: 'Qué sigue',
    read: (date) => `Una persona de nuestro equipo lee su formulario antes de que termine el ${date}.`,
    noFit: 'Si ninguno le convence, llámenos. Está bien, y buscamos otra vez.',
  },
  plain: {
    receipt: {
      subject: 'Recibimos su solicitud',
      preheader: 'No tiene que hacer nada ahora.',
      heading: 'Recibimos su solicitud',
      text: 'Puede ver cómo va todo en esta página:',
    },
    suggestions: {
      subject: 'Hay algo para usted',
      preheader: 'Véalo cuando le convenga.',
      heading: 'Hay algo para usted',
      text: 'Véalo cuando le convenga:',
    },
    open: 'Abrir la página',
    reference: 'Número',
  },
}
