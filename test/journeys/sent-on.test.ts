import { GetItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { tables } from '../../adapters/tables.ts'
import { localTables } from '../../local/create-tables.ts'
import { between } from '../support/between.ts'
import { aGroup } from '../support/builders.ts'
import { type Desk, openDesk } from '../support/desk.ts'
import { textOf } from '../support/page-parts.ts'
import { aFilledForm, send } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'
import type { Seen } from '../support/staff-browser.ts'

const minute = 60_000
const steady = aGroup({ capacity: 99 })
const warm = aGroup({
  groupId: 'riverside/warm-evenings',
  externalId: 'warm-evenings',
  name: 'Warm Evenings',
  capacity: 99,
})
const full = { ...warm, placesTaken: warm.capacity }

const told = 'Calls back <b>on Friday</b>, after “work”.'
const inItsField = 'Calls back &lt;b&gt;on Friday&lt;/b&gt;, after “work”.</textarea>'
const parts = ['', '/preview', '/again'] as const

describe('a form of staff, sent on from what decides to what shows', () => {
  let product: Product
  let ada: Desk
  let reference = ''
  let page: Seen

  beforeAll(async () => {
    product = await openProduct()
    await product.addGroups(steady, warm)
    ada = await openDesk(product)
  })
  afterAll(() => product.close())

  beforeEach(async () => {
    await product.addGroups(steady, warm)
    reference = (await send(product, aFilledForm())).reference
    await product.settle()
    page = await ada.open(reference)
    product.clock.moveForward(1000)
  })

  const fieldOf = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.body)?.[1] ?? ''
  const formOf = (given: Record<string, string>) =>
    new URLSearchParams({
      token: fieldOf('token'),
      seen: fieldOf('seen'),
      shownAt: fieldOf('shownAt'),
      ...given,
    })
  const sendTo = (part: string, form: URLSearchParams, headers?: Record<string, string>) =>
    ada.browser.postOnce(`/staff/intakes/${reference}${part}`, form, headers)
  const leadsTo = ({ status, headers }: Seen) =>
    `${status} ${(headers['location'] ?? '').replace(`/staff/intakes/${reference}`, '')}`.trim()

  /** Every row there is, but who has looked at whom. */
  const records = async () => {
    const names = Object.keys(tables) as (keyof typeof tables)[]
    const rows = await Promise.all(names.map((name) => product.rows(name)))
    return rows.flat().filter(({ event }) => event !== 'page-seen')
  }

  /** The words of a page, but for who has looked. */
  const shownBy = ({ body }: Seen) => textOf(body).replace(/Who opened this page .*/, '')

  interface Case {
    is: string
    given: Record<string, string>
    /** What has happened since the page was opened. */
    meanwhile?: () => Promise<unknown>
    /** Where deciding, the preview and the page of what came back lead. */
    lead: readonly [string, string, string]
    says?: string
    /** What the page of what came back still holds of what was typed. */
    keeps?: string
  }

  const cases: Case[] = [
    {
      is: 'can be done at once',
      given: { step: 'note', text: told },
      lead: ['303 ?done=note', '307 /again', '409'],
      keeps: inItsField,
      says: 'This is not done yet',
    },
    {
      is: 'is looked at first',
      given: { step: 'offer' },
      lead: ['307 /preview', '200', '409'],
      says: 'This is not done yet',
    },
    {
      is: 'picks a group that is looked at first',
      given: { step: 'other-group', groupId: warm.groupId },
      lead: ['307 /preview', '200', '409'],
      says: 'This is not done yet',
    },
    {
      is: 'has something to put right',
      given: { step: 'decline', text: told },
      lead: ['307 /again', '307 /again', '422'],
      says: 'Pick the reason',
    },
    {
      is: 'is no step of ours',
      given: { step: 'dance' },
      lead: ['307 /again', '307 /again', '422'],
      says: 'This page does not have that step.',
    },
    {
      is: 'came too late',
      given: { step: 'note', text: told },
      meanwhile: () => ada.decide(reference, 'offer'),
      keeps: inItsField,
      lead: ['307 /again', '307 /again', '409'],
      says: 'Ada Brook offered the place in Steady Ground.',
    },
    {
      is: 'is not possible the way things stand',
      given: { step: 'came' },
      lead: ['307 /again', '307 /again', '409'],
      says: 'Nothing of yours was done',
    },
    {
      is: 'wants a place that is taken',
      given: { step: 'other-group', groupId: warm.groupId },
      meanwhile: () => product.addGroups(full),
      lead: ['307 /again', '307 /again', '409'],
      says: 'The last place in Warm Evenings was taken',
    },
    {
      is: 'is about someone who is gone',
      given: { step: 'offer' },
      meanwhile: async () => {
        const row = (await product.rows('intakes')).find((one) => one['reference'] === reference)
        await product.erase(String(row?.['intakeId']))
      },
      lead: ['303', '303', '404'],
      says: 'No such request',
    },
  ]

  it.each(cases)(
    'that $is goes on to where it belongs, and no further than to a page',
    async ({ given, meanwhile, lead, says = '', keeps = '' }) => {
      await meanwhile?.()
      const before = await records()

      const again = await sendTo('/again', formOf(given))
      const preview = await sendTo('/preview', formOf(given))
      expect(await records()).toEqual(before)
      const decided = await sendTo('', formOf(given))

      expect([decided, preview, again].map(leadsTo)).toEqual(lead)
      expect(textOf(again.body)).toContain(says)
      expect(again.body).toContain(keeps)
    },
  )

  it.each(cases)(
    'that $is comes to an end wherever it was sent first, with or without a yes',
    async ({ given, meanwhile }) => {
      await meanwhile?.()
      for (const part of ['/again', '/preview', ''])
        for (const confirm of ['', 'yes']) {
          const ended = await ada.browser.postForm(
            `/staff/intakes/${reference}${part}`,
            formOf({ ...given, ...(confirm && { confirm }) }),
          )
          expect(ended.status).not.toBe(307)
        }
    },
  )

  it('is done by nobody but who decides, though it says yes', async () => {
    const before = await records()

    for (const part of ['/preview', '/again'])
      await sendTo(part, formOf({ step: 'withdraw', confirm: 'yes' }))

    expect(await records()).toEqual(before)
    expect(leadsTo(await sendTo('', formOf({ step: 'withdraw', confirm: 'yes' })))).toBe('303 ?done=withdraw')
  })

  it('does nothing when the page that it led to is loaded again, or opened by its address', async () => {
    const before = await records()
    for (const [part, given] of [
      ['/preview', { step: 'offer' }],
      ['/again', { step: 'decline' }],
    ] as const) {
      const [first, reloaded] = [await sendTo(part, formOf(given)), await sendTo(part, formOf(given))]

      expect(shownBy(reloaded)).toBe(shownBy(first))
      expect(leadsTo(await ada.open(reference, part))).toBe('303')
    }
    expect(await records()).toEqual(before)
  })

  it('comes back when the last place is taken at the last moment, with its group named', async () => {
    const restore = between(
      (command) =>
        command instanceof GetItemCommand &&
        command.input.TableName === localTables.groups &&
        command.input.Key?.['groupId']?.S === warm.groupId,
      async () => {
        restore()
        await product.addGroups(full)
      },
    )
    const form = formOf({ step: 'other-group', groupId: warm.groupId, confirm: 'yes' })

    const late = await ada.browser.postForm(`/staff/intakes/${reference}`, form)

    expect(late.status).toBe(409)
    expect(textOf(late.body)).toContain('The last place in Warm Evenings was taken')
  })

  it('is not held up where its place was given back in between: it says that nothing was done, and is pressed again', async () => {
    await product.addGroups(full)
    const form = formOf({ step: 'other-group', groupId: warm.groupId })
    expect(leadsTo(await sendTo('', form))).toBe('307 /again')
    await product.addGroups(warm)

    const back = await sendTo('/again', form)
    expect(textOf(back.body)).toContain('This is not done yet')
    const done = await ada.confirm(await ada.press(back, 'other-group', { groupId: warm.groupId }))

    expect(leadsTo(done)).toBe('303 ?done=other-group')
  })

  it.each(parts)(
    'is refused at “%s” without its token, from another site, and from a colleague',
    async (part) => {
      const sam = await openDesk(product, 'admin')
      const form = formOf({ step: 'offer' })
      const stranger = new URLSearchParams({ step: 'offer', seen: fieldOf('seen') })
      const before = await records()

      const refused = [
        await sendTo(part, stranger),
        await sendTo(part, form, { 'sec-fetch-site': 'cross-site' }),
        await sendTo(part, form, { origin: 'https://evil.example' }),
        await sam.browser.postOnce(`/staff/intakes/${reference}${part}`, form),
        await product.postForm(`/staff/intakes/${reference}${part}`, stranger),
      ]

      expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
      expect(await records()).toEqual(before)
    },
  )

  it.each(parts)(
    'is shown once more at “%s” with all that was typed, where the session ended meanwhile',
    async (part) => {
      const desk = await openDesk(product)
      page = await desk.open(reference)
      const form = formOf({ step: 'note', text: told })
      product.clock.moveForward(40 * minute)

      const late = await desk.browser.postOnce(`/staff/intakes/${reference}${part}`, form)

      expect(late.status).toBe(403)
      expect(late.body).toContain(
        'name="text" value="Calls back &lt;b&gt;on Friday&lt;/b&gt;, after “work”."',
      )
      expect(late.body).toContain(`action="/staff/intakes/${reference}${part}"`)
      ada = await openDesk(product)
    },
  )

  it('leads what can be no reference to where a reference is typed', async () => {
    for (const part of parts) {
      const answer = await ada.browser.postOnce(`/staff/intakes/7KQ${part}`, formOf({ step: 'offer' }))
      expect([answer.status, answer.headers['location']]).toEqual(
        part === '/again' ? [404, undefined] : [303, '/staff/intakes?reference=7KQ'],
      )
    }
  })
})
