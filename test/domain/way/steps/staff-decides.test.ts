import { describe, expect, it } from 'vitest'

import { inboxRows } from '../../../../domain/staff/inbox.ts'
import { seenOf } from '../../../../domain/staff/seen.ts'
import type { Role } from '../../../../domain/staff/staff.ts'
import type { Standing } from '../../../../domain/way/change.ts'
import { intakeAfter, outcomeOf } from '../../../../domain/way/outcome.ts'
import { possibleSteps } from '../../../../domain/way/steps/staff-decides.ts'
import { aMoment, anIntake } from '../../../support/builders.ts'

const moment = aMoment()

const standingOf = (given: Parameters<typeof anIntake>[0] = {}): Standing => {
  const intake = anIntake(given)
  const outcome = outcomeOf(intake, null, moment.now, moment.office)
  return { intake: intakeAfter(intake, null, outcome, moment), referral: null, group: null }
}
const closed = (state: 'withdrawn' | 'erased'): Standing => {
  const { intake, ...rest } = standingOf()
  return { ...rest, intake: { ...intake, state, next: null, alsoNext: [] } }
}

const stepsOf = (standing: Standing, role: Role = 'coordinator') =>
  [...possibleSteps(standing, role, moment)].toSorted()

describe('what staff can do', () => {
  it('for someone the machine could not place: anything but what needs a place', () => {
    expect(stepsOf(standingOf())).toEqual([
      'attempt',
      'close',
      'look-again',
      'note',
      'other-group',
      'stop-contact',
      'take-back',
      'wait',
      'withdraw',
    ])
  })

  it.each([
    ['may not be safe', { asks: { safety: 'might-hurt' as const } }],
    ['is under 18', { asks: { age: '13-17' as const } }],
  ])('for someone who %s: never anything that leads through the machine', (_, given) => {
    expect(stepsOf(standingOf(given))).not.toContain('look-again')
    expect(stepsOf(standingOf(given))).not.toContain('wait')
    expect(stepsOf(standingOf(given))).toContain('other-group')
  })

  it('for someone who took their request back: leave them alone', () => {
    expect(stepsOf(closed('withdrawn'))).toEqual(['note'])
    expect(stepsOf(closed('withdrawn'), 'admin')).toEqual(['erase', 'note'])
    expect(stepsOf(closed('erased'), 'admin')).toEqual([])
  })

  it('for someone who writes again after that: read it, and nothing more', () => {
    const left = closed('withdrawn')
    const { request, safeContact, receivedAt } = left.intake
    const sentAgain = [{ receivedAt, answersHash: 'other', request, safeContact }]
    const next = { owner: 'staff', action: 'read-first', dueAt: receivedAt } as const

    expect(stepsOf({ ...left, intake: { ...left.intake, sentAgain, next } })).toEqual([
      'done',
      'keep-first',
      'note',
      'use-changes',
    ])
  })

  it('to erase someone for good: only an admin', () => {
    expect(stepsOf(standingOf(), 'coordinator')).not.toContain('erase')
    expect(stepsOf(standingOf(), 'admin')).toContain('erase')
  })
})

describe('what a page has shown', () => {
  const { intake } = standingOf()
  const seen = seenOf({ intake, referral: null })
  const { request, safeContact } = intake
  const sentAgain = [{ receivedAt: '2026-11-24T08:00:00.000Z', answersHash: 'other', request, safeContact }]

  it('still holds when someone was only reminded, or left a note', () => {
    const note = { at: intake.receivedAt, staffId: 'ada', text: 'Called.' }

    expect(seenOf({ intake: { ...intake, revision: 7, notes: [note], next: null }, referral: null })).toBe(
      seen,
    )
  })

  it('no longer holds when the state moved, or other answers came', () => {
    expect(seenOf({ intake: { ...intake, state: 'closed' }, referral: null })).not.toBe(seen)
    expect(seenOf({ intake: { ...intake, sentAgain }, referral: null })).not.toBe(seen)
  })
})

describe('the inbox', () => {
  it('has a row for every task, what may be a matter of safety on top', () => {
    const { intake: calm } = standingOf()
    const { intake } = standingOf({ asks: { safety: 'might-hurt' }, reference: '111-111-111' })
    const soon = { owner: 'staff', action: 'call-person', dueAt: '2026-11-23T10:00:00.000Z' } as const

    const rows = inboxRows([calm, { ...intake, alsoNext: [soon] }], [], moment.now)

    expect(rows.map(({ action, isUrgent, isLate }) => [action, isUrgent, isLate])).toEqual([
      ['read-first', true, false],
      ['call-person', false, true],
      ['find-another-way', false, false],
    ])
  })
})
