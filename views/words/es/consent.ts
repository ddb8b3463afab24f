import type { consent as en } from '../en/consent.ts'

export const consent: typeof en = {
  who: {
    label: 'Quién la ve',
    text: 'Nuestro equipo. Si usted dice que sí, los líderes de grupo que elijamos para usted. Nadie más.',
  },
  what: {
    label: 'Qué guardamos',
    text: 'Sus respuestas y lo que pase después, como el grupo que se le ofreció.',
  },
  howLong: {
    label: 'Por cuánto tiempo',
    text: 'La borramos 12 meses después de que termine, o antes si usted lo pide.',
  },
  mustTell: {
    label: 'Cuándo tendríamos que avisar',
    text: 'Si sabemos que se hace daño a un niño o a una persona mayor, o que la vida de alguien está en peligro, la ley puede decir que debemos avisar.',
  },
  rights: {
    label: 'Sus derechos',
    text: 'Puede verla, corregirla o quitar su permiso cuando quiera. Use su enlace privado o llámenos. Decir que no a compartir no afecta su lugar en la lista.',
  },
}
