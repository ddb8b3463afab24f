import { newEmail } from '../../domain/letters/email.ts'
import type { Decision } from '../../domain/matching/decision.ts'
import type { TrailEntry } from '../../domain/records/trail.ts'
import { seenOf } from '../../domain/staff/seen.ts'
import { type StepName, stepNames } from '../../domain/staff/step.ts'
import { intakeAfter, outcomeOf } from '../../domain/way/outcome.ts'
import { type Referral, proposedReferral } from '../../domain/way/referral.ts'
import type { StaffFrame } from '../../views/staff/frame.ts'
import type { RequestFacts } from '../../views/staff/request/request-facts.ts'
import { aMoment, aSafeContact, anIntake } from './builders.ts'
import { aSuggestion } from './suggestions.ts'

/** A request with something in every part of its page; a test spoils the one thing it is about. */

const now = '2026-11-25T17:00:00.000Z'
const moment = aMoment()

export const aStaffFrame = (given: Partial<StaffFrame> = {}): StaffFrame => ({
  base: '/prod',
  organisationName: 'Lakeshore Recovery',
  staff: { name: 'Ada Brook', role: 'coordinator', csrfToken: 'a.token' },
  ...given,
})

const aDecision = (given: Partial<Decision> = {}): Decision => ({
  policy: 1,
  pricesVersion: 12,
  decidedAt: now,
  home: { latitude: 41.9, longitude: -87.6, timeZone: 'America/Chicago', usState: 'IL' },
  groupsConsidered: 12,
  held: aSuggestion(),
  isFull: false,
  alternatives: [aSuggestion({ groupId: 'other', name: 'Other Evenings' })],
  openMeetings: [aSuggestion({ groupId: 'open', name: 'Open Door' })],
  nearMisses: [{ groupId: 'near', name: 'Nearly There', exclusions: [{ rule: 'too-far', miles: 23 }] }],
  excluded: { 'too-far': 3, 'other-topic': 7 },
  ...given,
})

export const aReferral = (given: Partial<Referral> = {}): Referral => ({
  ...proposedReferral(
    {
      referralId: '019ab123-4567-7abc-8def-0123456789ac',
      intakeId: anIntake().intakeId,
      suggestion: aSuggestion(),
    },
    { owner: 'staff', action: 'review-referral', dueAt: '2026-11-24T23:00:00.000Z' },
    now,
  ),
  ...given,
})

const anEntry = (
  event: TrailEntry['event'],
  by: TrailEntry['by'],
  codes: TrailEntry['codes'],
): TrailEntry => ({
  schema: 1,
  subjectId: anIntake().intakeId,
  entryId: event,
  at: now,
  by,
  event,
  codes,
  consentVersion: null,
})

/** `typed` stands wherever a person or a member of staff can write. */
export const aRequestPage = (
  given: Partial<RequestFacts> = {},
  typed = 'Robin Vale',
): RequestFacts & { possible: ReadonlySet<StepName> } => {
  const asks = {
    name: typed,
    note: typed,
    otherLanguage: null,
    helper: { name: typed, phone: '+13125550123' },
    wishes: { women: 'must', captions: 'nice' },
  } as const
  const safeContact = aSafeContact({
    channels: ['call', 'email'],
    phone: '+13125550123',
    voicemail: 'no-message',
    safeHours: ['evenings'],
    emailPrivacy: 'shared',
  })
  const submitted = anIntake({ asks, safeContact })
  const decision = aDecision({ held: aSuggestion({ notes: typed }) })
  const kept = intakeAfter(
    submitted,
    decision,
    outcomeOf(submitted, decision, moment.now, moment.office),
    moment,
  )
  const referral = aReferral()
  const intake = {
    ...kept,
    referralId: referral.referralId,
    next: { owner: 'staff', action: 'call-person', dueAt: now } as const,
    notes: [{ at: now, staffId: 'ada', text: typed }],
    attempts: [{ at: now, staffId: 'gone', channel: 'call' as const }],
    sentAgain: [
      {
        receivedAt: now,
        answersHash: 'other',
        request: { ...kept.request, name: `${typed} again`, topics: ['grief' as const] },
        safeContact: aSafeContact({ emailPrivacy: 'private' }),
      },
    ],
  }
  const email = newEmail(
    {
      subjectId: intake.intakeId,
      occurrence: 'receipt#first',
      emailId: 'an-id',
      template: 'receipt',
      to: 'person',
    },
    now,
  )
  return {
    intake,
    referral,
    referrals: [referral],
    emails: [{ ...email, state: 'cancelled', cancelledBecause: 'not-safe-to-mail' }],
    trail: [
      anEntry('placed', 'machine', { groupId: referral.groupId }),
      anEntry('task-done', 'staff', { staffId: 'ada', action: 'read-form' }),
      anEntry('page-seen', 'staff', { staffId: 'ada' }),
    ],
    unread: 0,
    names: new Map([['ada', 'Ada Brook']]),
    possible: new Set(stepNames),
    seen: seenOf({ intake, referral }),
    now,
    timeZone: 'America/Chicago',
    done: null,
    returned: null,
    meanwhile: null,
    ...given,
  }
}
