import { Temporal } from 'temporal-polyfill'

import type { Group } from '../../domain/groups/group.ts'
import { chooseGroup } from '../../domain/matching/choose-group.ts'
import type { Home } from '../../domain/matching/decision.ts'
import type { Asking } from '../../domain/matching/eligibility.ts'
import type { SafeContact } from '../../domain/person/safe-contact.ts'
import type { PlacePrices } from '../../domain/placing/place-prices.ts'
import type { Moment } from '../../domain/time/moment.ts'
import type { Office } from '../../domain/time/working-days.ts'
import type { Change, Standing } from '../../domain/way/change.ts'
import type { Intake, Request, SubmittedIntake } from '../../domain/way/intake.ts'
import type { Invitation } from '../../domain/way/invitation.ts'
import { intakeAfter, outcomeOf } from '../../domain/way/outcome.ts'
import { type Referral, proposedReferral } from '../../domain/way/referral.ts'

/** Everything here is right as it stands; a test spoils the one thing it is about. */

export const monday9am = Temporal.Instant.from('2026-11-23T17:00:00Z')

export const anOffice = (given: Partial<Office> = {}): Office => ({
  timeZone: 'America/Los_Angeles',
  closedDays: [],
  ...given,
})

export const aMoment = (given: Partial<Moment> = {}): Moment => ({
  now: monday9am,
  office: anOffice(),
  cadence: [-1, 3, 7, 30, 90],
  ...given,
})

const sanJose: Home = {
  latitude: 37.345,
  longitude: -121.884,
  timeZone: 'America/Los_Angeles',
  usState: 'CA',
}

const aRequest = (given: Partial<Request> = {}): Request => ({
  who: 'me',
  age: '25-64',
  safety: 'safe',
  topics: ['trauma'],
  meet: ['in-person', 'video'],
  zip: '95112',
  usState: null,
  travelMiles: 10,
  times: ['weekday-evening'],
  days: [],
  timesStrength: 'must',
  wishes: {},
  otherLanguage: null,
  name: 'Robin Vale',
  note: null,
  helper: null,
  ...given,
})

export const aSafeContact = (given: Partial<SafeContact> = {}): SafeContact => ({
  channels: ['email'],
  phone: null,
  voicemail: null,
  safeHours: [],
  email: 'robin.vale@example.org',
  emailPrivacy: 'private',
  askedAt: '2026-11-23T17:00:00.000Z',
  ...given,
})

export const anIntake = (
  given: Partial<SubmittedIntake> & { asks?: Partial<Request> } = {},
): SubmittedIntake => {
  const { asks, ...rest } = given
  return {
    intakeId: '019ab123-4567-7abc-8def-0123456789ab',
    reference: '7KQ-4M2-XR5',
    receivedAt: '2026-11-23T17:00:00.000Z',
    language: 'en',
    request: aRequest(asks),
    safeContact: aSafeContact(),
    consent: {
      textVersion: '2026-11-1',
      language: 'en',
      givenAt: '2026-11-23T17:00:00.000Z',
      signedAs: 'Robin Vale',
      keep: true,
      share: 'ask-first',
      checkIn: true,
    },
    emailHash: 'hash-of-robin',
    phoneHash: null,
    answersHash: 'first-answers',
    mayBeAutomated: false,
    ...rest,
  }
}

/** A therapist-led trauma group in San Jose, Tuesdays at 7 pm, with places. */
export const aGroup = (given: Partial<Group> = {}): Group => ({
  schema: 1,
  groupId: 'riverside/steady-ground',
  feedId: 'riverside',
  externalId: 'steady-ground',
  status: 'active',
  placesTaken: 0,
  version: 1,
  verifiedAt: '2026-11-01T00:00:00.000Z',
  name: 'Steady Ground',
  programme: null,
  topics: ['trauma'],
  ledBy: 'therapist',
  keptFor: [],
  offers: [],
  languages: ['en'],
  minimumAge: 18,
  maximumAge: null,
  formats: ['in-person'],
  timeZone: 'America/Los_Angeles',
  sessions: [{ weekday: 2, startsAt: '19:00', durationMinutes: 90 }],
  startsOn: null,
  venue: {
    name: 'Riverside House',
    address: '1 Alder Street, San Jose, CA 95112',
    latitude: 37.345,
    longitude: -121.884,
  },
  online: null,
  enrolment: 'places',
  capacity: 8,
  costCents: 0,
  licensedStates: null,
  notes: null,
  url: null,
  facilitator: null,
  ...given,
})

