import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ownPages } from '../../domain/person/own-page.ts'
import { aGroup, anOpenMeeting } from '../support/builders.ts'
import { openDesk } from '../support/desk.ts'
import { leaderAddress, leaderOf } from '../support/leader.ts'
import { ownPageOf } from '../support/own-page.ts'
import { tagsIn, withoutOurScript } from '../support/page-parts.ts'
import { aFilledForm, send } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'
import { fillIn, visitorOf } from '../support/visitor.ts'
import { withAPlace, yes } from '../support/with-a-place.ts'

/** Marks that would become markup, an attribute, a handler, a template or an end of one, each with a name of its own. */
const hostile = (name: string) =>
  `"'><b id=${name}><svg/onload=alert(1)></textarea></title></style><script>${name}()</script>{{7*7}}`
const short = (name: string) => `<i id=${name} onclick=x>`

const tagsOfOurs = /^(?!b$|svg$|script$|i$|iframe$|object$|embed$|img$)/

/** What a browser would run or obey on a page that holds what somebody wrote. */
const dangersIn = (page: string) =>
  tagsIn(withoutOurScript(page)).flatMap(({ name, attributes }) => [
    ...(tagsOfOurs.test(name) ? [] : [`<${name}>`]),
    ...Object.entries(attributes).flatMap(([attribute, value]) =>
      /^on|^srcdoc$/.test(attribute) || /^\s*(javascript:|vbscript:|data:(?!,$))/i.test(value)
        ? [`${attribute}="${value}"`]
        : [],
    ),
  ])

describe('script in every field that anyone fills in', () => {
  let product: Product
  const pages = new Map<string, string>()
  const see = (name: string, body: string) => pages.set(name, body)

  beforeAll(async () => {
    product = await openProduct()
    const listed = {
      name: hostile('group'),
      notes: hostile('notes'),
      url: 'javascript:alert(1)',
      facilitator: { name: hostile('leader'), email: leaderAddress },
      venue: { name: hostile('venue'), address: hostile('address'), latitude: 37.345, longitude: -121.884 },
    }
    await product.addGroups(
      aGroup({ ...listed, capacity: 9 }),
      aGroup({ ...listed, groupId: 'riverside/second', externalId: 'second', name: hostile('second') }),
      anOpenMeeting({
        ...listed,
        online: { url: 'javascript:alert(1)', phone: short('dial'), notes: hostile('online') },
      }),
    )

    const form = aFilledForm({
      who: 'someone-else',
      helperName: short('helper'),
      helperPhone: '408 555 0123',
      helperAgreed: 'yes',
      name: short('person'),
      note: hostile('note'),
      topics: ['trauma', 'drinking'],
      email: `"x"@example.org`,
    })
    see('a form that comes back', (await product.postForm('/intakes', form)).body)
    form.set('email', 'quiet@example.org')
    const asked = await send(product, form)
    see('confirmation', asked.page.body)
    await product.settle()

    const visitor = visitorOf(product)
    await fillIn(visitor, {
      6: { name: short('visitor'), contact: ['email'] },
      8: { note: hostile('story') },
    })
    see('check', visitor.page().body)
    for (const number of [6, 8]) see(`question ${number}`, (await visitor.open(`/questions/${number}`)).body)

    const desk = await openDesk(product, 'admin')
    see('inbox', (await desk.inbox()).body)
    see('request', (await desk.open(asked.reference)).body)
    see('groups', (await desk.open(asked.reference, '/groups')).body)
    await desk.decide(asked.reference, 'note', { text: hostile('staff') })
    see(
      'refused note',
      (
        await desk.press(await desk.open(asked.reference), 'note', {
          text: hostile('long').repeat(60),
        })
      ).body,
    )
    see('preview', (await desk.press(await desk.open(asked.reference), 'offer')).body)
    await desk.decide(asked.reference, 'offer')
    await product.settle()
    see('request, later', (await desk.open(asked.reference)).body)

    const offer =
      /\/offer\/[\w.-]+/.exec(
        product
          .mailsTo('quiet@example.org')
          .map(({ text }) => text)
          .join(),
      )?.[0] ?? ''
    see('offer', (await product.get(offer)).body)
    see('said yes', (await withAPlace(product).answers(offer, yes)).body)
    const leader = leaderOf(product, asked.reference)
    see('door', (await product.get(leader.path())).body)
    const card = await leader.openCard()
    see('card', card.page.body)
    see(
      'card, wrong day',
      (
        await card.say('first-session', {
          session: 'other',
          otherDate: short('day'),
          otherTime: short('time'),
        })
      ).body,
    )

    const own = ownPageOf(product, asked)
    see('details', (await own.details()).body)
    for (const page of ownPages) see(`own page, ${page}`, (await own.turnsTo(page)).body)
    for (const mail of product.mails()) see(`mail to ${mail.to.join()}: ${mail.subject}`, mail.html)
  })
  afterAll(() => product.close())

  it('was seen on every kind of page', () => {
    expect(pages.size).toBeGreaterThan(24)
    const all = [...pages.values()].join()
    for (const name of [
      'group',
      'notes',
      'venue',
      'address',
      'note',
      'staff',
      'story',
      'person',
      'helper',
      'visitor',
    ])
      expect(all).toMatch(new RegExp(`&lt;[bi] id=${name}|id=${name}&gt;`))
  })

  it('runs on none of them, becomes no tag, no handler and no link that runs', () => {
    const dangers = [...pages].flatMap(([name, page]) =>
      dangersIn(page).map((danger) => `${name}: ${danger}`),
    )

    expect(dangers).toEqual([])
  })

  it('would be seen if it did', () => {
    expect(dangersIn(`<p>${hostile('x')}</p><a href="javascript:x">x</a>`)).toEqual([
      '<b>',
      '<script>',
      'href="javascript:x"',
    ])
  })

  it('is on no line over a letter', () => {
    for (const { subject } of product.mails()) expect(subject).not.toMatch(/[<>]|script|alert/)
  })
})
