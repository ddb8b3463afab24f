/** E-mails to a group's leader, whose language we do not know: English. They say nothing of the person, not even why. */
export const facilitatorEmails = {
  reference: 'Reference',
  group: 'Your group',
  answerBy: 'Answer by',
  wasDue: 'It was due',
  open: 'Open the page',
  nothingHere: 'This note leaves out everything about the person on purpose.',
  toldWhy: (organisation: string) =>
    `You get this note because you lead a group that ${organisation} works with.`,
  questions: 'Questions, or not for you? Call us:',
  referral: {
    subject: (reference: string, day: string) => `New referral ${reference} – please answer by ${day}`,
    heading: 'Someone would like to join your group',
    text: 'Open the page to see what they need. Then set their first session, or say no. Both answers help.',
  },
  reminder: {
    subject: (reference: string) => `Reminder: ${reference} waits for your answer`,
    answer: {
      heading: 'Someone is still waiting',
      text: 'Someone would like to join your group. Set their first session, or say no. Both answers help.',
    },
    attendance: {
      heading: 'Did they come?',
      text: 'Tell us if they came to the first session. Then we know how to help them on.',
    },
    next: 'If we do not hear from you in a day, our staff call you.',
  },
  attendance: {
    subject: (reference: string) => `${reference}: did they come?`,
    heading: 'Did they come?',
    text: 'The first session is over. Tell us if they came. If they did not, that is all right: our staff ask how they are.',
  },
  code: {
    subject: (reference: string) => `Your code for ${reference}`,
    heading: 'Your code',
    label: 'Code',
    text: 'Type it on the page where you asked for it. It works once.',
    until: 'It works until',
    notYou: 'If you did not ask for it, do nothing and tell no one the code.',
  },
  contactChanged: {
    subject: (reference: string) => `${reference}: look before you reach out`,
    heading: 'How to reach someone has changed',
    text: 'Open the page before you call or write to this person again. Use only the ways that it shows now. If it shows none, do not reach out.',
  },
  consentEnded: {
    subject: (reference: string) => `${reference}: an OK was taken back`,
    heading: 'Keep what you know to yourself',
    text: 'This person took back their OK to share with you. Do not use what you learned from us, tell no one, and do not reach out to them.',
    place:
      'Their place stays theirs, and they may still come. Our staff do the rest: you have nothing more to do.',
  },
  ended: {
    subject: (reference: string) => `${reference}: nothing more to do`,
    heading: 'There is nothing more to do',
    text: (reference: string) =>
      `You do not need to do anything more for ${reference}. Thank you for being there.`,
    notKept: (reference: string) =>
      `We no longer keep anything about ${reference}. If they still come, nothing changes for them. But we now count one more free place in your group. If it is full, call us.`,
  },
}
