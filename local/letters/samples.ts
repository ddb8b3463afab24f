import type { Template } from '../../domain/letters/email.ts'
import type { Intake } from '../../domain/way/intake.ts'
import { type StaffAction, staffActions } from '../../domain/way/next-action.ts'
import type { Referral } from '../../domain/way/referral.ts'
import {
  acceptedUntil,
  askedAfter,
  ended,
  groups,
  lastFriday,
  offered,
  overSince,
  place,
  robin,
  scheduled,
  sampleNow,
  thursday,
} from './people.ts'

/** How things stand when a letter is written, and what of them makes it another letter than the one before. */
export interface Sample {
  what: string
  intake?: Partial<Intake>
  referral?: Referral
  action?: StaffAction
  /** How many requests wait for staff. */
  waiting?: { late: number; dueByTonight: number; all: number }
}

const { request, decision } = robin('en', false)
const unsafe: Partial<Intake> = { state: 'urgent', request: { ...request, safety: 'might-hurt' } }
const noPlace: Partial<Intake> = { referralId: null, state: 'suggested' }
const listOf = (...openMeetings: (keyof typeof groups)[]): Partial<Intake> => ({
  ...noPlace,
  decision: decision && { ...decision, openMeetings: openMeetings.map((name) => groups[name]) },
})
const accepted = acceptedUntil(thursday)
const doorCode = { issuedAt: sampleNow.toString(), misses: 0, sentOn: '2026-11-23', sent: 1, used: false }

const sessions: Sample[] = [
  { what: 'in person', referral: scheduled() },
  { what: 'by video, from another time zone', referral: scheduled(groups.byVideo) },
  { what: 'by phone', referral: scheduled(groups.byPhone) },
]

const gone: Sample[] = [
  { what: 'nobody answered', referral: place({ state: 'expired' }) },
  { what: 'the group said no', referral: ended('facilitator', 'full') },
  { what: 'it is no longer there', referral: ended('staff', 'other') },
]

const tasksDue = (dueAt: string) =>
  staffActions.map((action): Sample => ({
    what: action,
    action,
    intake: { state: 'needs-staff', next: { owner: 'staff', action, dueAt } },
  }))

const checkIns = [3, 7, 30, 90].flatMap((day): Sample[] => [
  { what: `day ${day}`, intake: askedAfter(day, day === 90), referral: scheduled() },
  { what: `day ${day} after a list`, intake: { ...noPlace, ...askedAfter(day, day === 90) } },
])

const waits: Partial<Intake> = {
  ...noPlace,
  state: 'waiting',
  waiting: { since: thursday, lookAt: thursday, newsAt: '2026-12-23T17:00:00.000Z' },
}

/** Every letter there is, in every shape that it has. A template without one does not compile. */
export const samples: Record<Template, readonly Sample[]> = {
  receipt: [{ what: 'usual' }, { what: 'may not be safe', intake: unsafe }],
  suggestions: [
    { what: 'three groups', intake: listOf('inPerson', 'byVideo', 'byPhone') },
    { what: 'one group, and waiting', intake: { ...listOf('byVideo'), state: 'waiting' } },
  ],
  offer: [{ what: 'usual', referral: offered }],
  'offer-reminder': [{ what: 'usual', referral: offered }],
  'said-yes': [
    { what: 'the leader is told', referral: accepted },
    {
      what: 'the leader is not told',
      referral: place({
        state: 'accepted',
        facilitator: null,
        next: { owner: 'staff', action: 'arrange-first-session', dueAt: thursday },
      }),
    },
  ],
  'place-gone': gone,
  invitation: [
    ...sessions,
    { what: 'the day has changed', referral: scheduled(groups.inPerson, { invitations: 2 }) },
  ],
  'invitation-cancelled': [
    { what: 'the person said no', referral: ended('person', 'person-says-no') },
    {
      what: 'the person stopped',
      referral: place({
        ...ended('person', 'other'),
        state: 'completed',
        ended: { because: 'no-longer-comes', by: 'person', at: thursday },
      }),
    },
    { what: 'the group is off', referral: ended('staff', 'other') },
  ],
  'day-before': sessions,
  missed: [
    { what: 'in person', referral: place({ state: 'no-show' }) },
    { what: 'by video, from another time zone', referral: place({ state: 'no-show' }, groups.byVideo) },
  ],
  'check-in': checkIns,
  'still-looking': [{ what: 'usual', intake: waits }],
  erased: [
    { what: 'usual', intake: { ...noPlace, state: 'erased' } },
    { what: 'with an appointment', intake: { state: 'erased' }, referral: scheduled() },
  ],
  'facilitator-referral': [{ what: 'usual', referral: accepted }],
  'facilitator-reminder': [
    { what: 'to answer', referral: acceptedUntil(lastFriday) },
    { what: 'to say who came', referral: overSince(lastFriday) },
  ],
  'facilitator-attendance': [{ what: 'usual', referral: overSince(thursday) }],
  'facilitator-code': [{ what: 'usual', referral: { ...accepted, doorCode } }],
  'facilitator-contact-changed': [{ what: 'usual', referral: accepted }],
  'facilitator-consent-ended': [{ what: 'usual', referral: accepted }],
  'facilitator-ended': [
    { what: 'usual', referral: ended('person', 'person-says-no') },
    {
      what: 'kept no longer',
      referral: place({
        state: 'withdrawn',
        ended: { because: 'kept-long-enough', by: 'machine', at: thursday },
      }),
    },
  ],
  'staff-next-action': tasksDue(thursday),
  'staff-overdue': tasksDue(lastFriday),
  'staff-digest': [
    { what: 'a full morning', waiting: { late: 2, dueByTonight: 9, all: 31 } },
    { what: 'nothing waits', waiting: { late: 0, dueByTonight: 0, all: 0 } },
  ],
}
