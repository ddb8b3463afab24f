import type * as en from '../en/message.ts'

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
