import { describe, expect, it } from 'vitest'

import { isStillToGo } from '../../../../domain/person/erasure.ts'
import { isKeptLongEnough } from '../../../../domain/person/retention.ts'
import { tasksOf, withTask } from '../../../../domain/staff/tasks.ts'
import { planFollowUp } from '../../../../domain/way/follow-up.ts'
import { type Referral } from '../../../../domain/way/referral.ts'
import { erase } from '../../../../domain/way/steps/erase.ts'
import { withdraw } from '../../../../domain/way/steps/withdraw.ts'
import { aMoment, aSafeContact, aStanding, after, told } from '../../../support/builders.ts'

const moment = aMoment()
const now = '2026-11-23T17:00:00.000Z'
const hears = (change: ReturnType<typeof erase>) =>
  (change?.messages ?? []).map(({ to, template }) => `${to} ${template}`)

const places: [string, Partial<Referral> | null][] = [
  ['without a place', null],
  ['a place is held', { state: 'proposed' }],
  ['a place is offered', { state: 'offered' }],
  ['after a yes', { ...told, state: 'accepted' }],
  ['with a first day', { ...told, state: 'scheduled', invitations: 1 }],
  ['after a missed session', { ...told, state: 'no-show' }],
  ['in a group', { ...told, state: 'attended', invitations: 1 }],
]

describe('someone who needs nothing any more', () => {
  it.each(places)('is left alone, and their place goes on (%s)', (_, referral) => {
    const standing = aStanding({ referral, intake: referral ? {} : { state: 'waiting' } })
    const intake = {
      ...withTask(standing.intake, 'help-now', moment.now, moment.office),
      followUp: planFollowUp(now, [3], moment.office, moment.now),
    }

    const change = withdraw({ ...standing, intake }, 'person', moment)

    expect(change).toMatchObject({
      freesPlace: referral !== null,
      intake: {
        state: 'withdrawn',
        waiting: null,
        referralId: null,
        followUp: { stopped: 'request-ended' },
        closed: { because: 'person-says-no', at: now },
        request: { name: 'Robin Vale' },
      },
    })
    expect(change && tasksOf(change.intake)).toEqual([])
    expect(change?.referral?.placeToPassOn ?? false).toBe(referral !== null)
    expect(change?.referral?.state ?? 'withdrawn').toBe('withdrawn')
    expect(hears(change).includes('facilitator facilitator-ended')).toBe(referral?.consent?.share === true)
    expect(hears(change).includes('person invitation-cancelled')).toBe(referral?.invitations === 1)
  })

  it('says so once, and after their request is closed as well, which ended when it ended', () => {
    const closed = aStanding({
      intake: { state: 'closed', closed: { because: 'attended', at: '2026-06-01T00:00:00.000Z' } },
      referral: null,
    })
    const change = withdraw(closed, 'staff', moment)

    expect(change?.intake.closed).toEqual({ because: 'attended', at: '2026-06-01T00:00:00.000Z' })
    expect(change && withdraw(after(closed, change), 'person', moment)).toBeNull()
  })
})

const asked = { because: 'person-asked', by: 'person' } as const

