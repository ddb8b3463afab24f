import type { Email } from '../letters/email.ts'
import type { Suggestion } from '../matching/decision.ts'
import type { TrailEntry, TrailEvent } from '../records/trail.ts'
import type { FollowUp } from '../way/follow-up.ts'
import type { Channel, Intake, IntakeState, Request } from '../way/intake.ts'
import type { Referral } from '../way/referral.ts'
import { type Choice, consentHistory } from './consent-history.ts'
import type { Language } from './language.ts'
import type { SafeContact } from './safe-contact.ts'

/** Staff who sign in and out have a trail of their own. */
const ofStaff = ['signed-in', 'signed-out', 'signed-out-everywhere', 'sign-in-refused'] as const

/** What the trail of a person can hold. */
export type AboutSomeone = Exclude<TrailEvent, (typeof ofStaff)[number]>

/**
 * Everything that is kept about a person, as they get it when they ask. It has no ids and no hashes of ours, which say
 * nothing to them, and does not name those of staff who did something.
 */
export interface Kept {
  reference: string
  receivedAt: string
  language: Language
  state: IntakeState
  ended: { because: string; at: string } | null
  answers: Request
  safeContact: SafeContact
  /** The form, where it was sent again and the later answers are not in use. */
  sentAgain: { receivedAt: string; answers: Request; safeContact: SafeContact }[]
  signedAs: string
  consents: Choice[]
  /** What the machine found, by the names of the groups. */
  found: {
    at: string
    placeIn: string | null
    otherGroups: string[]
    openGroups: string[]
    nearly: string[]
  } | null
  waitingSince: string | null
  places: KeptPlace[]
  checkIns: Pick<FollowUp, 'next' | 'open' | 'answers' | 'stopped'> | null
  triesToReachYou: { at: string; how: Channel }[]
  staffNotes: { at: string; text: string }[]
  notesSent: ({ about: Email['template']; at: string } & Pick<Email, 'to' | 'state'>)[]
  history: KeptEvent[]
}

interface KeptPlace {
  group: string
  since: string
  state: Referral['state']
  firstDayAt: string | null
  leaderWasTold: boolean
  ended: { because: string; by: string; at: string } | null
}

interface KeptEvent {
  at: string
  by: TrailEntry['by']
  what: AboutSomeone
  group?: string
  details: Record<string, string>
}

interface Held {
  intake: Intake
  referrals: readonly Referral[]
  emails: readonly Email[]
  trail: readonly TrailEntry[]
}

const named = (groups: readonly Pick<Suggestion, 'name'>[]) => groups.map(({ name }) => name)

const foundIn = ({ decision }: Intake): Kept['found'] =>
  decision && {
    at: decision.decidedAt,
    placeIn: decision.held?.name ?? null,
    otherGroups: named(decision.alternatives),
    openGroups: named(decision.openMeetings),
    nearly: named(decision.nearMisses),
  }

const placeOf = ({
  suggestion,
  proposedAt,
  state,
  firstSessionAt,
  consent,
  facilitator,
  ended,
}: Referral) => ({
  group: suggestion.name,
  since: proposedAt,
  state,
  firstDayAt: firstSessionAt,
  leaderWasTold: facilitator !== null && (consent?.share === true || consent?.takenBackAt !== undefined),
  ended: ended && { ...ended },
})

/** Codes that mean something to the person; the others are ids of ours. */
const telling = [
  'template',
  'to',
  'because',
  'answer',
  'action',
  'channel',
  'purpose',
  'fields',
  'share',
  'day',
] as const

const aboutStaff: ReadonlySet<TrailEvent> = new Set(ofStaff)

const isAboutSomeone = (event: TrailEvent): event is AboutSomeone => !aboutStaff.has(event)

const eventOf = ({ at, by, event, codes }: TrailEntry, groups: ReadonlyMap<string, string>): KeptEvent[] => {
  if (!isAboutSomeone(event)) return []
  const group = groups.get(codes['groupId'] ?? '')
  const details = telling.flatMap((name) => {
    const code = codes[name]
    return code === undefined ? [] : [[name, code]]
  })
  return [
    { at, by, what: event, ...(group !== undefined && { group }), details: Object.fromEntries(details) },
  ]
}

const groupNames = ({ intake: { decision }, referrals }: Held): ReadonlyMap<string, string> =>
  new Map(
    [
      ...(decision?.held ? [decision.held] : []),
      ...(decision?.alternatives ?? []),
      ...referrals.map(({ suggestion }) => suggestion),
    ].map(({ groupId, name }) => [groupId, name]),
  )

const checkInsOf = ({ followUp }: Intake): Kept['checkIns'] => {
  if (followUp === null) return null
  const { next, open, answers, stopped } = followUp
  return { next, open, answers, stopped }
}

export const keptAbout = (held: Held): Kept => {
  const { intake, referrals, emails, trail } = held
  const groups = groupNames(held)
  return {
    reference: intake.reference,
    receivedAt: intake.receivedAt,
    language: intake.language,
    state: intake.state,
    ended: intake.closed,
    answers: intake.request,
    safeContact: intake.safeContact,
    sentAgain: intake.sentAgain.map(({ receivedAt, request, safeContact }) => ({
      receivedAt,
      answers: request,
      safeContact,
    })),
    signedAs: intake.consent.signedAs,
    consents: consentHistory(intake, referrals),
    found: foundIn(intake),
    waitingSince: intake.waiting?.since ?? null,
    places: referrals.map(placeOf),
    checkIns: checkInsOf(intake),
    triesToReachYou: intake.attempts.map(({ at, channel }) => ({ at, how: channel })),
    staffNotes: intake.notes.map(({ at, text }) => ({ at, text })),
    notesSent: emails.map(({ template, to, state, dueAt }) => ({ about: template, to, state, at: dueAt })),
    history: trail.flatMap((entry) => eventOf(entry, groups)),
  }
}
