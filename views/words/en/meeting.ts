/** How to go to a group, on pages and in e-mails. */
export const meeting = {
  when: 'When',
  next: 'Next time',
  first: 'First time',
  where: 'Where',
  online: 'Online',
  join: 'Join online',
  dialIn: 'By phone',
  howToJoin: 'How to join',
  goodToKnow: 'Good to know',
  more: 'More about this group',
  how: 'How it meets',
  callToAsk: 'Look at the group’s page, or call us to ask.',
  video: 'Online, by video',
  phone: 'By phone',
  inPerson: 'In person',
}
