import { crisisLines } from '../../../domain/person/crisis-lines.ts'
import type * as en from '../en/help.ts'

const { childAbuse, crisisText, domesticViolence, emergency, lifeline, relay } = crisisLines

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
