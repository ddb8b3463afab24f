import type { site as en } from '../en/site.ts'

export const site: typeof en = {
  name: 'Encuentre un grupo',
  skip: 'Ir al contenido principal',
  switchTo: 'English',
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
