import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { TableName } from '../../adapters/tables.ts'
import { tables } from '../../adapters/tables.ts'
import { came } from '../../domain/way/steps/attendance.ts'
import { offer } from '../../domain/way/steps/offer.ts'
import { closeRequest } from '../../domain/way/steps/place.ts'
import { invoke } from '../../local/handlers.ts'
import { dieAfter } from '../support/dying.ts'
import { queueEvent } from '../support/events.ts'
import { leaderOf } from '../support/leader.ts'
import { ownPageOf } from '../support/own-page.ts'
import { type Confirmation, aFilledForm, send, wordsOf } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'
import { aLedGroup, passIn, withAPlace, yes } from '../support/with-a-place.ts'

const minute = 60_000
const day = 24 * 60 * minute
const ines = 'ines@riverside.example.org'

const canary = {
  name: 'Canary Byrd',
  note: 'A canary sang in the mine.',
  zip: '95113',
  contact: ['email', 'call'],
  email: 'canary@example.org',
  phone: '(415) 555-0177',
  voicemail: 'no-message',
}
/** Whatever of it could be left anywhere; and what nobody else in the same tables has told us. */
const traces = /canary|byrd|\b95113\b|4155550177|415.?555|trauma|weekday|Steady Ground/i
const theirsAlone = /canary|byrd|\b95113\b|4155550177|415.?555/i

const allTables = Object.keys(tables) as TableName[]

let product: Product
let robins: ReturnType<typeof withAPlace>

beforeEach(async () => {
  product = await openProduct()
  robins = withAPlace(product)
  await product.addGroups(aLedGroup())
})
afterEach(() => product.close())

const mailsToCanary = () => product.mailsTo(canary.email)

/** Rows of all tables but the directory's, which hold something that a person told us, or name them by id. */
const left = async (intakeId: string, found = traces) => {
  const rows = await Promise.all(
    allTables
      .filter((table) => table !== 'groups')
      .map(async (table) => (await product.rows(table)).map((row) => ({ table, row }))),
  )
  return rows
    .flat()
    .filter(({ row }) => JSON.stringify(row).includes(intakeId) || found.test(JSON.stringify(row)))
    .map(({ table, row }) => (table === 'trail' ? `trail: ${String(row['event'])}` : table))
}

const idOf = async ({ reference }: Pick<Confirmation, 'reference'>) =>
  String((await product.rows('intakes')).find((row) => row['reference'] === reference)?.['intakeId'])

const placesTaken = async () => (await product.rows('groups'))[0]?.['placesTaken']

const ask = async (given: Parameters<typeof aFilledForm>[0] = {}) => {
  const confirmation = await send(product, aFilledForm({ ...canary, ...given }))
  await product.settle()
  return confirmation
}

/** The path of the page of an offer, from the newest mail that leads there. */
const offerPath = () => {
  const text = mailsToCanary().findLast(({ text }) => text.includes('/offer/'))?.text ?? ''
  return /\/offer\/[\w.-]+(\?\S+)?/.exec(text)?.[0] ?? ''
}
const offered = async () => {
  const one = await ask()
  await robins.takes(one.reference, offer)
  return one
}
const saysYes = async () => {
  const one = await offered()
  await robins.answers(offerPath(), yes)
  return one
}
const scheduled = async () => {
  const one = await saysYes()
  await robins.getsFirstDay(one.reference)
  return one
}

/** Looks often enough for what is left to be found and to be found gone. */
const sweepAway = async () => {
  for (let looks = 0; looks < 3; looks += 1) {
    await product.sweep()
    product.clock.moveForward(6 * minute)
  }
}

const nothingButTheFact = ['trail: erased', 'tombstones']

const stages: [string, () => Promise<Confirmation>][] = [
  ['waiting for staff', () => ask({ topics: 'not-sure' })],
  ['not safe', () => ask({ safety: 'might-hurt', helpSeen: 'yes' })],
  ['a place is held', () => ask()],
  ['a place is offered', offered],
  ['after a yes', saysYes],
  ['with a first day', scheduled],
  [
    'after they took it back',
    async () => {
      const one = await saysYes()
      await ownPageOf(product, one).goes('withdraw', 'withdraw-now')
      return one
    },
  ],
  [
    'after they stopped all contact',
    async () => {
      const one = await scheduled()
      await ownPageOf(product, one).goes('stop', 'stop-contact')
      return one
    },
  ],
]

