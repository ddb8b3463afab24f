import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'

import { withTask } from '../../../../domain/staff/tasks.ts'
import type { Referral } from '../../../../domain/way/referral.ts'
import {
  came,
  facilitatorIsDue,
  leave,
  missed,
  setFirstSession,
} from '../../../../domain/way/steps/attendance.ts'
import { staffAreLate } from '../../../../domain/way/steps/overdue.ts'
import { aMoment, aStanding, after } from '../../../support/builders.ts'

const tuesday7pm = '2026-11-25T03:00:00.000Z'

const accepted: Partial<Referral> = {
  state: 'accepted',
  consent: {
    textVersion: '1',
    language: 'en',
    givenAt: '2026-11-23T17:00:00.000Z',
    heardBy: 'person',
    share: true,
  },
  facilitator: { name: 'Dana Reed', email: 'dana@example.org' },
  next: { owner: 'facilitator', action: 'confirm-referral', dueAt: '2026-11-26T01:00:00.000Z' },
}

const at = (iso: string) => aMoment({ now: Temporal.Instant.from(iso) })

const scheduled = () => {
  const standing = aStanding({ referral: accepted })
  const change = setFirstSession(standing, { at: tuesday7pm, by: 'facilitator' }, aMoment())
  if (!change) throw new Error('No first session.')
  return after(standing, change)
}

const templates = (change: { messages: { template: string }[] } | null) =>
  change?.messages.map(({ template }) => template)

describe('a first session', () => {
  it('brings the person an invitation, and a plan of when they are asked how it goes', () => {
    const change = setFirstSession(
      aStanding({ referral: accepted }),
      { at: tuesday7pm, by: 'facilitator' },
      aMoment(),
    )

    expect(templates(change)).toEqual(['invitation'])
    expect(change?.referral).toMatchObject({ state: 'scheduled', firstSessionAt: tuesday7pm, invitations: 1 })
    expect(change?.intake.followUp).toMatchObject({ anchorAt: tuesday7pm, open: null, stopped: null })
  })

  it('whose outcome staff have to find out is not called late before its time', () => {
    const untold = aStanding({ referral: { ...accepted, facilitator: null } })
    const change = setFirstSession(untold, { at: tuesday7pm, by: 'staff' }, aMoment())
    if (!change) throw new Error('No first session.')
    const set = after(untold, change)

    expect(staffAreLate(set, at('2026-11-25T05:00:00.000Z'))).toBeNull()
    expect(templates(staffAreLate(set, at(set.referral?.next?.dueAt ?? '')))).toEqual(['staff-overdue'])
  })

  it('that moves is invited to anew, with a number that calendars know as newer', () => {
    const change = setFirstSession(
      scheduled(),
      { at: '2026-12-02T03:00:00.000Z', by: 'facilitator' },
      aMoment(),
    )

    expect(change?.referral).toMatchObject({ invitations: 2, firstSessionAt: '2026-12-02T03:00:00.000Z' })
  })

  it('is not set to a day that is over', () => {
    expect(
      setFirstSession(
        aStanding({ referral: accepted }),
        { at: '2026-11-20T03:00:00.000Z', by: 'facilitator' },
        aMoment(),
      ),
    ).toBeNull()
  })

  it('of someone who did not agree to be asked brings the reminder of the day before, and no questions', () => {
    const standing = aStanding({ referral: accepted })
    const consent = { ...standing.intake.consent, checkIn: false }

    const change = setFirstSession(
      { ...standing, intake: { ...standing.intake, consent } },
      { at: '2026-12-02T03:00:00.000Z', by: 'staff' },
      aMoment(),
    )

    expect(change?.intake.followUp?.next).toMatchObject({ day: -1 })
  })

  it('of tomorrow, for someone who is not to be asked, leaves nothing to come', () => {
    const standing = aStanding({ referral: accepted })
    const consent = { ...standing.intake.consent, checkIn: false }

    const change = setFirstSession(
      { ...standing, intake: { ...standing.intake, consent } },
      { at: '2026-11-24T03:00:00.000Z', by: 'staff' },
      aMoment(),
    )

    expect(change?.intake.followUp).toMatchObject({ next: null, stopped: 'plan-over' })
  })

  it('once over is asked about, then reminded of, and then staff ask', () => {
    const asked = facilitatorIsDue(scheduled(), at('2026-11-25T04:30:00.000Z'))
    if (!asked) throw new Error('Nobody asked.')
    const reminded = facilitatorIsDue(after(scheduled(), asked), at('2026-11-26T01:00:00.000Z'))
    if (!reminded) throw new Error('Nobody was reminded.')
    const escalated = facilitatorIsDue(after(scheduled(), reminded), at('2026-11-27T01:00:00.000Z'))

    expect(templates(asked)).toEqual(['facilitator-attendance'])
    expect(templates(reminded)).toEqual(['facilitator-reminder'])
    expect(escalated?.intake.next).toMatchObject({ owner: 'staff', action: 'reach-facilitator' })
    expect(escalated?.referral?.next?.lookAt).toBeNull()
  })
})

describe('someone who came', () => {
  it('has attended, keeps their place, and is still asked how it goes', () => {
    const change = came(scheduled(), 'facilitator', at('2026-11-25T05:00:00.000Z'))

    expect(change).toMatchObject({
      freesPlace: false,
      referral: { state: 'attended', next: null },
      intake: { state: 'referred', followUp: { stopped: null } },
    })
  })

  it('and is asked nothing more has their request closed as attended', () => {
    const standing = scheduled()
    const quiet = { ...standing, intake: { ...standing.intake, followUp: null } }

    expect(came(quiet, 'staff', at('2026-11-25T05:00:00.000Z'))?.intake).toMatchObject({
      state: 'closed',
      closed: { because: 'attended' },
    })
  })

  it('while staff still have something to do for them keeps their request open', () => {
    const { now, office } = aMoment()
    const standing = scheduled()
    const intake = withTask({ ...standing.intake, followUp: null }, 'call-person', now, office)

    expect(came({ ...standing, intake }, 'staff', at('2026-11-25T05:00:00.000Z'))?.intake.state).toBe(
      'referred',
    )
  })

  it('and leaves after the request was closed frees the place, and opens nothing again', () => {
    const standing = aStanding({
      intake: { state: 'closed' },
      referral: { ...accepted, state: 'attended', next: null },
    })

    expect(leave(standing, { another: true, by: 'facilitator' }, aMoment())).toMatchObject({
      freesPlace: true,
      looksAgain: false,
      intake: { state: 'closed' },
    })
  })

  it('and no longer comes frees the place, and another group is looked for if they wish', () => {
    const standing = aStanding({ referral: { ...accepted, state: 'attended', next: null } })

    expect(leave(standing, { another: true, by: 'person' }, aMoment())).toMatchObject({
      freesPlace: true,
      looksAgain: true,
      referral: { state: 'completed' },
    })
  })
})

describe('someone who did not come', () => {
  it('gets one kind note, keeps the place, and staff ask how they are', () => {
    const change = missed(scheduled(), 'facilitator', at('2026-11-25T05:00:00.000Z'))

    expect(change).toMatchObject({
      freesPlace: false,
      referral: { state: 'no-show' },
      intake: { next: { action: 'call-after-missed' }, followUp: { next: null } },
    })
    expect(templates(change)).toEqual(['missed', 'staff-next-action'])
  })
})
