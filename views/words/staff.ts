import type { Action } from '../../domain/next-action.ts'

/** Staff read English. `todo` ends the subject of an e-mail; with a time behind it where there is one to keep. */
export const staffWords = {
  actions: {
    'read-first': { todo: 'read first', heading: 'Read this form first' },
    'review-referral': { todo: 'read by', heading: 'Read this form and look at the place we hold' },
    'find-another-way': { todo: 'read by', heading: 'Read this form and find a way' },
    'read-form': { todo: 'read by', heading: 'Read this form' },
    'tell-by-phone': { todo: 'call by', heading: 'Call this person' },
    'reach-another-way': { todo: 'reach another way by', heading: 'Reach this person another way' },
    'check-restored': { todo: 'check by', heading: 'Check this request: it came back from a back-up' },
    'read-changes': { todo: 'read changes by', heading: 'Read what changed in this form' },
    'help-now': { todo: 'needs help now', heading: 'This person says they need help now' },
    'call-person': { todo: 'call by', heading: 'This person could use a call' },
    'call-after-missed': { todo: 'call by', heading: 'This person missed a session. Ask how they are' },
    'check-in-by-phone': { todo: 'check in by', heading: 'Call and ask how it is going' },
    'arrange-first-session': { todo: 'arrange by', heading: 'Arrange the first session with the group' },
    'reach-facilitator': { todo: 'reach the group by', heading: 'The group has not answered. Call them' },
    'say-who-came': { todo: 'note by', heading: 'Find out whether this person came' },
    'answer-offer': { todo: 'answer by', heading: 'The person says yes or no' },
    'confirm-referral': { todo: 'answer by', heading: 'The group sets a first session, or says no' },
  } satisfies Record<Action, { todo: string; heading: string }>,
  subject: (reference: string, rest: string) => `[Intake] ${reference} – ${rest}`,
  overdueSince: (time: string) => `late since ${time}`,
  overdueHeading: 'This is late',
  overdue: 'A person was promised this. Do it now, or ask someone who can.',
  reference: 'Reference',
  due: 'Due',
  language: 'Language',
  languages: { en: 'English', es: 'Spanish' },
  digest: {
    subject: (late: number, dueByTonight: number) =>
      `[Intake] Today: ${late} late, ${dueByTonight - late} due`,
    heading: (day: string) => `What waits on ${day}`,
    nothing: 'Nothing waits for you. Enjoy your morning.',
    late: 'Late',
    dueByTonight: 'Due today',
    later: 'Due later',
    open: 'Open the inbox',
  },
  open: 'Open in the console',
  signIn: 'Sign in to see it. This note leaves out everything about the person on purpose.',
}
