import type { SafeContact } from '../../../domain/person/safe-contact.ts'
import type { GroupDeclineReason } from '../../../domain/way/facilitator-says.ts'

type Labels<Answer extends string> = Record<Answer, string>

/** The pages of a group's leader. They are not the person, so “they” is the person throughout. */
export const facilitator = {
  title: 'A referral for your group',
  group: 'Your group',
  reference: 'Reference number',
  door: {
    heading: 'A referral for your group',
    asked: {
      answer: 'Someone would like to join your group. Tell us if they can, and when they first come.',
      attendance: 'Tell us after the first session if the person came.',
      nothing: 'You have nothing to answer right now. You can still tell us if something changes.',
    },
    by: (day: string) => `Answer by ${day}.`,
    late: (day: string) => `The answer was due on ${day}. It still helps today.`,
    codeHeading: 'See the referral',
    why: 'We keep this person’s details behind a code. We send it to the email that we have for you.',
    send: 'Send me a code',
    sent: 'We sent a code to the email that we have for you. It works once, for 10 minutes.',
    code: 'What is your 6-digit code?',
    codeHint: 'If it does not come, look in your spam folder.',
    open: 'Open the referral',
    another: 'Send me a new code',
    noCode: 'No code, or is this not for you? Call us and give the reference number:',
    problems: {
      missing: 'Enter the 6 digits of your code',
      wrong: 'That is not the code. Look at the newest email and try again',
      none: 'Ask for a code first',
      expired: 'This code is too old. Ask for a new one',
      used: 'This code was used before. Ask for a new one',
      locked: 'Too many wrong tries, so this code is locked. Ask for a new one',
      pass: 'The page was open for more than 30 minutes, so we closed it. Ask for a new code to go on',
    },
  },
  card: {
    heading: 'Referral',
    safeHeading: 'Before you contact this person',
    safeLead: 'Use only the ways listed here. Any other way could put them at risk.',
    none: 'Do not contact this person. They asked for that, and look at our page when it is safe.',
    unread:
      'Do not contact this person yet. They sent us new details, and our staff are reading them. Call us first:',
    text: 'Text message',
    call: 'Phone call',
    email: 'Email',
    voicemail: {
      'say-who-you-are': 'You can leave a message and say who you are.',
      'name-and-number-only': 'In a message, say only a first name and a number. Do not name the group.',
      'no-message': 'Do not leave a message.',
    } satisfies Labels<NonNullable<SafeContact['voicemail']>>,
    hours: {
      mornings: 'Mornings are safe.',
      afternoons: 'Afternoons are safe.',
      evenings: 'Evenings are safe.',
      'text-first': 'Text first, and call only when they say so.',
    } satisfies Labels<SafeContact['safeHours'][number]>,
    shared: 'Someone else may read it. Keep it very plain: do not name the group or what it is for.',
    private: 'Only they read it.',
    askedHeading: 'What they asked for',
    name: 'What to call them',
    topics: 'Support with',
    access: 'What helps them take part',
    language: 'Language',
    times: 'When they can come',
    days: 'Days that work best',
    otherTimes: 'Times beside these may work too.',
    notSure: 'Not sure yet',
    somethingElse: 'Something else',
    standsHeading: 'Where things stand',
    stands: {
      accepted: () => 'They said yes to your group. No first session is set yet.',
      scheduled: (when: string) => `First session: ${when}.`,
      'no-show': (when: string) => `They did not come on ${when}.`,
      attended: () => 'They came. Thank you for making room for them.',
    },
    agreedHeading: 'What they agreed to',
    agreed: {
      person: (day: string) =>
        `On ${day} they agreed that you may know their name, how to reach them and what they need.`,
      staff: (day: string) =>
        `On ${day} they told our staff that you may know their name, how to reach them and what they need.`,
    },
    agreedScope: 'This is for you and this group only. Do not pass it on. They can take it back at any time.',
    notice: 'The law says of these details:',
    close: 'Close this page when you are done, so that no one else sees it.',
    showAgain: 'Show this page again',
  },
  forms: {
    first: {
      accepted: {
        heading: 'Yes, they can join',
        lead: 'Pick when they first come. We let them know in a way that is safe.',
        send: 'Set the first session',
      },
      scheduled: {
        heading: 'Move the first session',
        lead: 'Pick the new day. We let them know in a way that is safe.',
        send: 'Move the session',
      },
      'no-show': {
        heading: 'Set another session',
        lead: 'If they would like to try again, pick a day. We let them know in a way that is safe.',
        send: 'Set this session',
      },
    },
    session: 'When do they first come?',
    other: 'Another date and time',
    date: 'Date',
    time: 'Time',
    timeHint: (zone: string) => `By the clock of your group: ${zone}.`,
    problems: {
      required: 'Pick a session, or pick “Another date and time”',
      'date-format': 'Enter a date, like 12/1/2026',
      'time-format': 'Enter a time, like 7:00 pm',
      passed: 'This day has passed. Pick one that is still to come',
      'too-late': 'Pick a day within the next 6 months',
      because: 'Tell us why it does not work',
    },
    decline: {
      heading: 'No, they cannot join',
      note: 'We do not tell them why. We look for another group for them at once.',
      question: 'Why does it not work?',
      answers: {
        full: 'The group is full',
        'not-suitable': 'The group is not right for what they need',
        'not-taking-people': 'The group takes no new people now',
        other: 'A different reason',
      } satisfies Labels<GroupDeclineReason>,
      send: 'Say no',
    },
    attendance: {
      heading: 'Did they come?',
      note: 'If not, that is all right. We send them a kind note, and our staff ask how they are.',
      came: 'They came',
      missed: 'They did not come',
      cameAfterAll: 'They came after all',
    },
    leave: {
      heading: 'Do they still come?',
      note: 'If they stopped, tell us. We free the place, and our staff ask them how they are.',
      send: 'They no longer come',
    },
  },
  said: {
    'first-session': 'Thank you. The first session is set.',
    came: 'Thank you. We noted that they came.',
    missed: 'Thank you for telling us. Our staff ask them how they are.',
    'not-possible': 'Things have changed meanwhile, so we did nothing. This is how they stand now.',
  },
  ended: {
    title: 'There is nothing more to do',
    because: {
      declined: 'Thank you for your answer. We look for another group for them.',
      'no-longer-comes': 'Thank you for telling us. Their place is free again.',
      person: 'The person told us that they are not coming.',
      staff: 'Our staff ended this referral.',
      facilitator: 'You told us so, and we noted it.',
    },
    nothing: 'You do not need to do anything more for this reference number.',
  },
}
