import type * as en from '../en/site.ts'

export const site: typeof en.site = {
  name: 'Encuentre un grupo',
  skip: 'Ir al contenido principal',
  switchTo: 'English',
  leave: 'Salir del sitio',
  leaving: 'Cargando',
  errorPrefix: 'Error: ',
  optional: '(opcional)',
  crisis: {
    label: 'Ayuda ahora mismo',
    inCrisis: '¿Está en crisis? Llame al',
    inCrisisAfter: ' y oprima 2, a toda hora, gratis.',
    inDanger: '¿Hay peligro? Llame al',
    inDangerAfter: '.',
    more: 'Más formas de recibir ayuda ahora',
  },
  safetyLink: 'Cómo cuidar su privacidad en internet',
  notForLink: 'Para qué no es esto',
  accessibilityLink: 'Accesibilidad',
  privacyLink: 'Cómo protegemos su privacidad',
  callUs: '¿Tiene preguntas? Llámenos:',
  runBy: 'Este formulario es de',
}

export const closed: typeof en.closed = {
  title: 'Página cerrada',
  open: 'Abrirla otra vez',
  came: {
    arrived: 'Lo que envió nos llegó.',
    'not-taken': 'No se envió nada. Ábrala otra vez y envíe de nuevo.',
  },
}
