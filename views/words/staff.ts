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
    'read-changes': { todo: 'read changes by', heading: 'Read what changed in this form' },
  } satisfies Record<Action, { todo: string; heading: string }>,
  subject: (reference: string, rest: string) => `[Intake] ${reference} – ${rest}`,
  overdueSince: (time: string) => `late since ${time}`,
  overdueHeading: 'This is late',
  overdue: 'A person was promised this. Do it now, or ask someone who can.',
  reference: 'Reference',
  due: 'Due',
  language: 'Language',
  languages: { en: 'English', es: 'Spanish' },
  open: 'Open in the console',
  signIn: 'Sign in to see it. This note leaves out everything about the person on purpose.',
}
