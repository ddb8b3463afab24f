import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'

import { chooseGroup } from '../../../domain/matching/choose-group.ts'
import { asOf } from '../../../domain/matching/suggestion.ts'
import { intakeAfter, outcomeOf } from '../../../domain/way/outcome.ts'
import { standingOf } from '../../../domain/way/stage.ts'
import { aGroup, aMoment, anIntake, anOffice, aStanding, asking, monday9am } from '../../support/builders.ts'

const decision = chooseGroup(asking(), [aGroup()])
const kept = intakeAfter(
  anIntake(),
  decision,
  outcomeOf(anIntake(), decision, monday9am, anOffice()),
  aMoment(),
)
const known = { intake: kept, referral: null }
const at = (iso: string) => Temporal.Instant.from(iso)

describe('where things stand', () => {
  it('is told with the day that was promised, two working days on', () => {
    expect(standingOf(known, monday9am, anOffice())).toEqual({
      stage: 'referred',
      nextAt: '2026-11-26T01:00:00.000Z',
      isLate: false,
    })
  })

  it('admits that we are late once that day has passed', () => {
    expect(standingOf(known, at('2026-11-26T01:00:00Z'), anOffice())).toMatchObject({ isLate: true })
  })

  it('promises nothing more to someone who has withdrawn', () => {
    expect(standingOf({ ...known, intake: { ...kept, state: 'withdrawn' } }, monday9am, anOffice())).toEqual({
      stage: 'closed-withdrawn',
      nextAt: null,
      isLate: false,
    })
  })
})

describe('where a place stands', () => {
  const tuesday7pm = '2026-12-02T03:00:00.000Z'
  const toAnswer = { owner: 'person', action: 'answer-offer', dueAt: '2026-11-26T17:00:00.000Z' } as const
  const toConfirm = {
    owner: 'facilitator',
    action: 'confirm-referral',
    dueAt: '2026-11-26T01:00:00.000Z',
  } as const
  const later = at('2026-12-20T00:00:00Z')

  it.each([
    ['offered', { state: 'offered', next: toAnswer }, toAnswer.dueAt],
    // The leader's own day, and time for a reminder and for a call of staff.
    ['accepted', { state: 'accepted', next: toConfirm }, '2026-12-01T01:00:00.000Z'],
    ['scheduled', { state: 'scheduled', firstSessionAt: tuesday7pm }, tuesday7pm],
    ['attended', { state: 'attended', firstSessionAt: tuesday7pm }, null],
    ['missed', { state: 'no-show', firstSessionAt: tuesday7pm }, null],
  ] as const)('is told stage by stage: %s', (stage, referral, nextAt) => {
    expect(standingOf(aStanding({ referral }), monday9am, anOffice())).toEqual({
      stage,
      nextAt,
      isLate: false,
    })
  })

  it('is late only where we promised something: not when the person does not answer, nor after a first day', () => {
    const isLate = (given: Parameters<typeof aStanding>[0]) =>
      standingOf(aStanding(given), later, anOffice()).isLate

    expect(isLate({ referral: { state: 'offered', next: toAnswer } })).toBe(false)
    expect(isLate({ referral: { state: 'scheduled', firstSessionAt: tuesday7pm } })).toBe(false)
    expect(isLate({ referral: { state: 'accepted', next: toConfirm } })).toBe(true)
  })

  it('knows when the first day has been', () => {
    const standing = aStanding({ referral: { state: 'scheduled', firstSessionAt: tuesday7pm } })

    expect(standingOf(standing, later, anOffice()).stage).toBe('begun')
  })

  it('counts a new promise from the new place, and not from the form of weeks ago', () => {
    const standing = aStanding({
      intake: { receivedAt: '2026-10-01T17:00:00.000Z' },
      referral: { proposedAt: '2026-11-23T17:00:00.000Z' },
    })

    expect(standingOf(standing, monday9am, anOffice())).toMatchObject({
      nextAt: '2026-11-26T01:00:00.000Z',
      isLate: false,
    })
  })

  it('gives someone who waits the day on which they hear from us, and no one a day that was read already', () => {
    const waiting = {
      since: '2026-10-01T17:00:00.000Z',
      lookAt: '2026-11-23T18:00:00.000Z',
      newsAt: '2026-12-01T17:00:00.000Z',
    }
    const waits = aStanding({ intake: { state: 'waiting', waiting }, referral: null })
    const suggested = aStanding({ intake: { state: 'suggested', next: null }, referral: null })

    expect(standingOf(waits, monday9am, anOffice())).toMatchObject({
      nextAt: waiting.newsAt,
      isLate: false,
    })
    expect(standingOf(suggested, later, anOffice())).toMatchObject({ nextAt: null, isLate: false })
  })

  it.each([
    ['attended', 'closed-attended'],
    ['person-says-no', 'closed-said-no'],
    ['went-quiet', 'closed-quiet'],
    ['could-not-contact', 'closed-not-reached'],
    ['not-for-us', 'closed'],
  ] as const)('ends in words of its own: %s', (because, stage) => {
    const closed = { because, at: '2026-11-23T17:00:00.000Z' }
    const standing = aStanding({ intake: { state: 'closed', closed }, referral: null })

    expect(standingOf(standing, later, anOffice())).toEqual({ stage, nextAt: null, isLate: false })
  })

  it('stays "in a group" for someone who is, though nobody has anything left to do', () => {
    const closed = { because: 'attended' as const, at: '2026-11-23T17:00:00.000Z' }
    const standing = aStanding({ intake: { state: 'closed', closed }, referral: { state: 'attended' } })

    expect(standingOf(standing, later, anOffice()).stage).toBe('attended')
  })
})

describe('a suggestion that is read weeks later', () => {
  it('names the session that is next then', () => {
    const suggestion = decision.held
    if (!suggestion) throw new Error('Nothing was held.')

    expect(suggestion.nextSessionAt).toBe('2026-11-25T03:00:00Z')
    expect(asOf(suggestion, at('2026-12-17T00:00:00Z')).nextSessionAt).toBe('2026-12-23T03:00:00Z')
  })
})