describe('someone who wants everything deleted', () => {
  it.each(places)('has it deleted at once, and their place goes on (%s)', (_, referral) => {
    const standing = aStanding({ referral, intake: referral ? {} : { state: 'waiting' } })

    const change = erase(standing, asked, moment)

    expect(change).toMatchObject({
      freesPlace: referral !== null,
      intake: { state: 'erased', next: null, decision: null, erasing: { at: now, lookAt: now } },
      events: [{ event: 'erased', codes: { because: 'person-asked' } }],
    })
    const { safeContact, ...rest } = change?.intake ?? {}
    expect(JSON.stringify(rest)).not.toMatch(/Robin|95112|trauma|@/)
    expect(safeContact).toMatchObject({ channels: ['email'], email: 'robin.vale@example.org' })
    expect(change?.referral?.suggestion.reasons ?? []).toEqual([])
    expect(hears(change)).toEqual([
      ...(referral?.consent?.share ? ['facilitator facilitator-ended'] : []),
      'person erased',
    ])
  })

  it('has their calendar put right by the last note, and by no other', () => {
    const invited = aStanding({ referral: { ...told, state: 'scheduled', invitations: 1 } })
    const never = aStanding({ referral: { ...told, state: 'accepted' } })
    const note = (standing: typeof invited) =>
      erase(standing, asked, moment)?.messages.find(({ template }) => template === 'erased')

    expect(note(invited)?.isAboutReferral).toBe(true)
    expect(note(never)?.isAboutReferral).toBe(false)
  })

  const { intake } = aStanding()
  const later = (safeContact: ReturnType<typeof aSafeContact>) => ({
    sentAgain: [{ receivedAt: now, answersHash: 'other', request: intake.request, safeContact }],
  })
  it.each([
    [
      'who may not be written to',
      { safeContact: aSafeContact({ channels: ['call'], phone: '+13125550123' }) },
    ],
    ['who sent later that mail is not safe', later(aSafeContact({ channels: ['none'], email: null }))],
    ['whose form may come from a program', { mayBeAutomated: true }],
  ])('hears nothing by mail, and no address is kept, of someone %s', (_, given) => {
    const change = erase(aStanding({ intake: given }), asked, moment)

    expect(hears(change)).toEqual([])
    expect(change?.intake).toMatchObject({
      safeContact: { channels: ['none'], email: null, phone: null },
      emailHash: null,
    })
  })

  it('is written to plainly where anyone else may read it', () => {
    const change = erase(
      aStanding({ intake: later(aSafeContact({ emailPrivacy: 'shared' })) }),
      asked,
      moment,
    )

    expect(change?.intake.safeContact.emailPrivacy).toBe('shared')
  })

  it('cannot be erased twice', () => {
    const change = erase(aStanding(), asked, moment)

    expect(change && erase(after(aStanding(), change), asked, moment)).toBeNull()
  })

  it.each([
    ['person-asked', ['person erased']],
    ['sent-by-mistake', []],
    ['may-not-be-kept', []],
  ] as const)('hears of it from us only when they asked (%s)', (because, letters) => {
    expect(hears(erase(aStanding(), { because, by: 'staff' }, moment))).toEqual(letters)
  })
})

describe('a request that ended', () => {
  const closed = (at: string, given = {}) => {
    const { intake } = aStanding({ referral: null })
    return {
      ...intake,
      state: 'closed' as const,
      next: null,
      closed: { because: 'attended' as const, at },
      ...given,
    }
  }

  it('is kept for twelve months and not a day longer', () => {
    expect(isKeptLongEnough(closed('2025-11-23T17:00:00.000Z'), moment.now)).toBe(true)
    expect(isKeptLongEnough(closed('2025-11-23T17:00:01.000Z'), moment.now)).toBe(false)
    expect(isKeptLongEnough(closed('2025-11-23T17:00:00.000Z', { state: 'withdrawn' }), moment.now)).toBe(
      true,
    )
  })

  it('is kept while staff owe an answer to what someone wrote since, or while it is open', () => {
    const owed = { next: { owner: 'staff', action: 'help-now', dueAt: now } as const }

    expect(isKeptLongEnough(closed('2025-01-01T00:00:00.000Z', owed), moment.now)).toBe(false)
    expect(isKeptLongEnough({ ...closed('2025-01-01T00:00:00.000Z'), state: 'referred' }, moment.now)).toBe(
      false,
    )
  })

  it('is erased without a word to the person, a year later; a leader hears that we no longer keep it', () => {
    const standing = aStanding({
      intake: closed('2025-01-01T00:00:00.000Z'),
      referral: { ...told, state: 'attended', invitations: 1 },
    })

    const change = erase(standing, { because: 'kept-long-enough', by: 'machine' }, moment)

    expect(hears(change)).toEqual(['facilitator facilitator-ended'])
    expect(change?.referral?.ended).toMatchObject({ because: 'kept-long-enough', by: 'machine' })
    expect(erase(aStanding(), { because: 'kept-long-enough', by: 'machine' }, moment)).toBeNull()
  })
})

describe('what is left of someone who was erased', () => {
  const at = (hours: number) => aMoment({ now: moment.now.add({ hours }) })

  it('stays while a last letter is still to go, and no longer than a day', () => {
    const letter = { template: 'erased', state: 'pending' } as const

    expect(isStillToGo(letter, now, at(0))).toBe(true)
    expect(isStillToGo({ ...letter, state: 'sending' }, now, at(24))).toBe(true)
    expect(isStillToGo({ ...letter, state: 'sent' }, now, at(0))).toBe(false)
    expect(isStillToGo({ ...letter, template: 'offer' }, now, at(0))).toBe(false)
    expect(isStillToGo(letter, now, at(25))).toBe(false)
  })
})