describe('someone who has everything deleted', () => {
  it.each(stages)('leaves nothing but the fact, in any table (%s)', async (_, come) => {
    const one = await come()
    const intakeId = await idOf(one)
    expect((await left(intakeId)).length).toBeGreaterThan(2)

    const page = await ownPageOf(product, one).goes('erase', 'erase-now')

    expect(page.status).toBe(200)
    expect(wordsOf(page)).toContain('Your answers are deleted')
    expect(await placesTaken()).toBe(0)
    await sweepAway()
    expect(await left(intakeId)).toEqual(nothingButTheFact)
  })

  it('has their answers gone with the press of the button, before anything else is done', async () => {
    const one = await scheduled()
    const intakeId = await idOf(one)

    const page = await ownPageOf(product, one).turnsTo('erase')
    await product.postForm(one.statusPath, new URLSearchParams({ go: 'erase-now', pass: passIn(page.body) }))

    const [intake] = await product.rows('intakes')
    expect(intake).toMatchObject({ intakeId, state: 'erased', safeContact: { email: canary.email } })
    expect(JSON.stringify({ ...intake, safeContact: null })).not.toMatch(traces)
  })

  it('gets one last note, which takes the appointment out of their calendar, and none after that', async () => {
    const one = await scheduled()
    const before = mailsToCanary().length

    await ownPageOf(product, one).goes('erase', 'erase-now')
    for (let days = 0; days < 3; days += 1) {
      product.clock.moveForward(4 * day)
      await product.sweep()
    }

    const mails = mailsToCanary().slice(before)
    expect(mails.map(({ subject }) => subject)).toEqual(['Done'])
    expect(mails[0]?.text).toContain('Your answers are deleted')
    expect(mails[0]?.attachments.length).toBeGreaterThan(0)
    expect(JSON.stringify(mails[0]?.attachments)).toMatch(/CANCEL/)
  })

  it('hears nothing by mail where that is not safe', async () => {
    const one = await scheduled()
    await ownPageOf(product, one).goes('stop', 'stop-contact')
    const before = mailsToCanary().length

    await ownPageOf(product, one).goes('erase', 'erase-now')
    await sweepAway()

    expect(mailsToCanary()).toHaveLength(before)
  })

  it('cannot be used to fill somebody else’s mailbox', async () => {
    for (let forms = 0; forms < 3; forms += 1) {
      const one = await ask()
      await ownPageOf(product, one).goes('erase', 'erase-now')
    }
    await sweepAway()

    expect(mailsToCanary().map(({ subject }) => subject.replace(/ · .*/, ''))).toEqual([
      'We got your form',
      'Done',
    ])
    expect(await product.rows('intakes')).toEqual([])
  })

  it('has the leader who knew told that there is nothing more to do, without a name', async () => {
    const one = await scheduled()
    const leader = leaderOf(product, one.reference, ines)
    await leader.openCard()

    await ownPageOf(product, one).goes('erase', 'erase-now')

    const mail = leader.mails().at(-1)
    expect(mail?.subject).toContain('nothing more to do')
    expect(mail?.text).not.toMatch(/canary|byrd|415.?555/i)
    await sweepAway()
    expect((await product.get(leader.path())).status).toBe(404)
  })

  it('gives their place to who waits', async () => {
    await product.addGroups(aLedGroup({ capacity: 1 }))
    const one = await saysYes()
    await send(product, aFilledForm())
    await product.settle()

    await ownPageOf(product, one).goes('erase', 'erase-now')
    await sweepAway()

    expect(await product.rows('intakes')).toMatchObject([
      { state: 'referred', request: { name: 'Robin Vale' } },
    ])
  })

  it('is not found any more by any link, at once and for ever after', async () => {
    const sent = await product.postForm('/intakes', aFilledForm(canary))
    await product.settle()
    const confirmation = sent.headers['location'] ?? ''
    const body = (await product.get(confirmation)).body
    const one: Confirmation = {
      page: await product.get(confirmation),
      reference: /"reference">\s*(\w{3}-\w{3}-\w{3})\s*</.exec(body)?.[1] ?? '',
      statusPath: /\/status\/[\w.-]+/.exec(body)?.[0] ?? '',
      code: /"reference">\s*(\d{4})\s*</.exec(body)?.[1] ?? '',
    }
    await robins.takes(one.reference, offer)
    const path = offerPath()
    const page = await ownPageOf(product, one).turnsTo('erase')
    const own = ownPageOf(product, one)
    await own.press(page, 'erase-now')

    const neutral = async () => {
      for (const link of [one.statusPath, path, confirmation]) {
        const answer = await product.get(link)
        expect([link, answer.status]).toEqual([link, 404])
        expect(wordsOf(answer)).toContain('This page is closed')
      }
      expect((await own.press(page, 'erase-now')).status).toBe(404)
      expect((await own.details()).status).toBe(404)
    }
    await neutral()
    await sweepAway()
    await neutral()
    product.clock.moveForward(80 * day)
    expect((await product.get(one.statusPath)).status).toBe(404)
  })

  it('is brought back by no late message, and by no report of SES', async () => {
    const form = aFilledForm(canary)
    const one = await send(product, form)
    await product.settle()
    const intakeId = await idOf(one)
    const letter = (await product.rows('emails')).find(({ emailId }) => emailId !== undefined)
    const messages: Record<string, unknown>[] = []
    const match = product.sources.find(({ url }) => url.includes('intakes'))
    const handle = match?.handle
    if (match && handle)
      match.handle = (event) => {
        messages.push(...event.Records.map(({ body }) => JSON.parse(body) as Record<string, unknown>))
        return handle(event)
      }
    form.set('note', 'A canary changed its mind.')
    await send(product, form)
    await product.settle()
    await ownPageOf(product, one).goes('erase', 'erase-now')

    const late = async () => {
      for (const message of messages) await invoke.queue('match-intake', queueEvent(message))
      await invoke.queue(
        'match-intake',
        queueEvent({ schema: 1, kind: 'again', intakeId, because: 'time-to-look', excluding: [] }),
      )
      const { subjectId, occurrence, template, addressHash, referralId } = letter ?? {}
      const nudge = { schema: 1, subjectId, occurrence, template, addressHash, referralId }
      await invoke.queue('send-email', queueEvent({ ...nudge, state: 'pending', attempts: 0 }))
      await invoke.queue('send-email', queueEvent({ ...nudge, state: 'sending', attempts: 1 }))
      for (const eventType of ['Send', 'Delivery', 'Complaint', 'Bounce'])
        await invoke.queue(
          'record-delivery',
          queueEvent({
            eventType,
            mail: { messageId: 'ses-1', tags: { emailId: [letter?.['emailId']] } },
            bounce: { bounceType: 'Permanent' },
          }),
        )
      await product.settle()
    }
    expect(messages.length).toBeGreaterThan(0)
    await late()
    await sweepAway()
    await late()
    await sweepAway()

    expect(await left(intakeId)).toEqual(nothingButTheFact)
  })

  it('is erased in the end though SES takes no letter for two days', async () => {
    const one = await scheduled()
    const intakeId = await idOf(one)
    product.aws.ses.faults.next(Array.from({ length: 500 }, () => 'Throttling'))

    await ownPageOf(product, one).goes('erase', 'erase-now')
    await product.sweep()
    expect(await left(intakeId)).toContain('intakes')
    for (let hours = 0; hours < 30; hours += 5) {
      product.clock.moveForward(5 * 60 * minute)
      await product.sweep()
    }

    expect(await left(intakeId)).toEqual(nothingButTheFact)
  })
})

