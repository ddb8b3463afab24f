import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { triggers } from '../../functions/triggers.ts'
import { aGroup } from '../support/builders.ts'
import { ownPageOf } from '../support/own-page.ts'
import { aFilledForm, send } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'

const routes = Object.values(triggers).flatMap((trigger) => ('routes' in trigger ? trigger.routes : []))
const posts = routes.filter((route) => route.startsWith('POST '))
const fill = (path = '') => path.replace(/\{page\}/, '1').replace(/\{\w+\+?\}/, 'x')

describe('a request of a shape that nobody should send', () => {
  let product: Product

  beforeAll(async () => {
    product = await openProduct()
    await product.openStaffBrowser()
    await product.addGroups(aGroup())
  })
  afterAll(() => product.close())

  const deep = (depth: number, inside = '1') => `${'['.repeat(depth)}${inside}${']'.repeat(depth)}`

  it.each([
    ['deep in a field that is known', `{"topics":${deep(7000)}}`, 422],
    ['deep in objects', `${'{"a":'.repeat(2500)}1${'}'.repeat(2500)}`, 422],
    ['a field named twice', '{"who":"me","who":{"x":1}}', 422],
    ['a number without end', `{"travelMiles":${'9'.repeat(15_000)}}`, 422],
    ['no number', '{"travelMiles":1e999}', 422],
    ['a list without end', `{"days":[${'1,'.repeat(7000)}1]}`, 422],
    ['a prototype in a field', '{"wishes":{"__proto__":{"women":"must"},"constructor":"must"}}', 422],
    ['text that is no text', '{"name":{"toString":1},"note":["x"],"email":true}', 422],
    ['half a letter', '{"name":"\\ud800","note":"\\udfff"}', 422],
    ['not to its end', deep(3000).slice(0, 4000), 400],
    ['longer than 16 kB', `{"note":"${'a'.repeat(17_000)}"}`, 413],
  ])('is answered clearly where its JSON is %s', async (_, body, status) => {
    const answer = await product.postJson('/intakes', body)

    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.body)).toMatchObject({ status, title: expect.any(String) })
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  // Signing out, where nobody is signed in, reads nothing and has nothing to turn away.
  it.each(posts.filter((route) => !route.includes('sign-out')))(
    'is turned away, and not read, where it is a megabyte: %s',
    async (route) => {
      const big = new URLSearchParams({ token: 'x', code: '1', note: 'a'.repeat(1_000_000) })
      const answer = await product.postForm(fill(route.split(' ')[1]), big)

      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
      expect(answer.body.length).toBeLessThan(100_000)
    },
  )

  it.each(posts)('is answered like any other where it has a thousand fields: %s', async (route) => {
    const many = new URLSearchParams(
      Array.from({ length: 1000 }, (_, index): [string, string] => [`__proto__[${index}]`, 'x']),
    )
    const answer = await product.postForm(fill(route.split(' ')[1]), many)

    expect(answer.status).toBeLessThan(500)
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it.each(routes)('puts no header into the answer of %s', async (route) => {
    const [method, path = ''] = route.split(' ')
    const line = 'x%0d%0aSet-Cookie:%20a=b%0d%0a%0d%0a<p>'
    const asked = `${fill(path)}?language=${line}&to=/staff/${line}&error=${line}&state=${line}&${line}=1`
    const answer = await (method === 'GET'
      ? product.get(asked)
      : product.postForm(asked, new URLSearchParams(`language=${line}&action=${line}&token=${line}`), {
          cookie: '__Host-answers=x; __Host-session=x',
        }))

    for (const [name, value] of Object.entries(answer.headers))
      expect(`${name}: ${value}`).not.toMatch(/[\r\n]/)
    for (const cookie of answer.cookies) expect(cookie).toMatch(/^__Host-[\w-]+=[\w.-]*; HttpOnly; Secure; /)
    const { location = '/' } = answer.headers
    // Who leaves is led to one site, whatever they ask for.
    const leadsTo = route === 'GET /exit' ? 'www.weather.gov' : 'localhost'
    expect(new URL(location, 'http://localhost:3000').hostname).toBe(leadsTo)
  })

  it('gets no table out of us: what a person saves is JSON, and nothing else can be saved', async () => {
    const asked = await send(
      product,
      aFilledForm({ name: '=HYPERLINK("//evil.example")', note: '@SUM(1+1)' }),
    )
    await product.settle()
    const own = ownPageOf(product, asked)

    const saved = await own.press(await own.turnsTo('kept'), 'download')

    expect(saved.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="my-answers.json"',
      'x-content-type-options': 'nosniff',
    })
    for (const route of routes.filter((one) => one.startsWith('GET ')))
      expect((await product.get(fill(route.split(' ')[1]))).headers['content-type'] ?? '').not.toMatch(
        /csv|spreadsheet|excel/,
      )
  })
})
