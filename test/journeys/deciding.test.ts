import { GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { localTables } from '../../local/create-tables.ts'
import { between } from '../support/between.ts'
import { aGroup, anOpenMeeting } from '../support/builders.ts'
import { type Desk, openDesk } from '../support/desk.ts'
import { textOf } from '../support/page-parts.ts'
import { aFilledForm, byPhoneOnly, send } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'
import type { Seen } from '../support/staff-browser.ts'

const hour = 3_600_000
const robin = 'robin.vale@example.org'

const steady = aGroup()
const warm = aGroup({
  groupId: 'riverside/warm-evenings',
  externalId: 'warm-evenings',
  name: 'Warm Evenings',
})
const mornings = aGroup({
  groupId: 'riverside/mornings',
  externalId: 'mornings',
  name: 'Slow Mornings',
  sessions: [{ weekday: 3, startsAt: '09:00', durationMinutes: 60 }],
})

let product: Product
let ada: Desk
let sam: Desk

beforeEach(async () => {
  product = await openProduct()
  await product.addGroups(steady, warm, mornings, anOpenMeeting())
  ada = await openDesk(product, 'coordinator')
  sam = await openDesk(product, 'admin')
})
afterEach(() => product.close())

const ask = async (given: Parameters<typeof aFilledForm>[0] = {}) => {
  const { reference } = await send(product, aFilledForm(given))
  await product.settle()
  return reference
}

const says = ({ body }: Seen) => textOf(body)

const theIntake = async () => (await product.rows('intakes'))[0] ?? {}
const theReferrals = async () =>
  (await product.rows('referrals'))
    .toSorted((one, other) => (String(one['referralId']) < String(other['referralId']) ? -1 : 1))
    .map(({ groupId, state }) => [groupId, state])
const takenIn = async (groupId: string) =>
  (await product.rows('groups')).find((one) => one['groupId'] === groupId)?.['placesTaken']
const trail = async () => {
  const { intakeId } = await theIntake()
  return (await product.rows('trail'))
    .filter(({ subjectId }) => subjectId === intakeId)
    .toSorted((one, other) => (String(one['entryId']) < String(other['entryId']) ? -1 : 1))
}
const eventsOf = async () => (await trail()).map(({ event }) => String(event))

describe('the inbox', () => {
  it('shows what has to be done, soonest first, urgent on top, and in words', async () => {
    const first = await ask({ email: 'first@example.org' })
    const meeting = await ask({ topics: 'drinking', email: 'meets@example.org' })
    const unsafe = await ask({ safety: 'might-hurt', helpSeen: 'yes', ...byPhoneOnly })

    const page = await ada.inbox()

    expect(page.status).toBe(200)
    const order = [...page.body.matchAll(/\/staff\/intakes\/([\w-]+)"/g)].map(([, reference]) => reference)
    expect(order).toEqual([unsafe, first, meeting])
    const words = says(page)
    expect(words).toContain('3 things to do · 1 to read first · 0 late · 1 due today')
    expect(words).toMatch(/Read first Read this form first .* Call .*English .*None yet/)
    expect(words).toContain('Evening Light')
    expect(words).not.toMatch(/Robin|example\.org|312.?555/)
  })

  it('says since when something is late', async () => {
    await ask()
    product.clock.moveForward(50 * hour)
    const again = await openDesk(product)

    expect(says(await again.inbox())).toMatch(/1 late .*Late since Tue 5 pm/)
  })

  it('says what waits on others, and drops it once it is answered', async () => {
    const reference = await ask()
    await ada.decide(reference, 'offer')

    const words = says(await ada.inbox())

    expect(words).toContain('Nothing waits for you.')
    expect(words).toMatch(new RegExp(`Offers that people have to answer .*${reference} .*The person .*`))
    await ada.decide(reference, 'say-no', { another: 'no' })
    expect(says(await ada.inbox())).toContain('Nobody has to answer anything.')
  })

  it('finds a request by a reference that is typed in any way, and says what is wrong with another', async () => {
    const reference = await ask()
    const sloppy = reference.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')

    const found = await ada.browser.get(
      `/staff/intakes?${new URLSearchParams({ reference: sloppy }).toString()}`,
    )
    const wrong = await ada.browser.get('/staff/intakes?reference=7KQ-4M2-XRX')

    expect([found.status, found.headers['location']]).toEqual([303, `/staff/intakes/${reference}`])
    expect(wrong.status).toBe(422)
    expect(says(wrong)).toContain('This is not a reference.')
    expect((await ada.open('7KQ-4M2-XR5')).status).toBe(404)
  })

  it('says aloud that a row could not be read', async () => {
    await ask()
    const intake = await theIntake()
    await product.dynamodb.send(
      new PutItemCommand({
        TableName: localTables.intakes,
        Item: marshall({ ...intake, schema: 9 }, { removeUndefinedValues: true }),
      }),
    )

    expect(says(await ada.inbox())).toContain('1 row could not be read')
  })

  it('is for staff alone', async () => {
    const reference = await ask()

    for (const path of ['/staff', `/staff/intakes/${reference}`, `/staff/intakes/${reference}/groups`]) {
      const stranger = await product.get(path)
      expect([path, stranger.status]).toEqual([path, 303])
      expect(stranger.headers['location']).toContain('/staff/sign-in')
    }
    expect(
      (await product.postForm(`/staff/intakes/${reference}`, new URLSearchParams({ step: 'offer' }))).status,
    ).toBe(403)
  })
})

describe('the page of a request', () => {
  it('has safe contact before anything else of the person, and why this group with every point', async () => {
    const reference = await ask({ note: 'I tried one <script>alert(1)</script> before.' })

    const page = await ada.open(reference)

    const words = says(page)
    expect(words.indexOf('Safe contact first')).toBeLessThan(words.indexOf('Robin Vale'))
    expect(words).toContain('It is about what you asked for. 400 points')
    expect(words).toMatch(/Together \d+ points/)
    expect(page.body).not.toContain('<script')
    expect(page.body).toContain('&lt;script&gt;')
  })

  it('writes down each time who opened it, before it is shown', async () => {
    const reference = await ask()
    await ada.open(reference)
    await sam.open(reference)

    const views = (await trail()).filter(({ event }) => event === 'page-seen')

    expect(views.map(({ by, codes }) => [by, (codes as Record<string, string>)['staffId']])).toEqual([
      ['staff', 'ada-brook'],
      ['staff', 'sam-ortiz'],
    ])
    expect(says(await ada.open(reference))).toMatch(
      /Who opened this page \(3\) .*Ada Brook opened this page\. .*Sam Ortiz opened this page\./,
    )
  })

  it('has buttons for what is possible, and no others', async () => {
    const reference = await ask()
    const proposed = await ada.open(reference)
    await ada.decide(reference, 'offer')
    const offered = await ada.open(reference)
    await ada.decide(reference, 'close', { because: 'helped-elsewhere' })
    const closed = await ada.open(reference)

    const steps = [
      'offer',
      'decline',
      'wait',
      'say-yes',
      'say-no',
      'first-session',
      'came',
      'close',
      'note',
    ] as const
    const buttons = (page: Seen) => steps.filter((step) => ada.hasButton(page, step))
    expect(buttons(proposed)).toEqual(['offer', 'decline', 'wait', 'close', 'note'])
    expect(buttons(offered)).toEqual(['decline', 'wait', 'say-yes', 'say-no', 'close', 'note'])
    expect(buttons(closed)).toEqual(['note'])
  })

  it('never lets the machine place someone who is not safe', async () => {
    const reference = await ask({ safety: 'being-hurt', helpSeen: 'yes' })

    const page = await ada.open(reference)

    expect(says(page)).toContain('Someone is hurting me or scaring me')
    expect([ada.hasButton(page, 'look-again'), ada.hasButton(page, 'wait')]).toEqual([false, false])
  })
})

describe('offering a place', () => {
  it('shows the very letter first, sends nothing before the yes, and then sends just that', async () => {
    const reference = await ask()
    const before = product.mailsTo(robin).length

    const preview = await ada.press(await ada.open(reference), 'offer')
    expect(preview.status).toBe(200)
    expect(await theReferrals()).toEqual([[steady.groupId, 'proposed']])
    await product.settle()
    expect(product.mailsTo(robin)).toHaveLength(before)

    const done = await ada.confirm(preview)
    await product.settle()

    expect([done.status, done.headers['location']]).toEqual([303, `/staff/intakes/${reference}?done=offer`])
    expect(await theReferrals()).toEqual([[steady.groupId, 'offered']])
    const letter = product.mailsTo(robin).at(-1)
    const flat = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
    const withoutPrivateLink = flat(letter?.text ?? '').replaceAll(/(\/\w+\/)[\w-]+\.[\w.-]+/g, '$1…')
    expect(flat(says(preview))).toContain(withoutPrivateLink)
    expect(says(preview)).toContain(letter?.subject ?? 'a subject')
    expect(says(preview)).not.toContain(robin)
    expect(says(await ada.browser.get(done.headers['location'] ?? ''))).toContain('The place is offered.')
  })

  it('shows nobody the private link of the person', async () => {
    const reference = await ask()

    const preview = await ada.press(await ada.open(reference), 'offer')

    expect(preview.body).toMatch(/localhost:3000\/\w+\/…/)
    expect(preview.body).not.toMatch(/localhost:3000\/\w+\/[\w-]+\./)
  })

  it('pressed twice offers once, and says that it is done', async () => {
    const reference = await ask()
    const preview = await ada.press(await ada.open(reference), 'offer')
    product.clock.moveForward(1000)

    const [first, second] = [await ada.confirm(preview), await ada.confirm(preview)]

    expect([first.status, second.status]).toEqual([303, 409])
    expect(says(second)).toContain('Ada Brook offered the place in Steady Ground.')
    await product.settle()
    expect((await eventsOf()).filter((event) => event === 'offered')).toHaveLength(1)
  })
})

describe('two of staff at once', () => {
  it('the second sees what the first did, and nothing of theirs is written', async () => {
    const reference = await ask()
    const [adaSees, samSees] = [await ada.open(reference), await sam.open(reference)]
    product.clock.moveForward(1000)
    await ada.confirm(await ada.press(adaSees, 'offer'))

    const late = await sam.press(samSees, 'decline', { because: 'full' })

    expect(late.status).toBe(409)
    expect(says(late)).toContain('Someone was here before you')
    expect(says(late)).toContain('Ada Brook offered the place in Steady Ground.')
    expect(await theReferrals()).toEqual([[steady.groupId, 'offered']])
    expect(sam.hasButton(late, 'say-yes')).toBe(true)
  })

  it('what was typed is still there', async () => {
    const reference = await ask()
    const samSees = await sam.open(reference)
    await ada.decide(reference, 'offer')

    const late = await sam.press(samSees, 'note', { text: 'Calls back <b>on Friday</b>.' })

    expect(late.status).toBe(409)
    expect(late.body).toContain('Calls back &lt;b&gt;on Friday&lt;/b&gt;.</textarea>')
    expect((await theIntake())['notes']).toEqual([])
  })

  /** Does something at the last moment: when the row has been read, and nothing is written yet. */
  const onceRead = (act: () => Promise<unknown>) => {
    const restore = between(
      (command) => command instanceof GetItemCommand && command.input.TableName === localTables.intakes,
      async () => {
        restore()
        await act()
      },
    )
  }

  it('a reminder of the machine stands in nobody’s way', async () => {
    const reference = await ask()
    const page = await ada.open(reference)
    const { intakeId, revision } = await theIntake()
    onceRead(() =>
      product.dynamodb.send(
        new UpdateItemCommand({
          TableName: localTables.intakes,
          Key: { intakeId: { S: String(intakeId) } },
          UpdateExpression: 'SET revision = revision + :one',
          ExpressionAttributeValues: { ':one': { N: '1' } },
        }),
      ),
    )

    const answer = await ada.press(page, 'note', { text: 'Called, all well.' })

    expect(answer.status).toBe(303)
    expect(await theIntake()).toMatchObject({
      revision: Number(revision) + 2,
      notes: [{ staffId: 'ada-brook' }],
    })
  })

  it('of whom one is a moment sooner: the other learns it, though both had seen the same', async () => {
    const reference = await ask()
    const preview = await ada.press(await ada.open(reference), 'offer')
    onceRead(() => sam.decide(reference, 'wait'))

    const late = await ada.confirm(preview)

    expect(late.status).toBe(409)
    expect(says(late)).toContain('Sam Ortiz put the person on the waiting list.')
    expect(await theReferrals()).toEqual([[steady.groupId, 'redirected']])
  })

  it('a task that someone else has done is not done twice', async () => {
    const reference = await ask({ topics: 'drinking' })
    const samSees = await sam.open(reference)
    await ada.decide(reference, 'done', { action: 'read-form' })

    const late = await sam.press(samSees, 'done', { action: 'read-form' })

    expect(late.status).toBe(409)
    expect(says(late)).toContain('Ada Brook did this: Read this form.')
  })
})

describe('declining a place', () => {
  it('frees it and finds the next best; the person hears nothing of a group they never knew', async () => {
    const reference = await ask()
    const before = product.mailsTo(robin).length

    await ada.decide(reference, 'decline', { because: 'not-suitable' })
    await product.settle()

    expect(await theReferrals()).toEqual([
      [steady.groupId, 'declined'],
      [warm.groupId, 'proposed'],
    ])
    expect([await takenIn(steady.groupId), await takenIn(warm.groupId)]).toEqual([0, 1])
    expect(product.mailsTo(robin)).toHaveLength(before)
    expect((await eventsOf()).filter((event) => event === 'declined')).toHaveLength(1)
  })

  it('asks for the reason, and says so beside the question', async () => {
    const reference = await ask()

    const answer = await ada.press(await ada.open(reference), 'decline')

    expect(answer.status).toBe(422)
    expect(says(answer)).toContain('Pick the reason')
    expect(answer.body).toMatch(/<details[^>]*id="decline"[^>]*open/)
  })
})

describe('picking another group', () => {
  it('shows what fits first, and takes the place there and gives the first one back', async () => {
    const reference = await ask()
    const groups = await ada.open(reference, '/groups')
    expect(says(groups)).toMatch(
      /Groups that fit and have a place .*Warm Evenings .*Groups that nearly fit .*Slow Mornings/,
    )

    const done = await ada.decide(reference, 'other-group', { groupId: warm.groupId })

    expect(done.headers['location']).toBe(`/staff/intakes/${reference}?done=other-group`)
    expect(await theReferrals()).toEqual([
      [steady.groupId, 'redirected'],
      [warm.groupId, 'proposed'],
    ])
    expect([await takenIn(steady.groupId), await takenIn(warm.groupId)]).toEqual([0, 1])
  })

  it('takes one that nearly fits only when what it does not meet is ticked, rule for rule', async () => {
    const reference = await ask()
    const groups = await ada.open(reference, '/groups')
    const pick = (know: string[]) => ada.press(groups, 'other-group', { groupId: mornings.groupId, know })

    const untold = await pick([])
    const other = await pick(['too-far'])
    expect([untold.status, other.status]).toEqual([422, 422])
    expect(says(untold)).toContain('Tick each thing that this group does not meet')

    await ada.confirm(await pick(['other-time']))

    expect((await theReferrals()).at(-1)).toEqual([mornings.groupId, 'proposed'])
    const picked = (await trail()).find(({ event }) => event === 'other-group')
    expect(picked?.['codes']).toMatchObject({ rules: 'other-time', staffId: 'ada-brook' })
  })

  it('says clearly when the last place was taken meanwhile, and changes nothing', async () => {
    const reference = await ask()
    const groups = await ada.open(reference, '/groups')
    await product.addGroups({ ...warm, placesTaken: warm.capacity })

    const late = await ada.press(groups, 'other-group', { groupId: warm.groupId })

    expect(late.status).toBe(409)
    expect(says(late)).toContain('The last place in Warm Evenings was taken')
    expect(await theReferrals()).toEqual([[steady.groupId, 'proposed']])
  })

  it('is open to those whom the machine may not place', async () => {
    const reference = await ask({ safety: 'might-hurt', helpSeen: 'yes' })

    await ada.decide(reference, 'other-group', { groupId: steady.groupId })

    expect(await theReferrals()).toEqual([[steady.groupId, 'proposed']])
    expect((await theIntake())['state']).toBe('referred')
  })
})

describe('what staff hear by phone', () => {
  it('a yes is written down with the answer about sharing, and who heard it', async () => {
    const reference = await ask()
    await ada.decide(reference, 'offer')

    await ada.decide(reference, 'say-yes', { share: 'no' })

    const [referral] = await product.rows('referrals')
    expect(referral).toMatchObject({ state: 'accepted', consent: { share: false, heardBy: 'staff' } })
    expect(says(await ada.open(reference))).toContain('Arrange the first session with the group')
  })

  it('a no frees the place and looks for another group when they wish', async () => {
    const reference = await ask()
    await ada.decide(reference, 'offer')

    await ada.decide(reference, 'say-no', { another: 'yes' })
    await product.settle()

    expect(await theReferrals()).toEqual([
      [steady.groupId, 'declined'],
      [warm.groupId, 'proposed'],
    ])
  })

  it('a first session is set to a coming day, or to a day and time by the group’s clock; then they come', async () => {
    const reference = await ask()
    await ada.decide(reference, 'offer')
    await ada.decide(reference, 'say-yes', { share: 'no' })
    const page = await ada.open(reference)

    const wrong = await ada.press(page, 'first-session', {
      session: 'other',
      date: '13/1/2026',
      time: '7',
    })
    expect(wrong.status).toBe(422)
    expect(says(wrong)).toContain('Enter the day like 12/1/2026')
    expect(says(wrong)).toContain('Enter the time like 7:00 pm')
    expect(wrong.body).toContain('value="13/1/2026"')

    const typed = { session: 'other', date: '12/1/2026', time: '7:00 pm' }
    await ada.decide(reference, 'first-session', typed)
    const [referral] = await product.rows('referrals')
    expect(referral).toMatchObject({ state: 'scheduled', firstSessionAt: '2026-12-02T03:00:00.000Z' })

    await ada.decide(reference, 'came')
    expect(await theReferrals()).toEqual([[steady.groupId, 'attended']])
  })
})

describe('someone who cannot be reached', () => {
  it('is tried three times before staff may let go, and their place goes on', async () => {
    const reference = await ask(byPhoneOnly)
    for (let tries = 0; tries < 3; tries += 1) {
      expect(ada.hasButton(await ada.open(reference), 'give-up')).toBe(false)
      await ada.decide(reference, 'attempt', { channel: 'call' })
    }
    expect(says(await ada.open(reference))).toContain('3 of 3 tries so far.')

    await ada.decide(reference, 'give-up')

    expect(await theReferrals()).toEqual([[steady.groupId, 'could-not-contact']])
    expect(await takenIn(steady.groupId)).toBe(0)
    expect((await theIntake())['closed']).toMatchObject({ because: 'could-not-contact' })
  })

  it('is never called on a way that they did not name without a warning', async () => {
    const reference = await ask(byPhoneOnly)

    expect(says(await ada.open(reference))).toMatch(
      /By call By text Not one of their safe ways By email Not one/,
    )
  })
})

describe('the waiting list', () => {
  it('takes someone whom staff put there, and frees their place', async () => {
    const reference = await ask()

    await ada.decide(reference, 'wait')

    expect((await theIntake())['state']).toBe('waiting')
    expect(await theReferrals()).toEqual([[steady.groupId, 'redirected']])
  })
})

describe('a form that was sent again', () => {
  it('stands beside the first, and can be used: with a new address, which is hashed', async () => {
    const form = aFilledForm()
    const { reference } = await send(product, form)
    await product.settle()
    const { emailHash } = await theIntake()
    form.set('email', 'robin.new@example.org')
    form.set('name', 'Robin Ortiz')
    await product.postForm('/intakes', form)
    await product.settle()

    const page = await ada.open(reference)
    expect(says(page)).toMatch(
      /The form was sent again .*Name .*Robin Vale .*Robin Ortiz .*Safe contact .*robin\.new@example\.org/,
    )
    await ada.decide(reference, 'use-changes')

    const after = await theIntake()
    expect(after).toMatchObject({ request: { name: 'Robin Ortiz' }, sentAgain: [] })
    expect(after['emailHash']).not.toBe(emailHash)
    expect(after['emailHash']).toEqual(expect.stringMatching(/^[\w-]{43}$/))
  })

  it('cannot be used by someone who has not seen the last of it', async () => {
    const form = aFilledForm()
    const { reference } = await send(product, form)
    await product.settle()
    form.set('name', 'Robin Ortiz')
    await product.postForm('/intakes', form)
    await product.settle()
    const page = await ada.open(reference)
    product.clock.moveForward(1000)
    form.set('name', 'Robin Lane')
    await product.postForm('/intakes', form)
    await product.settle()

    const late = await ada.press(page, 'use-changes')

    expect(late.status).toBe(409)
    expect(says(late)).toContain('The person sent the form again with other answers.')
    expect(await theIntake()).toMatchObject({ request: { name: 'Robin Vale' } })
  })
})

describe('private data', () => {
  it('stands in no address that a browser or a log would keep', async () => {
    const reference = await ask()
    const answers = [
      await ada.decide(reference, 'note', { text: 'Robin calls on Friday.' }),
      await ada.decide(reference, 'offer'),
      await ada.decide(reference, 'close', { because: 'person-says-no' }),
    ]

    for (const { status, headers } of answers) {
      expect(status).toBe(303)
      expect(headers['location']).toMatch(new RegExp(`^/staff/intakes/${reference}\\?done=[a-z-]+$`))
    }
    expect(JSON.stringify(await trail())).not.toMatch(/Robin|example\.org|Friday/)
  })
})
