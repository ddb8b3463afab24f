import { createHash } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { tables } from '../../adapters/tables.ts'
import { triggers } from '../../functions/triggers.ts'
import { aGroup, anOpenMeeting } from '../support/builders.ts'
import { linksOf } from '../support/leader.ts'
import { aFilledForm, send, wordsOf } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'
import type { Seen } from '../support/staff-browser.ts'

const routes = Object.values(triggers).flatMap((trigger) => ('routes' in trigger ? trigger.routes : []))

/** What is on record, and what nobody may learn who is not let in. */
const person = {
  name: 'Marlow Quist',
  email: 'marlow.quist@example.org',
  zip: '95113',
  note: 'I tried one in May.',
}
const hashOf = (sheet: string) => `'sha256-${createHash('sha256').update(sheet).digest('base64')}'`

const secrets = /marlow|quist|95113|tried one in May|Steady Ground/i

describe('someone who is not let in', () => {
  let product: Product
  let reference = ''
  let tokens: string[] = []

  beforeAll(async () => {
    product = await openProduct()
    await product.openStaffBrowser()
    await product.addGroups(aGroup(), anOpenMeeting())
    const asked = await send(product, aFilledForm(person))
    reference = asked.reference
    await product.settle()
    const [intake] = await product.rows('intakes')
    const [referral] = await product.rows('referrals')
    const token = asked.statusPath.replace('/status/', '')
    const [number = '', payload = '', signature = ''] = token.split('.')
    const over = await linksOf(product).sign('status', String(intake?.['intakeId']), product.clock.now())
    tokens = [
      'hello',
      // One that was forged, one of another key, one of no key, one that is over, and one that names a row as it is.
      `${number}.${payload}.${'A'.repeat(signature.length)}`,
      `9.${payload}.${signature}`,
      `${payload}.${signature}`,
      over,
      String(referral?.['referralId']),
    ]
  })
  afterAll(() => product.close())

  const rows = async () =>
    Promise.all((Object.keys(tables) as (keyof typeof tables)[]).map((name) => product.rows(name)))

  /** Everything that a stranger could put into the path of a route. */
  const pathsOf = (path: string) => {
    const filled = {
      token: tokens,
      page: ['1', '9', 'help', 'x'],
      name: ['0123456789ab.js'],
      proxy: [`intakes/${reference}/notes`, 'groups'],
      reference: [reference, reference.toLowerCase().replaceAll('-', ''), '7KQ-4M2-XR5', 'hello'],
    }
    const [, blank] = /\{(\w+)\+?\}/.exec(path) ?? []
    if (blank === undefined) return [path]
    if (!(blank in filled)) throw new Error(`Nobody has said what a stranger would put for {${blank}}.`)
    // Just looked up.
    return filled[blank as keyof typeof filled].map((one) => path.replace(/\{\w+\+?\}/, one))
  }

  /** A form that tries everything that some page of ours takes. */
  const anything = new URLSearchParams(
    'code=0000&pass=x&token=x&language=en&step=offer&confirm=yes&answer=yes&share=yes' +
      '&sends=answer&go=erase-now&action=open&checkIn=good',
  )

  const ask = (route: string): Promise<Seen[]> => {
    const [method, path = ''] = route.split(' ')
    return Promise.all(
      pathsOf(path).flatMap((one) =>
        method === 'GET'
          ? [product.get(one), product.get(`${one}?to=//evil.example&reference=${reference}`)]
          : [
              product.postForm(one, anything),
              product.postForm(one, anything, { 'sec-fetch-site': 'cross-site' }),
              product.postJson(one, Object.fromEntries(anything)),
              product.postForm(one, new URLSearchParams()),
            ],
      ),
    )
  }

  it.each(routes)('%s tells a stranger nothing about anyone', async (route) => {
    const before = await rows()

    for (const answer of await ask(route)) {
      expect(answer.status).toBeLessThan(500)
      expect([answer.body, answer.headers['location']].join()).not.toMatch(secrets)
    }

    await product.settle()
    expect(await rows()).toEqual(before)
  })

  it.each(routes)('%s lets no cache keep its answer, and no frame show it', async (route) => {
    for (const { headers } of await ask(route)) {
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'strict-transport-security': expect.stringMatching(/^max-age=\d{8}/),
      })
      const policy = headers['content-security-policy'] ?? ''
      for (const rule of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"])
        expect(policy).toContain(rule)
      // Where there is a script it is ours, from the same place as the page.
      expect(policy.replace("script-src 'self'", '')).not.toMatch(/unsafe|script-src|https?:|\*/)
    }
  })

  it.each(routes)('%s wears no style but what its answer allows', async (route) => {
    for (const { body, headers } of await ask(route)) {
      const sheets = [...body.matchAll(/<style>([^<]*)/g)].map(([, sheet = '']) => hashOf(sheet))
      expect(sheets.filter((hash) => !headers['content-security-policy']?.includes(hash))).toEqual([])
      expect([...body.matchAll(/<style| style=/g)]).toHaveLength(sheets.length)
    }
  })

  it.each(routes.filter((route) => route.includes('{token}')))(
    '%s shows whoever holds no good link the help lines, in the words it has for all of them',
    async (route) => {
      const pages = await ask(route)

      for (const page of pages) expect(wordsOf(page)).toContain('988')
      expect(pages.map(({ status }) => status).filter((status) => status !== 404 && status !== 403)).toEqual(
        [],
      )
    },
  )

  it.each(routes.filter((route) => / \/staff(?!\/sign)/.test(route)))(
    '%s leads to the sign-in, or refuses',
    async (route) => {
      const answers = (await ask(route)).map(({ status, headers, body }) =>
        status === 403 ? 'refused' : `${status} ${headers['location']}${body}`,
      )

      const expected = route.startsWith('GET')
        ? /^303 http:\/\/localhost:3000\/staff\/sign-in(\?to=%2Fstaff[\w%.-]*)?$/
        : /^refused$/
      for (const answer of answers) expect(answer).toMatch(expected)
    },
  )

  it('would have been told, with the link and the code: what is looked for is there', async () => {
    const asked = await send(product, aFilledForm(person))
    await product.settle()

    const details = await product.postForm(asked.statusPath, new URLSearchParams({ code: asked.code }))

    expect(details.body).toMatch(secrets)
  })
})
