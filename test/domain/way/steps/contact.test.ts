import { describe, expect, it } from 'vitest'

import { tasksOf, withTask, withoutTasks } from '../../../../domain/staff/tasks.ts'
import type { Standing } from '../../../../domain/way/change.ts'
import { attempt, done, giveUpContact, note } from '../../../../domain/way/steps/contact.ts'
import { keepFirstAnswers, useChanges } from '../../../../domain/way/steps/sent-again.ts'
import { aMoment, aStanding, after, anIntake } from '../../../support/builders.ts'

const tried = { channel: 'call', staffId: 'ada' } as const

const afterTries = (count: number) => {
  let standing = aStanding({ referral: { state: 'offered' } })
  for (let tries = 0; tries < count; tries += 1)
    standing = after(standing, attempt(standing, tried, aMoment()))
  return standing
}

describe('someone whom staff do not reach', () => {
  it('is let go only after three tries, and then the place goes on', () => {
    expect(giveUpContact(afterTries(2), aMoment())).toBeNull()
    expect(giveUpContact(afterTries(3), aMoment())).toMatchObject({
      freesPlace: true,
      referral: { state: 'could-not-contact' },
      intake: { state: 'closed', closed: { because: 'could-not-contact' } },
    })
  })

  it('is counted from anew once staff have spoken with them', () => {
    const { now, office } = aMoment()
    const standing = afterTries(2)
    const intake = withTask(standing.intake, 'call-person', now, office)

    expect(done({ ...standing, intake }, 'call-person', aMoment())?.intake.attempts).toEqual([])
  })

  it('has nothing that was promised to them moved', () => {
    const standing = aStanding()
    const called = {
      ...standing,
      intake: withTask(standing.intake, 'tell-by-phone', aMoment().now, aMoment().office),
    }

    const { intake } = attempt(called, tried, aMoment())

    expect(intake.next?.dueAt).toBe(called.intake.next?.dueAt)
  })
})

describe('what staff have to do', () => {
  it('is never pushed aside by something heavier, and comes forward when that is done', () => {
    const { now, office } = aMoment()
    const standing = aStanding()
    const intake = withTask(
      withTask(standing.intake, 'tell-by-phone', now, office),
      'read-changes',
      now,
      office,
    )

    expect(tasksOf(intake).map(({ action }) => action)).toEqual(['read-changes', 'tell-by-phone'])
    expect(done({ ...standing, intake }, 'tell-by-phone', aMoment())?.intake).toMatchObject({
      next: { action: 'read-changes' },
      alsoNext: [],
    })
  })

  it('cannot be done when there is nothing to do', () => {
    expect(done(aStanding(), 'call-person', aMoment())).toBeNull()
  })

  it('about a group’s leader who was called is looked at again while they still have to answer', () => {
    const { now, office } = aMoment()
    const next = {
      owner: 'facilitator' as const,
      action: 'confirm-referral' as const,
      dueAt: '2026-11-23T16:00:00.000Z',
      lookAt: null,
    }
    const standing = aStanding({ referral: { state: 'accepted', next } })
    const intake = withTask(standing.intake, 'reach-facilitator', now, office)

    const change = done({ ...standing, intake }, 'reach-facilitator', aMoment())

    expect(change?.referral?.next?.lookAt).toBe('2026-11-25T01:00:00.000Z')
  })

  it('after reading someone who has a place, and said later that they may not be safe, leaves them their place', () => {
    const { now, office } = aMoment()
    const standing = aStanding({ intake: { state: 'urgent' }, referral: { state: 'offered' } })
    const intake = withTask(standing.intake, 'read-first', now, office)

    expect(done({ ...standing, intake }, 'read-first', aMoment())?.intake).toMatchObject({
      state: 'referred',
      next: null,
    })
  })

  it('does not end with reading someone who was not safe: finding a way for them is next', () => {
    const { now, office } = aMoment()
    const standing = aStanding({
      referral: null,
      intake: { state: 'urgent', asks: { safety: 'might-hurt' } },
    })
    const intake = withTask(standing.intake, 'read-first', now, office)

    expect(done({ ...standing, intake }, 'read-first', aMoment())?.intake.next).toMatchObject({
      action: 'find-another-way',
    })
  })
})

describe('a note', () => {
  it('stays with the person’s answers, and its words never reach the trail', () => {
    const change = note(aStanding(), { text: 'Prefers mornings', staffId: 'ada' }, aMoment())

    expect(change?.intake.notes).toMatchObject([{ text: 'Prefers mornings', staffId: 'ada' }])
    expect(JSON.stringify(change?.events)).not.toContain('mornings')
  })
})

describe('answers that were sent again', () => {
  it('are still to be decided on when they were read first because of safety', () => {
    const { now, office } = aMoment()
    const unread = standing()
    const intake = {
      ...withTask(withoutTasks(unread.intake, 'read-changes'), 'read-first', now, office),
      state: 'urgent' as const,
    }

    const read = done({ ...unread, intake }, 'read-first', aMoment())

    expect(read && tasksOf(read.intake).map(({ action }) => action)).toContain('read-changes')
  })

  const other = anIntake({ asks: { zip: '95126' } })
  const standing = () =>
    aStanding({
      intake: {
        sentAgain: [
          {
            receivedAt: '2026-11-23T18:00:00.000Z',
            answersHash: 'second-answers',
            request: other.request,
            safeContact: other.safeContact,
          },
        ],
      },
    })

  it('take the place of the first when staff say so, and a group is chosen anew', () => {
    const change = useChanges(standing(), { emailHash: 'hash-of-robin', phoneHash: null }, aMoment())

    expect(change).toMatchObject({
      freesPlace: true,
      looksAgain: true,
      intake: { request: { zip: '95126' }, sentAgain: [], tried: [] },
    })
  })

  it('leave a place alone that the person was offered already', () => {
    const offered = { ...standing(), referral: aStanding({ referral: { state: 'offered' } }).referral }

    expect(useChanges(offered, { emailHash: null, phoneHash: null }, aMoment())).toMatchObject({
      freesPlace: false,
      looksAgain: false,
    })
  })

  it('end a request that was over but for them, whichever answers stand', () => {
    const { intake } = standing()
    const over = {
      ...aStanding({ referral: { state: 'attended', next: null } }),
      intake: { ...intake, next: null, followUp: null },
    }

    expect(keepFirstAnswers(over, aMoment())?.intake.state).toBe('closed')
    expect(useChanges(over, { emailHash: null, phoneHash: null }, aMoment())?.intake.state).toBe('closed')
  })

  it('are put aside when staff say so, and the first ones stand', () => {
    expect(keepFirstAnswers(standing(), aMoment())?.intake).toMatchObject({
      request: { zip: '95112' },
      sentAgain: [],
    })
  })

  it('leave nobody who is not safe without something to do for them, whichever answers stand', () => {
    const { intake } = standing()
    const read: Standing = {
      intake: { ...intake, state: 'urgent', referralId: null, next: null, alsoNext: [] },
      referral: null,
      group: null,
    }
    const kept = keepFirstAnswers(read, aMoment())
    const used = useChanges(read, { emailHash: null, phoneHash: null }, aMoment())

    expect([kept, used].map((change) => change?.intake.next?.action)).toEqual([
      'find-another-way',
      'find-another-way',
    ])
  })
})
