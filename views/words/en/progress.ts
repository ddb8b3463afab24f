import type { Stage } from '../../../domain/way/stage.ts'

/** The pages after "Send". */
export const sent = {
  title: 'Sent',
  heading: 'We got your form',
  lead: 'Thank you. Asking for help is a big step.',
  urgent: 'You told us you may not be safe. You do not have to wait for us:',
  reference: 'Your reference number',
  referenceHint: 'Say this number when you call us.',
  nextHeading: 'What happens next',
  read: (date: string) => `A member of our staff reads your form by the end of ${date}.`,
  readFirst: (date: string) =>
    `Staff read your form first, as soon as we are at work again: by the end of ${date}.`,
  look: 'We look for a group that fits you. Your private link may show open groups in a few minutes.',
  contact: 'We contact you only in the ways you picked. If you picked none, come back to this page’s link.',
  yourChoice: 'You say yes or no to a group. You can change your mind at any time.',
  youDecide: 'After that, you decide what happens. You can change your mind at any time.',
  linkHeading: 'Your private link',
  link: 'It shows where things are. Save it if that is safe for you.',
  openLink: 'See where things are',
  codeHeading: 'Your code',
  code: 'Write it down if that is safe. With the link, it opens the details.',
  sharedHeading: 'On a shared computer?',
  shared:
    'Anyone with this link can see where things stand. Write down the number and the code, then close this page. You can also call us.',
}

/** What is said otherwise to someone who filled in the form for another person. */
export const sentForThem = {
  lead: 'Thank you. Helping someone to ask is a big step.',
  urgent: 'You told us that they may not be safe. You do not have to wait for us:',
  read: (date: string) => `A member of our staff reads the form by the end of ${date}.`,
  readFirst: (date: string) =>
    `Staff read the form first, as soon as we are at work again: by the end of ${date}.`,
  look: 'We look for a group that fits them. The private link may show open groups in a few minutes.',
  contact:
    'We contact them only in the ways you picked. If you picked none, they come back to this page’s link.',
  yourChoice: 'They say yes or no to a group. They can change their mind at any time.',
  youDecide: 'After that, they decide what happens. They can change their mind at any time.',
  linkHeading: 'Their private link',
  link: 'It shows where things are. Give it to them with the number and the code, in a way that is safe for them.',
  codeHeading: 'Their code',
}

export const stages = {
  received: {
    heading: 'We have your form',
    text: 'It has reached us. Come back to this page to see where things are.',
  },
  'being-read': {
    heading: 'Your form is being read',
    text: 'A member of our staff is looking for a group for you.',
    next: (date: string) => `You hear from us by the end of ${date}.`,
  },
  suggested: {
    heading: 'There is something for you to look at',
    text: 'We found open groups. You can go without signing up.',
    next: (date: string) => `A member of our staff reads your form by the end of ${date}.`,
  },
  waiting: {
    heading: 'You are on the waiting list',
    text: 'We look again each time a place opens.',
    next: (date: string) => `You hear from us by ${date}, even if there is no news.`,
  },
  referred: {
    heading: 'A place is being held for you',
    text: 'Our staff will be in touch before anything else happens. You can say yes or no.',
    next: (date: string) => `You hear from us by the end of ${date}.`,
  },
  urgent: {
    heading: 'Staff read your form first',
    text: 'You do not have to wait for us. The numbers on this page help you now.',
    next: (date: string) => `Staff read it as soon as we are at work again: by the end of ${date}.`,
  },
  offered: {
    heading: 'There is a place for you to answer',
    text: 'You can say yes or no. Both are fine.',
    next: (time: string) => `It is kept for you until ${time}.`,
  },
  accepted: {
    heading: 'You said yes',
    text: 'Your first day is being arranged. You can still change your mind.',
    next: (date: string) => `You hear from us by the end of ${date}.`,
  },
  scheduled: {
    heading: 'Your first day is set',
    text: 'With your code you see where it is and how to get in.',
    next: (date: string) => `The first time is ${date}.`,
  },
  begun: {
    heading: 'Your first day has been',
    text: 'We hope it went well. Call us if you would like something else.',
    next: (date: string) => `The first time was ${date}.`,
  },
  attended: {
    heading: 'You are in a group',
    text: 'It is good that you went. Call us whenever you need something.',
  },
  missed: {
    heading: 'You could not make it',
    text: 'That is all right. Your place is still yours.',
    next: (date: string) => `Our staff ask how you are by the end of ${date}.`,
  },
  closed: {
    heading: 'Your request is closed',
    text: 'You can ask again whenever you like. Call us or send a new form.',
  },
  'closed-attended': {
    heading: 'Your request is closed',
    text: 'You went to a group, and we are glad. If you want another one, call us or send a new form.',
  },
  'closed-said-no': {
    heading: 'Your request is closed',
    text: 'You told us that it is enough for now, and that is fine. You can ask again whenever you like.',
  },
  'closed-quiet': {
    heading: 'We do not write any more',
    text: 'You can go to the open groups whenever you like. If you want something else, call us or send a new form.',
  },
  'closed-not-reached': {
    heading: 'We could not reach you',
    text: 'We tried a few times. If you still want a group, call us or send a new form. We would like to hear from you.',
  },
  'closed-withdrawn': {
    heading: 'You took your request back',
    text: 'Nobody contacts you about it any more. You can ask again whenever you like. Call us or send a new form.',
  },
} satisfies Record<Stage, object>

export const status = {
  title: 'Where things are',
  reference: 'Your reference number',
  late: 'We are later than we said. You did nothing wrong. Call us:',
  noContact: 'If you asked us not to contact you, come back to this page instead.',
  codeHeading: 'See the details',
  code: 'What is your 4-digit code?',
  codeHint: 'You got it when you sent your form.',
  open: 'Show the details',
  codeProblems: {
    missing: 'Enter your 4-digit code',
    wrong: 'That is not the code. Look at your note and try again',
  },
  triesLeft: (tries: number) => (tries === 1 ? '1 try left' : `${tries} tries left`),
  noCode: 'No code? Call us and give your reference number:',
}

export const details = {
  title: 'Your details',
  heldHeading: 'The place we hold',
  held: 'Our staff look at it first. Then they ask you. Nobody signs you up without your yes. Staff will tell you the first day.',
  heldName: 'Group',
  offeredHeading: 'A place for you',
  offered: 'You can say yes or no. Both are fine.',
  toAnswer: 'Say yes or no',
  yoursHeading: 'Your group',
  accepted: 'You said yes. You see the first day here as soon as it is set.',
  yours: 'This is all you need to go there.',
  toPlace: 'See more about your place',
  openHeading: 'Groups you can go to now',
  open: 'You do not need to sign up. Nobody there knows about you or your form.',
  alternativesHeading: 'Groups we can also ask for you',
  alternatives: 'These need a place. Tell us if you would like one of them.',
  nearMissesHeading: 'Close, but not quite',
  nearMisses: 'These would fit if one thing were different. Tell us if it could be.',
  nothing: 'There is no group to show you yet. A member of our staff is looking.',
  call: 'Call us and give your reference number:',
  why: 'Why this group',
  close: 'Close this page when you are done, especially on a shared device.',
}
