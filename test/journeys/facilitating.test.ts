import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { sayNo } from '../../domain/way/steps/offer.ts'
import { closeRequest } from '../../domain/way/steps/place.ts'
import { aGroup } from '../support/builders.ts'
import {
  aboutThePerson,
  askAndSayYes,
  leaderOf,
  linksOf,
  recordsOf,
  schedule,
  steadyGround,
  tuesday7pm,
  tuesdayAfter,
} from '../support/leader.ts'
import { wordsOf } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'
import { takeStep } from '../support/steps.ts'

const hour = 3_600_000
const aWeekLater = '2026-12-02T03:00:00.000Z'

describe('a group’s leader', () => {
  let product: Product
  let records: ReturnType<typeof recordsOf>

  beforeAll(async () => {
    product = await openProduct()
    records = recordsOf(product)
    await product.addGroups(
      steadyGround,
      // Wednesdays: second choice for whoever the first one has no place for.
      aGroup({
        groupId: 'riverside/still-water',
        externalId: 'still-water',
        name: 'Still Water',
        capacity: 100,
        sessions: [{ weekday: 3, startsAt: '19:00', durationMinutes: 90 }],
      }),
    )
  })
  afterAll(() => product.close())

  it('is told of a yes with nothing about the person, opens the card with a code, and sets the first session', async () => {
    const reference = await askAndSayYes(product, {
      note: 'A private note.',
      'wish-women': 'nice',
      safety: 'rather-not-say',
    })
    const leader = leaderOf(product, reference)
    const [told] = leader.mails()
    expect(told?.subject).toBe(`New referral ${reference} – please answer by Wed`)
    expect(told?.text).toContain('Your group: Steady Ground')
    expect(told?.text).toContain('Answer by: Wednesday, November 25, 5:00 pm Pacific time')
    expect(`${told?.subject} ${told?.text} ${told?.html}`).not.toMatch(aboutThePerson)

    const door = wordsOf(await product.get(leader.path()))
    expect(door).toContain('Steady Ground')
    expect(door).toContain(reference)
    expect(door).toContain('Answer by Wednesday, November 25.')
    expect(door.replace('Español', '')).not.toMatch(aboutThePerson)

    const card = await leader.openCard()
    const said = wordsOf(card.page)
    expect(card.page.status).toBe(200)
    for (const known of [
      'Robin Vale',
      'robin.vale@example.org',
      'Something hard or scary',
      'English',
      'Weekday evenings',
      'On Monday, November 23 they agreed',
    ])
      expect(said).toContain(known)
    expect(said).not.toMatch(/private note|women|\b95112\b|rather not|safe right now/i)

    const answered = await card.say('first-session', { session: tuesday7pm })
    expect(wordsOf(answered)).toContain('The first session is set.')
    expect(wordsOf(answered)).toContain('First session: Tuesday, November 24, 7:00 pm Pacific time.')
    expect((await records.referralsOf(reference))[0]).toMatchObject({
      state: 'scheduled',
      firstSessionAt: tuesday7pm,
    })
    expect(await records.lettersOf(reference)).toContain('invitation to person')
  })

  it('is on record with group and consent each time that the card is shown', async () => {
    const reference = await askAndSayYes(product)
    const card = await leaderOf(product, reference).openCard()
    await card.say('show')

    const seen = (await records.trailOf(reference)).map(({ event, codes, consentVersion }) => ({
      event,
      codes,
      consentVersion,
    }))

    const under = { codes: { groupId: 'riverside/steady-ground' }, consentVersion: '2026-11-2' }
    expect(seen.filter(({ event }) => event === 'facilitator-card-seen')).toEqual([
      { event: 'facilitator-card-seen', ...under },
      { event: 'facilitator-card-seen', ...under },
    ])
    expect(seen.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['facilitator-code-sent', 'facilitator-code-used']),
    )
  })

  it('says no: the place is free, the person hears of it kindly, and the machine finds the next group', async () => {
    const reference = await askAndSayYes(product)
    const taken = Number(await records.placesTaken())
    const card = await leaderOf(product, reference).openCard()

    expect(wordsOf(await card.say('declined'))).toContain('Tell us why it does not work')
    const answered = await card.say('declined', { because: 'full' })

    expect(wordsOf(answered)).toContain('Thank you for your answer. We look for another group for them.')
    expect(answered.body).not.toMatch(/Robin/)
    expect(await records.placesTaken()).toBe(taken - 1)
    expect(await records.lettersOf(reference)).toContain('place-gone to person')
    expect(await records.lettersOf(reference)).not.toContain('facilitator-ended to facilitator')
    const referrals = (await records.referralsOf(reference)).map(
      ({ groupId, state }) => `${String(groupId)} ${String(state)}`,
    )
    expect(referrals.toSorted()).toEqual([
      'riverside/steady-ground declined',
      'riverside/still-water proposed',
    ])
  })

  it('who presses twice changes nothing twice', async () => {
    const reference = await askAndSayYes(product)
    const leader = leaderOf(product, reference)
    const card = await leader.openCard()
    await Promise.all([
      card.say('first-session', { session: tuesdayAfter(product) }),
      card.say('first-session', { session: tuesdayAfter(product) }),
    ])
    expect((await records.referralsOf(reference))[0]).toMatchObject({ state: 'scheduled', invitations: 1 })

    const answers = await Promise.all([
      card.say('declined', { because: 'other' }),
      card.say('declined', { because: 'other' }),
    ])
    expect(answers.map(wordsOf).filter((text) => text.includes('Thank you for your answer.'))).toHaveLength(2)
    expect(
      (await records.lettersOf(reference)).filter((letter) => letter === 'place-gone to person'),
    ).toHaveLength(1)
  })

  it('types another day: what is wrong is said beside it, and nothing typed is lost', async () => {
    const reference = await askAndSayYes(product)
    const card = await leaderOf(product, reference).openCard()
    const type = (otherDate: string, otherTime: string) =>
      card.say('first-session', { session: 'other', otherDate, otherTime })

    const noTime = await type('2026-12-08', '7')
    expect(noTime.status).toBe(422)
    expect(wordsOf(noTime)).toContain('Enter a time, like 7:00 pm')
    expect(noTime.body).toContain('value="2026-12-08"')
    expect(noTime.body).toMatch(/<title>Error: /)
    expect(wordsOf(await type('2026-02-30', '19:00'))).toContain('Enter a date, like 12/1/2026')
    expect(wordsOf(await type('2026-11-02', '19:00'))).toContain('This day has passed.')
    expect(wordsOf(await type('2027-11-02', '19:00'))).toContain('Pick a day within the next 6 months')
    expect(wordsOf(await card.say('first-session'))).toContain(
      'Pick a session, or pick “Another date and time”',
    )

    expect(wordsOf(await type('12/10/2026', '6:30 pm'))).toContain(
      'First session: Thursday, December 10, 6:30 pm Pacific time.',
    )
    expect((await records.referralsOf(reference))[0]).toMatchObject({
      firstSessionAt: '2026-12-11T02:30:00.000Z',
    })
  })

  it('moves the first session, and is asked about the new day alone', async () => {
    const { reference, leader } = await schedule(product)
    const card = await leader.openCard()

    await card.say('first-session', { session: aWeekLater })

    expect((await records.referralsOf(reference))[0]).toMatchObject({
      firstSessionAt: aWeekLater,
      invitations: 2,
    })
    expect(wordsOf(await card.say('came'))).toContain('Things have changed meanwhile, so we did nothing.')
    expect((await records.referralsOf(reference))[0]).toMatchObject({ state: 'scheduled' })
  })

  it('sees what happened meanwhile when the person has taken their yes back', async () => {
    const reference = await askAndSayYes(product)
    const leader = leaderOf(product, reference)
    const card = await leader.openCard()
    await takeStep(
      product,
      reference,
      (standing, moment) => sayNo(standing, { another: false, by: 'person' }, moment),
      { is: 'person' },
    )
    await product.settle()

    const answered = await card.say('first-session', { session: tuesdayAfter(product) })

    expect(wordsOf(answered)).toContain('The person told us that they are not coming.')
    expect(answered.body).not.toMatch(/Robin/)
    expect((await records.referralsOf(reference))[0]).toMatchObject({
      state: 'declined',
      firstSessionAt: null,
    })
    const last = leader.mails().at(-1)
    expect(last?.subject).toBe(`${reference}: nothing more to do`)
    expect(`${last?.text} ${last?.html}`).not.toMatch(aboutThePerson)
    expect(last?.text).not.toMatch(/said no|changed|not coming/i)
    expect(wordsOf(await product.get(leader.path()))).toContain('There is nothing to do here')
    expect((await leader.post({ action: 'send-code' })).status).toBe(303)
    await product.settle()
    expect(leader.mails().at(-1)).toEqual(last)
  })

  it('hears that there is nothing more to do also when the whole request is closed', async () => {
    const reference = await askAndSayYes(product)
    await takeStep(product, reference, (standing, moment) =>
      closeRequest(standing, 'helped-elsewhere', moment),
    )
    await product.settle()

    expect(leaderOf(product, reference).mails().at(-1)?.subject).toBe(`${reference}: nothing more to do`)
  })

  it('finds a neutral page when the person was erased meanwhile, with the link and on the open card', async () => {
    const reference = await askAndSayYes(product)
    const leader = leaderOf(product, reference)
    const card = await leader.openCard()
    await product.erase(String((await records.rowOf(reference))['intakeId']))

    for (const page of [await product.get(leader.path()), await card.say('show'), await card.say('came')]) {
      expect(page.status).toBe(404)
      expect(page.body).not.toMatch(/Robin|Steady Ground/)
    }
  })

  it('who was not to be told gets no e-mail, and no link or pass shows a card', async () => {
    const reference = await askAndSayYes(product, {}, false)
    const [referral] = await records.referralsOf(reference)
    const id = String(referral?.['referralId'])
    expect(leaderOf(product, reference).mails()).toEqual([])

    const later = product.clock.now() + hour
    const links = linksOf(product)
    const path = `/facilitator/${await links.sign('facilitator', id, later)}`
    const pass = await links.sign('facilitator-pass', id, later)

    expect(wordsOf(await product.get(path))).toContain('There is nothing to do here')
    for (const fields of [
      { action: 'send-code' },
      { action: 'open', code: '123456' },
      { action: 'show', pass },
      { action: 'came', pass },
    ]) {
      const page = await product.postForm(path, new URLSearchParams(fields))
      expect(page.body).not.toMatch(/Robin|Steady Ground/)
    }
    expect(await records.trailOf(reference)).toEqual([])
  })
})

describe('where 42 CFR part 2 holds', () => {
  it('the card carries its notice, in the words of the law; elsewhere it does not', async () => {
    const notice = '42 CFR part 2 prohibits unauthorized use or disclosure of these records.'
    const product = await openProduct({ settings: { PART_2_NOTICE: 'on' } })
    await product.addGroups(steadyGround)
    const leader = leaderOf(product, await askAndSayYes(product))

    expect(wordsOf((await leader.openCard()).page)).toContain(notice)
    product.reconnect({ PART_2_NOTICE: 'off' })
    expect(wordsOf((await leader.openCard()).page)).not.toContain(notice)
    await product.close()
  })
})