describe('an erasure that is stopped half-way', () => {
  /** Someone with everything that there can be to delete, beside someone who must lose nothing. */
  const someone = async () => {
    const other = await send(product, aFilledForm())
    await product.settle()
    const one = await scheduled()
    const page = await ownPageOf(product, one).turnsTo('erase')
    const press = () =>
      product.postForm(one.statusPath, new URLSearchParams({ go: 'erase-now', pass: passIn(page.body) }))
    return { one, other, press, intakeId: await idOf(one) }
  }

  it.each([0, 1, 2, 3])(
    'is done, or not at all, after %i of the writes that follow the button; pressed again it is done',
    async (count) => {
      const { press, intakeId, other } = await someone()
      const over = dieAfter(count)
      await press()
      over()

      const intake = (await product.rows('intakes')).find((row) => row['intakeId'] === intakeId)
      const isErased = intake?.['state'] === 'erased'
      expect(isErased).toBe(count > 0)
      expect(await placesTaken()).toBe(isErased ? 1 : 2)

      const again = await press()
      expect(again.status).toBe(isErased ? 404 : 200)
      await product.settle()
      await sweepAway()

      expect(await left(intakeId, theirsAlone)).toEqual(nothingButTheFact)
      expect(mailsToCanary().filter(({ subject }) => subject === 'Done')).toHaveLength(1)
      expect(leaderOf(product, other.reference, ines).mails()).toHaveLength(0)
    },
  )

  it('goes on where it was stopped, after every one of its writes, and takes nothing of anyone else', async () => {
    const { press, intakeId, other } = await someone()
    const mine = await idOf(other)
    await press()
    await product.settle()
    const before = (await left(mine, /Robin Vale/)).length

    let looks = 0
    for (; (await left(intakeId, theirsAlone)).length > nothingButTheFact.length && looks < 40; looks += 1) {
      const over = dieAfter(1 + (looks % 3))
      await invoke.schedule('sweep-due').catch(() => {})
      over()
      product.clock.moveForward(minute)
    }

    expect(looks).toBeGreaterThan(2)
    expect(await left(intakeId, theirsAlone)).toEqual(nothingButTheFact)
    expect((await left(mine, /Robin Vale/)).length).toBe(before)
    await product.sweep()
    expect(await placesTaken()).toBe(1)
  }, 120_000)

  it('frees the place once, and passes it on, though nobody heard that it was free', async () => {
    await product.addGroups(aLedGroup({ capacity: 1 }))
    const one = await saysYes()
    await send(product, aFilledForm())
    await product.settle()
    const page = await ownPageOf(product, one).turnsTo('erase')

    const over = dieAfter(1)
    await product.postForm(one.statusPath, new URLSearchParams({ go: 'erase-now', pass: passIn(page.body) }))
    over()
    await sweepAway()

    expect(await product.rows('intakes')).toMatchObject([
      { state: 'referred', request: { name: 'Robin Vale' } },
    ])
    expect(await placesTaken()).toBe(1)
  })
})

