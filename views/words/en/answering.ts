import type { CheckInAnswer } from '../../../domain/way/follow-up.ts'
import type { AfterGone, GoneBecause, OfferedPlace } from '../../../domain/way/offered-place.ts'

/** What a person reads and answers once there is a place for them. */
export const offer = {
  title: 'For you to look at',
  codeHeading: 'Something for you to look at',
  codeLead: 'To keep this private, we ask for your code first.',
  heading: 'A group for you to look at',
  lead: 'Take your time. You can say yes or no. Both are fine.',
  keptUntil: (time: string) => `The place is kept for you until ${time}.`,
  groupHeading: 'The group',
  doorLater: 'When you have a first day, you will see here how to get in.',
  formHeading: 'Your answer',
  answer: {
    question: 'Would you like to go?',
    answers: { yes: 'Yes, I would like to go', no: 'No, not this one' },
  },
  another: {
    question: 'Should we look for another group?',
    answers: { yes: 'Look for another group', no: 'No, thank you, that is enough for now' },
  },
  problems: {
    answer: 'Pick yes or no',
    share: 'Pick whether we may tell the leader',
    another: 'Pick whether we should look for another group',
  },
  send: 'Send my answer',
  later: 'You can change your mind later. Come back to this page.',
  call: 'Rather talk? Call us:',
  toStatus: 'See where things are',
  places: {
    accepted: {
      heading: 'You said yes',
      text: 'We are glad. There is nothing you need to do now.',
      told: 'We tell the leader of the group what you agreed to, and no more.',
      notTold: 'Our staff arrange your first day. They do not tell the leader who you are.',
      hears: (date: string) => `You hear from us by the end of ${date}.`,
    },
    scheduled: {
      heading: 'Your first day is set',
      text: 'The group knows that someone new is coming.',
      when: (time: string) => `The first time is ${time}.`,
    },
    begun: {
      heading: 'Your first day has been',
      text: 'We hope it went well. The group meets each week, and you can go again.',
      when: (time: string) => `The first time was ${time}.`,
    },
    attended: {
      heading: 'You are in this group',
      text: 'It is good that you went. If you stop going, tell us. We look for another group whenever you like.',
    },
    missed: {
      heading: 'You could not make it',
      text: 'That is all right. Your place is still yours, and you can go the next time.',
    },
  } satisfies Record<Exclude<OfferedPlace['is'], 'to-answer' | 'gone'>, object>,
  expectHeading: 'What to expect',
  expect: [
    'You do not have to talk. You can listen.',
    'You do not have to give your full name.',
    'You can leave at any time, and you can come back.',
  ],
  takeBack: {
    before: {
      heading: 'Changed your mind?',
      text: 'You can take your yes back. That is fine, and you lose nothing.',
    },
    after: {
      heading: 'Can’t go, or don’t want to?',
      text: 'If only the day is wrong, call us. If this group is not for you, tell us here. Both are fine.',
    },
    send: 'Give the place back',
  },
  gone: {
    'no-answer': {
      heading: 'This place is free again',
      text: 'The time to answer ran out, so we no longer keep it for you. You did nothing wrong.',
    },
    'you-said-no': {
      heading: 'You said no to this group',
      text: 'Thank you for telling us. Saying no is fine.',
    },
    'you-stopped': {
      heading: 'You no longer go to this group',
      text: 'Thank you for telling us. You can come back to us at any time.',
    },
    'group-said-no': {
      heading: 'The group can’t take you in now',
      text: 'This is not about you. It happens when a group is full or takes a break.',
    },
    'not-there': {
      heading: 'This place is no longer there',
      text: 'You did nothing wrong. We could not keep this place for you.',
    },
  } satisfies Record<GoneBecause, object>,
  afterGone: {
    looking: 'We look for another group for you. You do not have to do anything.',
    'another-place': 'There is something new for you. See where things are.',
    closed: 'We do not look for a group now. If you want one later, call us or send a new form.',
  } satisfies Record<AfterGone, string>,
}

export const checkIn = {
  title: 'Checking in',
  heading: 'How is it going?',
  lead: 'Pick what fits best. There is no wrong answer.',
  question: 'How are things for you?',
  hint: 'Nothing is sent before you press the button.',
  answers: {
    'going-well': 'It is going well',
    'could-use-a-call': 'I could use a call',
    'another-group': 'I would like another group',
    'not-going': 'I don’t go, and that is fine',
    'need-help-now': 'I need help now',
    stop: 'Do not ask me again',
  } satisfies Record<CheckInAnswer, string>,
  missing: 'Pick one answer',
  send: 'Send my answer',
  helpHeading: 'You do not have to wait for us',
  noWatch: 'No one is watching this page right now. We do not call 911 for you.',
  call: 'Rather talk? Call us on business days:',
  change: 'Change my answer',
  toStatus: 'See where things are',
  staffRead: (time: string) => `We have told our staff. They read it by ${time}.`,
  staffReach: (date: string) =>
    `Our staff reach out by the end of ${date}, only in the ways you said are safe.`,
  thanks: {
    'going-well': { heading: 'That is good to hear', text: 'Thank you for telling us.' },
    'could-use-a-call': {
      heading: 'We will be in touch',
      text: 'Thank you for telling us. It is good that you ask.',
    },
    'another-group': {
      heading: 'We look for another group',
      text: 'Thank you for telling us. Not every group fits, and that is fine.',
    },
    'not-going': {
      heading: 'That is fine',
      text: 'Thank you for telling us. We do not write any more. You can come back whenever you like.',
    },
    'need-help-now': {
      heading: 'You can get help right now',
      text: 'Thank you for telling us. You do not have to wait for us.',
    },
    stop: { heading: 'We do not ask again', text: 'You can still call us whenever you like.' },
  } satisfies Record<CheckInAnswer, { heading: string; text: string }>,
}

export const stop = {
  title: 'Check-ins',
  ask: {
    heading: 'Do you want us to stop asking?',
    text: 'Press the button, and we do not ask again how it is going.',
  },
  stopped: { heading: 'We do not ask again', text: 'You get no more check-ins from us.' },
  send: 'Stop asking',
  stays: 'Nothing else changes. If there is a place for you, it stays yours.',
  call: 'If you need us, call:',
}
