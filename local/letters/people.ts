import type { Decision, Suggestion } from '../../domain/matching/decision.ts'
import type { Language } from '../../domain/person/language.ts'
import { instantOf } from '../../domain/time/moment.ts'
import { planFollowUp } from '../../domain/way/follow-up.ts'
import type { Intake } from '../../domain/way/intake.ts'
import type { Referral } from '../../domain/way/referral.ts'

/*
 * Invented people and groups, for letters that are only looked at. Numbers with 555-01 and addresses below example.org
 * are kept for fiction.
 */

/** A Monday, at nine in the morning in California. */
const now = '2026-11-23T17:00:00.000Z'
export const sampleNow = instantOf(now)
export const thursday = '2026-11-27T01:00:00.000Z'
export const lastFriday = '2026-11-21T01:00:00.000Z'
const tuesdayEvening = '2026-12-02T03:00:00.000Z'

const inPerson: Suggestion = {
  groupId: 'riverside/steady-ground',
  groupVersion: 1,
  name: 'Steady Ground',
  format: 'in-person',
  sessions: [{ weekday: 2, startsAt: '19:00', durationMinutes: 90 }],
  timeZone: 'America/Los_Angeles',
  nextSessionAt: '2026-11-25T03:00:00Z',
  venue: { name: 'Riverside House', address: '1 Alder Street, San Jose, CA 95112' },
  online: null,
  url: null,
  notes: 'Ring the bell with the blue circle. There is a waiting room.',
  score: 58,
  reasons: [
    { because: 'topic', points: 40 },
    { because: 'near', points: 10, miles: 2 },
    { because: 'wish', points: 8, wish: 'captions' },
  ],
}

/** Ahead of the reader's clock by three hours, so that the letter has to say whose time it means. */
const byVideo: Suggestion = {
  ...inPerson,
  groupId: 'eastern/night-owls',
  name: 'Night Owls',
  format: 'video',
  sessions: [
    { weekday: 1, startsAt: '21:00', durationMinutes: 60 },
    { weekday: 4, startsAt: '21:00', durationMinutes: 60 },
  ],
  timeZone: 'America/New_York',
  nextSessionAt: '2026-11-24T02:00:00Z',
  venue: null,
  online: {
    url: 'https://meet.example.org/night-owls?room=4',
    phone: '+14085550121',
    notes: 'Password: owl',
  },
  url: 'https://example.org/meetings/night-owls',
  notes: null,
  reasons: [{ because: 'soon', points: 5 }],
}

const byPhone: Suggestion = {
  ...byVideo,
  groupId: 'eastern/first-light',
  name: 'First Light by Phone',
  format: 'phone',
  online: { url: null, phone: '+14085550188', notes: 'Code 5550199' },
  url: null,
  reasons: [{ because: 'topic', points: 40 }],
}

export const groups = { inPerson, byVideo, byPhone }

const decision: Decision = {
  policy: 1,
  decidedAt: now,
  home: { latitude: 37.345, longitude: -121.884, timeZone: 'America/Los_Angeles', usState: 'CA' },
  groupsConsidered: 14,
  pricesVersion: null,
  held: inPerson,
  isFull: false,
  alternatives: [],
  excluded: {},
  openMeetings: [{ ...inPerson, name: 'Willow Street Evening Steps' }, byVideo, byPhone],
  nearMisses: [],
}

/** Robin, who asked for a group; with `isPlain`, someone else may read Robin's mail. */
export const robin = (language: Language, isPlain: boolean, given: Partial<Intake> = {}): Intake => ({
  schema: 1,
  intakeId: '019ab123-4567-7abc-8def-0123456789ab',
  reference: '7KQ-4M2-XR5',
  receivedAt: now,
  language,
  request: {
    who: 'me',
    age: '25-64',
    safety: 'safe',
    topics: ['trauma'],
    meet: ['in-person', 'video', 'phone'],
    zip: '95112',
    usState: null,
    travelMiles: 10,
    times: ['weekday-evening'],
    days: [],
    timesStrength: 'must',
    wishes: {},
    otherLanguage: null,
    name: 'Robin',
    note: null,
    helper: null,
  },
  safeContact: {
    channels: ['email'],
    phone: null,
    voicemail: null,
    safeHours: [],
    email: 'robin@example.org',
    emailPrivacy: isPlain ? 'shared' : 'private',
    askedAt: now,
  },
  consent: {
    textVersion: '1',
    language,
    givenAt: now,
    signedAs: 'Robin',
    keep: true,
    share: 'ask-first',
    checkIn: true,
  },
  emailHash: null,
  phoneHash: null,
  answersHash: '',
  mayBeAutomated: false,
  state: 'referred',
  needsStaffBecause: null,
  next: null,
  alsoNext: [],
  decision,
  referralId: '019ab123-4567-7abc-8def-00000000000a',
  tried: [],
  waiting: null,
  followUp: null,
  attempts: [],
  notes: [],
  closed: null,
  consentsTakenBack: [],
  erasing: null,
  sentAgain: [],
  codeMisses: 0,
  revision: 0,
  ...given,
})

/** Robin's way to a group, whose leader is told of it; `given` says how far it has come. */
export const place = (given: Partial<Referral>, suggestion = inPerson): Referral => ({
  schema: 1,
  referralId: '019ab123-4567-7abc-8def-00000000000a',
  intakeId: '019ab123-4567-7abc-8def-0123456789ab',
  groupId: suggestion.groupId,
  state: 'offered',
  next: null,
  suggestion,
  proposedAt: now,
  consent: { textVersion: '1', language: 'en', givenAt: now, heardBy: 'person', share: true },
  facilitator: { name: 'Dana Reed', email: 'dana@example.org' },
  doorCode: null,
  firstSessionAt: null,
  invitations: 0,
  ended: null,
  placeToPassOn: false,
  revision: 0,
  ...given,
})

export const offered = place({ next: { owner: 'person', action: 'answer-offer', dueAt: thursday } })
export const acceptedUntil = (dueAt: string) =>
  place({
    state: 'accepted',
    next: { owner: 'facilitator', action: 'confirm-referral', dueAt, reminders: 1 },
  })
export const scheduled = (suggestion = inPerson, given: Partial<Referral> = {}) =>
  place(
    {
      state: 'scheduled',
      firstSessionAt: suggestion === inPerson ? tuesdayEvening : '2026-12-01T02:00:00.000Z',
      invitations: 1,
      next: { owner: 'facilitator', action: 'say-who-came', dueAt: thursday, reminders: 1 },
      ...given,
    },
    suggestion,
  )
/** The first session is over, and nobody has said who came. */
export const overSince = (dueAt: string) =>
  scheduled(inPerson, {
    firstSessionAt: '2026-11-19T03:00:00.000Z',
    next: { owner: 'facilitator', action: 'say-who-came', dueAt, reminders: 1 },
  })
export const ended = (by: 'staff' | 'person' | 'facilitator', because: 'full' | 'person-says-no' | 'other') =>
  place({ state: 'declined', firstSessionAt: tuesdayEvening, ended: { because, by, at: now } })

/** A question that is open since this many days after the first session, or after the list. */
export const askedAfter = (days: number, isLast = false): Pick<Intake, 'followUp'> => ({
  followUp: {
    ...planFollowUp(now, [days], { timeZone: 'America/Los_Angeles', closedDays: [] }, sampleNow),
    next: isLast ? null : { day: days + 7, askAt: thursday },
    open: { day: days, askedAt: now },
  },
})