describe('a request that ended twelve months ago', () => {
  const month = 30.5 * day
  const nightly = async () => {
    await invoke.schedule('erase-expired')
    await product.settle()
  }

  it('is erased in the night, like one that was deleted on request, and without a word to the person', async () => {
    const one = await saysYes()
    const intakeId = await idOf(one)
    await ownPageOf(product, one).goes('withdraw', 'withdraw-now')
    await product.sweep()
    const sent = product.mails().length

    product.clock.moveForward(11.9 * month)
    await nightly()
    expect((await product.rows('intakes')).map(({ state }) => state)).toEqual(['withdrawn'])
    product.clock.moveForward(0.2 * month)
    await nightly()
    await nightly()
    await sweepAway()

    expect(await left(intakeId)).toEqual(nothingButTheFact)
    expect(product.mails()).toHaveLength(sent)
    const fact = (await product.rows('trail')).find(({ subjectId }) => subjectId !== 'staff')
    expect(fact).toMatchObject({ by: 'machine', codes: { because: 'kept-long-enough' } })
  })

  it('tells a leader who may still see them that nothing changes for them', async () => {
    const one = await scheduled()
    robins.moveTo('2026-12-03T18:00:00Z')
    await robins.takes(one.reference, (standing, moment) => came(standing, 'staff', moment))
    await robins.takes(one.reference, (standing, moment) => closeRequest(standing, 'attended', moment))
    product.clock.moveForward(12.1 * month)

    await nightly()
    await sweepAway()

    const mail = leaderOf(product, one.reference, ines).mails().at(-1)
    expect(mail?.text).toContain('If they still come, nothing changes for them.')
    expect(await placesTaken()).toBe(0)
  })

  it('stays while it is open, however old it is', async () => {
    await ask()
    product.clock.moveForward(20 * month)

    await nightly()

    expect(await product.rows('intakes')).toMatchObject([{ request: { name: canary.name } }])
  })
})
