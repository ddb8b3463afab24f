import type * as en from '../en/meeting.ts'

export const meeting: typeof en.meeting = {
  when: 'Cuándo',
  next: 'Próxima vez',
  first: 'Primera vez',
  where: 'Dónde',
  online: 'En línea',
  join: 'Entrar en línea',
  dialIn: 'Por teléfono',
  howToJoin: 'Cómo entrar',
  goodToKnow: 'Conviene saber',
  more: 'Más sobre este grupo',
  how: 'Cómo se reúne',
  callToAsk: 'Vea la página del grupo o llámenos para preguntar.',
  video: 'En línea, por video',
  phone: 'Por teléfono',
  inPerson: 'En persona',
}
