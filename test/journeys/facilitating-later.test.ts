import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { setFirstSession } from '../../domain/way/steps/attendance.ts'
import { aGroup } from '../support/builders.ts'
import {
  aboutThePerson,
  askAndSayYes,
  leaderOf,
  recordsOf,
  schedule,
  steadyGround,
  tuesdayAfter,
} from '../support/leader.ts'
import { byPhoneOnly, wordsOf } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'
import { takeStep } from '../support/steps.ts'

const hour = 3_600_000

describe('after the first session, a group’s leader', () => {
  let product: Product
  let records: ReturnType<typeof recordsOf>

  beforeAll(async () => {
    product = await openProduct()
    records = recordsOf(product)
    await product.addGroups(steadyGround)
  })
  afterAll(() => product.close())

  /** To an hour and a half after the session begins, and a minute more. */
  const sessionIsOver = async (session: string) => {
    product.clock.moveForward(Date.parse(session) + 91 * 60_000 - product.clock.now())
    await product.sweep()
  }

  it('is asked by mail, says that the person came, and is thanked', async () => {
    const { reference, leader, session } = await schedule(product)
    await sessionIsOver(session)
    const asked = leader.mails().at(-1)
    expect(asked?.subject).toBe(`${reference}: did they come?`)
    expect(`${asked?.text} ${asked?.html}`).not.toMatch(aboutThePerson)

    const card = await leader.openCard()
    expect(wordsOf(card.page)).toContain('Did they come?')
    const answered = await card.say('came')

    expect(wordsOf(answered)).toContain('Thank you. We noted that they came.')
    expect((await records.referralsOf(reference))[0]).toMatchObject({ state: 'attended', next: null })
    expect(wordsOf(await card.say('came'))).toContain('We noted that they came.')
    expect(wordsOf(await card.say('missed'))).toContain('Things have changed meanwhile')
    expect((await records.trailOf(reference)).filter(({ event }) => event === 'came')).toHaveLength(1)
  })

  it('says that the person did not come: one kind note, and something for staff to do', async () => {
    const { reference, leader, session } = await schedule(product)
    await sessionIsOver(session)
    const card = await leader.openCard()

    await Promise.all([card.say('missed'), card.say('missed')])

    expect(
      (await records.lettersOf(reference)).filter((letter) => letter === 'missed to person'),
    ).toHaveLength(1)
    expect(await records.tasksOf(reference)).toContain('call-after-missed')
    const again = await card.say('show')
    expect(wordsOf(again)).toContain('Set another session')
    expect(wordsOf(again)).toContain('They came after all')
    expect(wordsOf(again)).not.toContain('They did not come Set')
    await card.say('first-session', { session: tuesdayAfter(product) })
    expect((await records.referralsOf(reference))[0]).toMatchObject({ state: 'scheduled', invitations: 2 })
    expect(await records.tasksOf(reference)).not.toContain('call-after-missed')
  })

  it('can say weeks later that the person no longer comes: the place is free, and staff ask them how they are', async () => {
    const { reference, leader, session } = await schedule(product)
    await sessionIsOver(session)
    const first = await leader.openCard()
    await first.say('came')
    product.clock.moveForward(20 * 24 * hour)
    const taken = Number(await records.placesTaken())

    const card = await leader.openCard()
    expect(wordsOf(await card.say('no-longer-comes'))).toContain('Their place is free again.')
    expect(wordsOf(await card.say('no-longer-comes'))).toContain('Their place is free again.')

    expect(await records.placesTaken()).toBe(taken - 1)
    expect((await records.referralsOf(reference))[0]).toMatchObject({ state: 'completed' })
    expect(await records.tasksOf(reference)).toContain('call-person')
  })

  it('gets a code although the request is closed by then, for as long as the person sits in the group', async () => {
    const reference = await askAndSayYes(product, { consentCheckIn: null })
    const leader = leaderOf(product, reference)
    const session = tuesdayAfter(product)
    const card = await leader.openCard()
    await card.say('first-session', { session })
    await sessionIsOver(session)
    const after = await leader.openCard()
    await after.say('came')
    expect(await records.rowOf(reference)).toMatchObject({ state: 'closed' })

    const again = await leader.openCard()
    expect(wordsOf(await again.say('no-longer-comes'))).toContain('Their place is free again.')
    expect(await records.rowOf(reference)).toMatchObject({ state: 'closed' })
  })

  it('who is late is reminded once, and then staff ask', async () => {
    const reference = await askAndSayYes(product)
    const leader = leaderOf(product, reference)
    for (let hours = 0; hours < 7 * 24; hours += 3) {
      product.clock.moveForward(3 * hour)
      await product.sweep()
    }

    const subjects = leader.mails().map(({ subject }) => subject)
    expect(subjects.map((subject) => subject.replace(/ – .*/, ''))).toEqual([
      `New referral ${reference}`,
      `Reminder: ${reference} waits for your answer`,
    ])
    expect(`${leader.mails()[1]?.text} ${leader.mails()[1]?.html}`).not.toMatch(aboutThePerson)
    expect(await records.tasksOf(reference)).toContain('reach-facilitator')
    expect(wordsOf(await product.get(leader.path()))).toMatch(
      /The answer was due on \w+, \w+ \d+. It still helps today./,
    )

    const card = await leader.openCard()
    await card.say('declined', { because: 'not-taking-people' })
    expect(await records.tasksOf(reference)).not.toContain('reach-facilitator')
  })
})

describe('a leader’s e-mail that comes back', () => {
  const email = 'bounce@simulator.amazonses.com'

  it('becomes something for staff to do, and the person is not told of it', async () => {
    const product = await openProduct()
    const { tasksOf, lettersOf } = recordsOf(product)
    await product.addGroups(aGroup({ facilitator: { name: 'Dana Reed', email } }))

    const reference = await askAndSayYes(product)

    expect(await tasksOf(reference)).toContain('reach-facilitator')
    expect(await tasksOf(reference)).not.toContain('reach-another-way')
    expect(await lettersOf(reference)).toContain('staff-next-action to staff')
    await product.close()
  })

  it('does not keep us from asking the person how it goes', async () => {
    const product = await openProduct()
    const { tasksOf, rowOf } = recordsOf(product)
    await product.addGroups(aGroup({ facilitator: { name: 'Dana Reed', email } }))
    const reference = await askAndSayYes(product, byPhoneOnly)
    const at = tuesdayAfter(product)
    await takeStep(product, reference, (standing, moment) =>
      setFirstSession(standing, { at, by: 'staff' }, moment),
    )
    expect(await tasksOf(reference)).not.toContain('reach-facilitator')

    product.clock.moveForward(Date.parse(at) + 91 * 60_000 - product.clock.now())
    await product.sweep()

    expect(await tasksOf(reference)).toContain('reach-facilitator')
    expect(await rowOf(reference)).toMatchObject({ followUp: { stopped: null } })
    await product.close()
  })
})
