import { describe, expect, it } from 'vitest'

import { noContact } from '../../../../domain/person/safe-contact.ts'
import { tasksOf, withTask } from '../../../../domain/staff/tasks.ts'
import type { Standing } from '../../../../domain/way/change.ts'
import { planFollowUp } from '../../../../domain/way/follow-up.ts'
import { reachingThem } from '../../../../domain/way/steps/contact.ts'
import { changeContact, stopContact } from '../../../../domain/way/steps/safe-contact.ts'
import { useChanges } from '../../../../domain/way/steps/sent-again.ts'
import { aMoment, aSafeContact, aStanding, after, told } from '../../../support/builders.ts'

const moment = aMoment()
const newAddress = {
  safeContact: aSafeContact({ email: 'new@example.org', emailPrivacy: 'shared' }),
  emailHash: 'hash-of-new',
  phoneHash: null,
}
const hears = (change: ReturnType<typeof changeContact>) =>
  (change?.messages ?? []).map(({ to, template }) => `${to} ${template}`)
const actions = (standing: Pick<Standing, 'intake'>) => tasksOf(standing.intake).map(({ action }) => action)

describe('someone who changes how they may be reached', () => {
  it('is reached so from then on, found by the new hashes, and staff read that it changed', () => {
    const change = changeContact(aStanding(), newAddress, moment)

    expect(change?.intake).toMatchObject({
      safeContact: { email: 'new@example.org', emailPrivacy: 'shared' },
      emailHash: 'hash-of-new',
      next: { action: 'read-wishes' },
    })
    expect(hears(change)).toEqual(['staff staff-next-action'])
    expect(change?.events).toEqual([{ event: 'contact-changed', codes: { fields: 'email emailPrivacy' } }])
  })

  it('changes nothing by sending the same once more', () => {
    const standing = aStanding()
    const change = changeContact(standing, newAddress, moment)
    if (!change) throw new Error('It could be changed.')

    expect(changeContact(after(standing, change), newAddress, moment)).toBeNull()
    expect(
      changeContact(standing, { ...newAddress, safeContact: standing.intake.safeContact }, moment),
    ).toBeNull()
  })

  it('is not brought back to the old ways by answers that staff have not read yet', () => {
    const { intake } = aStanding()
    const sent = { receivedAt: intake.receivedAt, answersHash: 'other', request: intake.request }
    const standing = aStanding({ intake: { sentAgain: [{ ...sent, safeContact: intake.safeContact }] } })

    const change = changeContact(standing, newAddress, moment)
    const used = change && useChanges(after(standing, change), newAddress, moment)

    expect(used?.intake.safeContact.email).toBe('new@example.org')
  })

  it.each(['accepted', 'scheduled', 'no-show', 'attended'] as const)(
    'has it told to a leader who knows the old ways (%s), though not how',
    (state) => {
      expect(hears(changeContact(aStanding({ referral: { ...told, state } }), newAddress, moment))).toContain(
        'facilitator facilitator-contact-changed',
      )
    },
  )

  it('has it told to no leader who was never told of them', () => {
    expect(
      hears(changeContact(aStanding({ referral: { state: 'offered' } }), newAddress, moment)),
    ).not.toContain('facilitator facilitator-contact-changed')
  })

  it('can do so after their request is closed, and gives staff nothing to do by it', () => {
    const closed = aStanding({
      intake: { state: 'closed', referralId: null },
      referral: { ...told, state: 'attended' },
    })

    const change = changeContact(closed, newAddress, moment)

    expect(hears(change)).toEqual(['facilitator facilitator-contact-changed'])
    expect(change && actions(change)).toEqual([])
  })

  it('cannot once they took their request back', () => {
    expect(changeContact(aStanding({ intake: { state: 'withdrawn' } }), newAddress, moment)).toBeNull()
  })
})

describe('someone who wants no contact at all', () => {
  const busy = () => {
    const standing = aStanding({ referral: { ...told, state: 'scheduled' } })
    const tasks = reachingThem.reduce(
      (intake, action) => withTask(intake, action, moment.now, moment.office),
      standing.intake,
    )
    const followUp = planFollowUp('2026-11-25T03:00:00.000Z', [3, 7], moment.office, moment.now)
    return { ...standing, intake: { ...tasks, followUp } }
  }

  it('is called by nobody any more, asked nothing, and their address and number are not kept', () => {
    const change = stopContact(busy(), moment)

    expect(change && actions(change)).toEqual(['read-wishes'])
    expect(change?.intake).toMatchObject({
      safeContact: noContact('2026-11-23T17:00:00.000Z'),
      emailHash: null,
      phoneHash: null,
      followUp: { next: null, stopped: 'asked-to-stop' },
    })
    expect(change?.events).toEqual([{ event: 'contact-stopped', codes: {} }])
  })

  it('keeps the place that is theirs', () => {
    expect(stopContact(busy(), moment)).toMatchObject({
      freesPlace: false,
      referral: { state: 'scheduled' },
      intake: { state: 'referred' },
    })
  })

  it('has that told to a leader who might call them', () => {
    expect(hears(stopContact(busy(), moment))).toContain('facilitator facilitator-contact-changed')
  })

  it('need not say so twice', () => {
    const change = stopContact(busy(), moment)

    expect(change && stopContact(after(busy(), change), moment)).toBeNull()
  })

  it('may say so on the form for safe contact as well', () => {
    const none = { safeContact: noContact('2026-11-23T17:00:00.000Z'), emailHash: null, phoneHash: null }

    expect(changeContact(busy(), none, moment)).toEqual(stopContact(busy(), moment))
  })
})
