import type { ReferralCard } from '../../domain/way/referral-card.ts'
import type { Frame } from '../../views/frame.ts'
import type { Html } from '../../views/html.ts'
import { facilitatorCardPage } from '../../views/pages/facilitator-card.ts'
import { facilitatorDoorPage } from '../../views/pages/facilitator-door.ts'
import { facilitatorEndedPage } from '../../views/pages/facilitator-ended.ts'
import { aSuggestion } from './suggestions.ts'

export const aReferralCard = (given: Partial<ReferralCard> = {}): ReferralCard => ({
  reference: '7KQ-4M2-XR5',
  name: 'Robin Vale',
  ways: {
    text: '+13125550123',
    call: { phone: '+13125550123', voicemail: 'name-and-number-only', hours: ['evenings', 'text-first'] },
    email: { address: 'robin.vale@example.org', isShared: true },
  },
  topics: ['grief', 'not-sure', 'something-else'],
  access: [
    { wish: 'captions', strength: 'must' },
    { wish: 'rides', strength: 'nice' },
  ],
  language: 'es',
  otherLanguage: 'vi',
  times: ['weekday-evening', 'not-sure'],
  days: [4, 2],
  timesStrength: 'nice',
  agreed: { givenAt: '2026-11-23T17:00:00Z', heardBy: 'person' },
  ...given,
})

type CardFacts = Parameters<typeof facilitatorCardPage>[1]
type DoorFacts = Parameters<typeof facilitatorDoorPage>[1]

export const cardFacts = (given: Partial<CardFacts> = {}): CardFacts => ({
  card: aReferralCard(),
  group: aSuggestion(),
  state: 'accepted',
  firstSessionAt: null,
  may: new Set(['first-session', 'declined']),
  sessions: ['2026-11-25T01:00:00Z', '2026-12-02T01:00:00Z'],
  pass: '1.pass.pass',
  noted: null,
  problem: null,
  answers: {},
  part2Notice: false,
  ...given,
})

export const doorFacts = (given: Partial<DoorFacts> = {}): DoorFacts => ({
  group: 'First Step Tuesday',
  timeZone: 'America/Chicago',
  reference: '7KQ-4M2-XR5',
  asked: 'answer',
  dueAt: '2026-11-26T23:00:00Z',
  isLate: false,
  isCodeOut: false,
  triesLeft: null,
  problem: null,
  ...given,
})

/** Every page of a group's leader, in every shape it has; `typed` is a person's or a leader's, `listed` a directory's. */
export const facilitatorPages = (
  frame: Frame,
  { typed, listed }: { typed: string; listed: string },
): Record<string, Html> => {
  const group = aSuggestion({ name: listed, notes: listed, venue: { name: listed, address: listed } })
  const door = (given: Partial<DoorFacts>) =>
    facilitatorDoorPage(frame, doorFacts({ group: listed, ...given }))
  const card = (given: Partial<CardFacts>) => facilitatorCardPage(frame, cardFacts({ group, ...given }))
  const named = aReferralCard({
    name: typed,
    ways: {
      text: typed,
      call: { phone: typed, voicemail: null, hours: [] },
      email: { address: typed, isShared: false },
    },
  })
  const answers = { session: ['other'], otherDate: [typed], otherTime: [typed], because: [typed] }
  return {
    door: door({}),
    'door, late': door({ isLate: true, asked: 'attendance' }),
    'door, nothing asked': door({ asked: 'nothing', dueAt: null }),
    'door, code sent': door({ isCodeOut: true }),
    'door, wrong code': door({ isCodeOut: true, problem: 'wrong', triesLeft: 3 }),
    'door, locked': door({ problem: 'locked' }),
    card: card({ card: named }),
    'card, with a notice': card({
      part2Notice: true,
      card: aReferralCard({ ways: null, agreed: { givenAt: '2026-11-23T17:00:00Z', heardBy: 'staff' } }),
    }),
    'card, typed wrong': card({ card: named, problem: 'date-format', answers }),
    'card, nothing picked': card({ problem: 'required' }),
    'card, no reason': card({ problem: 'because' }),
    'card, no sessions known': card({ sessions: [], problem: 'time-format', answers }),
    'card, scheduled': card({
      state: 'scheduled',
      firstSessionAt: '2026-11-25T01:00:00Z',
      noted: 'first-session',
    }),
    'card, session over': card({
      state: 'scheduled',
      firstSessionAt: '2026-11-25T01:00:00Z',
      may: new Set(['first-session', 'declined', 'came', 'missed']),
    }),
    'card, missed': card({
      state: 'no-show',
      firstSessionAt: '2026-11-25T01:00:00Z',
      may: new Set(['first-session', 'declined', 'came']),
      noted: 'missed',
      card: aReferralCard({ ways: { text: null, call: null, email: null } }),
    }),
    'card, came': card({
      state: 'attended',
      firstSessionAt: '2026-11-25T01:00:00Z',
      may: new Set(['no-longer-comes']),
      noted: 'came',
    }),
    ended: facilitatorEndedPage(frame, { reference: '7KQ-4M2-XR5', because: 'person' }),
  }
}