/** Prices of this night by the group's id, in points. */
export const placePrices = (points: Readonly<Record<string, number>>): PlacePrices => ({
  version: 7,
  setAt: '2026-11-23T10:00:00.000Z',
  byGroup: Object.fromEntries(
    Object.entries(points).map(([groupId, price]) => [groupId, { points: price, people: 14, places: 3 }]),
  ),
})

/** An open twelve-step meeting, which anyone walks into. */
export const anOpenMeeting = (given: Partial<Group> = {}): Group =>
  aGroup({
    groupId: 'aa-valley/evening-light',
    feedId: 'aa-valley',
    externalId: 'evening-light',
    name: 'Evening Light',
    programme: 'aa',
    topics: ['drinking'],
    ledBy: 'peer',
    offers: ['twelve-step', 'peer-led', 'free'],
    minimumAge: null,
    enrolment: 'open',
    capacity: 0,
    ...given,
  })

export const asking = (given: Partial<Asking> & { asks?: Partial<Request> } = {}): Asking => {
  const { asks, ...rest } = given
  return { request: aRequest(asks), language: 'en', home: sanJose, now: monday9am, excluding: [], ...rest }
}

const aDecisionFor = (groups: readonly Group[]) => chooseGroup(asking(), groups)

/** A referral to Steady Ground, proposed by the machine; `given` moves it on. */
export const aReferral = (given: Partial<Referral> = {}): Referral => {
  const { held } = aDecisionFor([aGroup()])
  if (!held) throw new Error('The group of the builders suits the person of the builders.')
  const referral = proposedReferral(
    {
      referralId: '019ab123-4567-7abc-8def-00000000000a',
      intakeId: anIntake().intakeId,
      suggestion: held,
    },
    { owner: 'staff', action: 'review-referral', dueAt: '2026-11-25T01:00:00.000Z' },
    '2026-11-23T17:00:00.000Z',
  )
  return { ...referral, ...given }
}

/** An intake as it is kept, of someone for whom a place is held; `asks` changes what they asked for. */
export const aKeptIntake = (given: Partial<Intake> & { asks?: Partial<Request> } = {}): Intake => {
  const { asks, ...rest } = given
  const intake = anIntake(asks ? { asks } : {})
  const decision = aDecisionFor([aGroup()])
  const moment = aMoment()
  const outcome = outcomeOf(intake, decision, moment.now, moment.office)
  return {
    ...intakeAfter(intake, decision, outcome, moment),
    referralId: aReferral().referralId,
    ...rest,
  }
}

/** Robin, for whom a place in Steady Ground is held, and whose leader Dana Reed can be written to. */
export const aStanding = (
  given: { intake?: Partial<Intake> & { asks?: Partial<Request> }; referral?: Partial<Referral> | null } = {},
): Standing => ({
  intake: aKeptIntake({
    ...(given.referral === null ? { referralId: null } : { state: 'referred', next: null }),
    ...given.intake,
  }),
  referral: given.referral === null ? null : aReferral(given.referral),
  group: aGroup({ facilitator: { name: 'Dana Reed', email: 'dana@example.org' } }),
})

/** What a yes leaves on a referral whose leader may be told. */
export const told: Partial<Referral> = {
  consent: {
    textVersion: '1',
    language: 'en',
    givenAt: '2026-11-23T17:00:00.000Z',
    heardBy: 'person',
    share: true,
  },
  facilitator: { name: 'Dana Reed', email: 'dana@example.org' },
}

/** The same person one step on. */
export const after = (standing: Standing, change: Change): Standing => ({
  ...standing,
  intake: change.intake,
  referral: change.freesPlace ? null : change.referral,
})

/** An hour and a half every Tuesday at seven in the evening, by the clock in Chicago. */
export const anInvitation = (given: Partial<Invitation> = {}): Invitation => ({
  uid: '019ab123-4567-7abc-8def-0000000000aa@circle.example.org',
  sequence: 0,
  isCancelled: false,
  title: 'Appointment',
  startsAt: '2026-10-28T00:00:00Z',
  timeZone: 'America/Chicago',
  durationMinutes: 90,
  weekly: true,
  where: '12 Elm Street',
  description: null,
  language: 'en',
  ...given,
})
