import { describe, expect, it } from 'vitest'

import { tasksOf, withTask } from '../../../domain/staff/tasks.ts'
import { inboxDueAt, intakeLookAt, referralLookAt } from '../../../domain/way/clocks.ts'
import { whatIsDue } from '../../../domain/way/what-is-due.ts'
import { aMoment, aReferral, aStanding } from '../../support/builders.ts'

const { now, office } = aMoment()

describe('what the sweeper looks at', () => {
  it('is a freed place, until it was passed on', () => {
    const ended = { because: 'no-answer', by: 'machine', at: '2026-11-23T17:00:00.000Z' } as const
    const freed = aReferral({ state: 'expired', next: null, ended, placeToPassOn: true })

    expect(referralLookAt(freed)).toBe('2026-11-23T17:00:00.000Z')
    expect(referralLookAt({ ...freed, placeToPassOn: false })).toBeNull()
  })

  it('is also someone whom an earlier version left waiting without a clock', () => {
    const { intake } = aStanding({ referral: null, intake: { state: 'waiting', waiting: null } })

    expect(intakeLookAt(intake)).toBe(intake.receivedAt)
    expect(whatIsDue({ intake, referral: null, group: null }, aMoment())).toMatchObject({ looksAgain: true })
  })

  it('is nobody who does not wait any more, so that a clock they had before is not found due each minute', () => {
    const waiting = {
      since: '2026-11-20T17:00:00.000Z',
      lookAt: '2026-11-23T16:00:00.000Z',
      newsAt: '2026-11-23T16:00:00.000Z',
    }
    const { intake } = aStanding({ referral: null, intake: { state: 'urgent', next: null, waiting } })

    expect(intakeLookAt(intake)).toBeNull()
  })

  it('is someone whose offer has ended again within the minute, not an hour later', () => {
    const next = { owner: 'person', action: 'answer-offer', dueAt: '2026-11-23T17:00:00.000Z' } as const

    const change = whatIsDue(aStanding({ referral: { state: 'offered', next } }), aMoment())

    expect(change?.intake.waiting?.lookAt).toBe('2026-11-23T17:00:00.000Z')
  })
})

describe('what staff have to do', () => {
  it('stands in their inbox by the first of its due times', () => {
    const { intake } = aStanding()
    const both = withTask(withTask(intake, 'call-person', now, office), 'help-now', now, office)

    expect(inboxDueAt(both)).toBe('2026-11-23T17:30:00.000Z')
  })

  it('is there once, with the time that was promised first', () => {
    const { intake } = aStanding()
    const once = withTask(intake, 'call-person', now, office)
    const twice = withTask(once, 'call-person', now.add({ hours: 24 }), office)

    expect(tasksOf(twice)).toEqual(tasksOf(once))
  })
})
