import type { GoneBecause } from '../../../domain/offered-place.ts'

/** E-mails to the person from the day a place is found for them. Subjects never say what it is about. */
export const letters = {
  appointment: 'Weekly appointment',
  seeDetails: 'See the details',
  weLook: 'We look for another group for you. You do not have to do anything.',
  offer: {
    subject: 'We found something that may fit',
    preheader: 'You can say yes or no.',
    heading: 'We found a group that may fit',
    text: 'Have a look at it when you have a quiet moment. You can say yes or no, and both are fine.',
    until: (time: string) => `The place is kept for you until ${time}.`,
    no: 'If you say no, you lose nothing. We look for another one if you like.',
  },
  offerReminder: {
    subject: (day: string) => `Still yours until ${day}`,
    preheader: 'You can say yes or no.',
    heading: 'The place is still yours',
    text: (time: string) => `It is kept for you until ${time}. You can say yes or no.`,
  },
  saidYes: {
    subject: 'You said yes',
    preheader: 'There is nothing you need to do now.',
    heading: 'You said yes',
    text: 'We are glad. There is nothing you need to do now.',
    told: 'We tell the leader of the group what you agreed to, and no more.',
    notTold: 'Our staff arrange your first day. They do not tell the leader who you are.',
    hears: (date: string) => `You hear from us by the end of ${date}.`,
    change: 'You can change your mind. Say so on the page.',
  },
  placeGone: {
    subject: 'An update on your form',
    preheader: 'You do not have to do anything.',
    'no-answer': {
      heading: 'The place is free again',
      text: 'The time to answer ran out, so we no longer keep it for you. You did nothing wrong.',
    },
    'group-said-no': {
      heading: 'It did not work out this time',
      text: 'The group can’t take you in now. This is not about you. It happens when a group is full or takes a break.',
    },
    'not-there': {
      heading: 'The place is no longer there',
      text: 'The place we told you about is no longer there. You did nothing wrong.',
    },
  } satisfies Record<Exclude<GoneBecause, 'you-said-no' | 'you-stopped'>, object> & Record<string, unknown>,
  invitation: {
    subject: 'Your first day is set',
    preheader: 'When it is, and how to get in.',
    heading: 'Your first day is set',
    changedSubject: 'Your first day has changed',
    changedHeading: 'Your first day has changed',
    text: 'The group knows that someone new is coming.',
    calendar: 'A calendar entry comes with this note. It says only “Weekly appointment”.',
    cannotText: 'Can’t go, or don’t want to? That is fine. Tell us on the page.',
    cannot: 'I can’t go',
  },
  invitationCancelled: {
    subject: 'An update on your first day',
    preheader: 'The weekly appointment is off.',
    heading: 'Your weekly appointment is off',
    'you-said-no': 'You told us that you do not go, so we took it off. Thank you for telling us.',
    'you-stopped': 'You do not go any more, so we took it off. You can come back to us at any time.',
    off: 'The day we wrote to you about is off. You did nothing wrong.',
    calendar: 'If it is in your calendar, this note takes it out.',
  },
  dayBefore: {
    subject: (day: string) => `A reminder for ${day}`,
    preheader: 'When it is, and how to get in.',
    heading: 'Your first day is near',
  },
  missed: {
    subject: 'Thinking of you',
    preheader: 'Your place is still yours.',
    heading: 'You could not make it',
    text: 'That is all right. Things come up. Your place is still yours.',
    next: (time: string) => `The next time is ${time}.`,
    change: 'Would you rather not go, or try another group? Tell us on the page. Both are fine.',
  },
  checkIn: {
    subject: 'Checking in',
    preheader: 'How is it going?',
    heading: 'How is it going?',
    afterFirstDay: {
      days: 'Your first day was a few days ago.',
      week: 'Your first day was about a week ago.',
      month: 'Your first day was about a month ago.',
      longer: 'Your first day was a while ago.',
    },
    afterList: {
      days: 'A few days ago we sent you some groups to try.',
      week: 'About a week ago we sent you some groups to try.',
      month: 'About a month ago we sent you some groups to try.',
      longer: 'A while ago we sent you some groups to try.',
    },
    text: 'We would like to know how you are. Pick what fits, then press the button on the page.',
    last: 'This is the last note we send.',
    stop: 'Stop these notes',
  },
  stillLooking: {
    subject: 'No news yet, still looking',
    preheader: 'You are still on the list.',
    heading: 'We are still looking',
    text: 'There is no free place yet that fits what you asked for. You are still on the list, and we look again each time a place opens.',
    staff: 'A member of our staff now looks at your form once more as well.',
    next: (date: string) => `We write again by ${date}, even if there is no news.`,
  },
}

/** The same for a mailbox that someone else may read: they say nothing. */
export const plainLetters = {
  offer: {
    subject: 'Something for you to look at',
    preheader: 'Look at it when it suits you.',
    heading: 'Something for you to look at',
    text: (time: string) => `It is there for you until ${time}:`,
  },
  offerReminder: {
    subject: (day: string) => `Still there until ${day}`,
    preheader: 'Look at it when it suits you.',
    heading: 'Still there for you',
    text: (time: string) => `You can look at it until ${time}:`,
  },
  saidYes: {
    subject: 'We got your answer',
    preheader: 'Nothing to do now.',
    heading: 'We got your answer',
    text: 'You can see where things are on this page:',
  },
  placeGone: {
    subject: 'An update for you',
    preheader: 'Nothing to do now.',
    heading: 'An update for you',
    text: 'You can see where things are on this page:',
  },
  invitation: {
    subject: 'There is news for you',
    preheader: 'Look at it when it suits you.',
    heading: 'There is news for you',
    text: 'Look at it soon, when it suits you:',
  },
  invitationCancelled: {
    subject: 'A change to tell you about',
    preheader: 'Look at it when it suits you.',
    heading: 'Something has changed',
    text: 'You can see what has changed on this page:',
  },
  dayBefore: {
    subject: 'A reminder for you',
    preheader: 'Look at it today, if you can.',
    heading: 'A reminder for you',
    text: 'Look at it today, if you can:',
  },
  missed: {
    subject: 'A note for you',
    preheader: 'Look at it when it suits you.',
    heading: 'A note for you',
    text: 'All is well. Look at it when it suits you:',
  },
  checkIn: {
    subject: 'Checking in',
    preheader: 'How are you?',
    heading: 'How are you?',
    text: 'If you like, tell us on this page:',
  },
  stillLooking: {
    subject: 'No news yet',
    preheader: 'Nothing to do now.',
    heading: 'No news yet',
    text: 'We have not forgotten you. You can see where things are on this page:',
  },
}
