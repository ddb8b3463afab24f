import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { triggers } from '../../functions/triggers.ts'
import { aGroup } from '../support/builders.ts'
import { tagsIn, textOf } from '../support/page-parts.ts'
import { aFilledForm, send, wordsOf } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'
import { telling } from '../support/telling.ts'
import { answersByPage, fillIn, visitorOf } from '../support/visitor.ts'

const closed = { cookie: '__Host-closed=yes' }
const titleOf = (body: string) => /<title>([^<]*)<\/title>/.exec(body)?.[1]

/** Every route whose page a person sees, with something in its blanks. */
const personRoutes = (['serve-form', 'ask-questions', 'submit-intake', 'answer-link'] as const)
  .flatMap((name) => triggers[name].routes)
  .filter((route) => !['GET /exit', 'GET /open', 'GET /script/{name}'].includes(route))
  .map((route) => route.replace('{page}', '2').replace('{token}', 'abc').replace('{proxy+}', 'nowhere/here'))

describe('someone who leaves the site', () => {
  let product: Product

  beforeAll(async () => {
    product = await openProduct()
    await product.addGroups(aGroup())
  })
  afterAll(() => product.close())

  const ask = (route: string) => {
    const [method, path = ''] = route.split(' ')
    return method === 'GET'
      ? product.get(path, closed)
      : product.postForm(path, new URLSearchParams({ name: 'Robin Vale' }), closed)
  }
  const intakes = async () => {
    await product.settle()
    return product.rows('intakes')
  }

  it.each(personRoutes)('leaves every page closed behind them: %s', async (route) => {
    const page = await ask(route)

    expect([page.status, page.headers['x-robots-tag'], page.headers['cache-control'], page.cookies]).toEqual([
      200,
      'noindex',
      'no-store',
      [],
    ])
    expect(titleOf(page.body)).toBe(route.includes('/es') ? 'Página cerrada' : 'Page closed')
    expect(wordsOf(page)).not.toMatch(telling)
    expect(wordsOf(page)).not.toMatch(/988|Riverside|Find a group|Encuentre|Robin/)
    expect(tagsIn(page.body).flatMap(({ attributes: { href } }) => href ?? [])).toEqual([
      'data:,',
      `/open?language=${route.includes('/es') ? 'es' : 'en'}`,
    ])
  })

  it('has addresses behind them that tell nothing either', () => {
    expect(personRoutes.filter((route) => telling.test(route))).toEqual([])
  })

  it('takes their answers along: opened again, the form is empty', async () => {
    const visitor = visitorOf(product)
    await fillIn(visitor, {}, { until: 5 })
    const exit = await product.get('/exit', { cookie: `__Host-answers=${visitor.jar.get('__Host-answers')}` })
    for (const one of exit.cookies)
      if (one.includes('Max-Age=0')) visitor.jar.delete('__Host-answers')
      else visitor.jar.set('__Host-closed', 'yes')

    expect(titleOf((await visitor.open('/questions/4')).body)).toBe('Page closed')
    const [, open = ''] = /href="([^"]*\/open[^"]*)"/.exec(visitor.page().body) ?? []
    expect((await visitor.open(open)).path).toBe('/')
    expect((await visitor.open('/questions/4')).path).toBe('/questions/1')
    expect(tagsIn(visitor.page().body).filter(({ attributes }) => 'checked' in attributes)).toEqual([])
  })

  it('is in Spanish after Spanish pages, a private link and a form included', async () => {
    const [link, form] = await Promise.all([
      product.get('/status/abc?language=es', closed),
      product.postForm('/intakes', new URLSearchParams({ language: 'es' }), closed),
    ])

    expect([link, form].map(({ body }) => titleOf(body))).toEqual(['Página cerrada', 'Página cerrada'])
    expect(wordsOf(form)).toContain('No se envió nada')
    expect(link.body).toContain('/open?language=es')
  })

  it('closes nothing for group leaders and staff, who read at work', async () => {
    const leader = await product.get('/facilitator/abc', closed)
    const staff = await product.get('/staff', closed)

    expect(titleOf(leader.body)).toContain('Find a group')
    expect(leader.body).not.toContain('/exit')
    expect(staff.status).toBe(303)
  })

  describe('and then sends a form from another tab', () => {
    it('has it taken once, and is told so without a word of what it was', async () => {
      const before = (await intakes()).length
      const form = aFilledForm({ email: 'left.and.sent@example.org' })

      const page = await product.postForm('/intakes', form, closed)
      const again = await product.postForm('/intakes', form, closed)

      expect((await intakes()).length).toBe(before + 1)
      expect([page, again].map(({ status, body }) => [status, titleOf(body)])).toEqual([
        [200, 'Page closed'],
        [200, 'Page closed'],
      ])
      expect(wordsOf(page)).toContain('What you sent has reached us.')
      expect(textOf(page.body)).not.toMatch(/\w{3}-\w{3}-\w{3}|Robin/)
      expect(page.body).not.toMatch(/\/sent\/|\/status\//)
      expect(product.mailsTo('left.and.sent@example.org')).toHaveLength(1)
    })

    it('is told that one with a mistake was not sent, and nobody reads what was typed', async () => {
      const before = (await intakes()).length

      const page = await product.postForm('/intakes', aFilledForm({ zip: '9511' }), closed)

      expect(page.status).toBe(200)
      expect(wordsOf(page)).toContain('Nothing was sent.')
      expect(page.body).not.toMatch(/9511|Robin/)
      expect((await intakes()).length).toBe(before)
    })

    it('sends nothing from the page with help first, which they left without sending', async () => {
      const before = (await intakes()).length

      const page = await product.postForm('/intakes', aFilledForm({ safety: 'being-hurt' }), closed)

      expect(wordsOf(page)).toContain('Nothing was sent.')
      expect(textOf(page.body)).not.toMatch(/hurt|Robin/)
      expect((await intakes()).length).toBe(before)
    })

    it.each([
      ['too long', { note: 'a'.repeat(20_000) }],
      ['in the other language', { changeLanguage: 'es' }],
      ['of a child', { age: 'under-13' }],
    ])('shows nothing of one that is %s', async (_, given) => {
      const page = await product.postForm('/intakes', aFilledForm(given), closed)

      expect(titleOf(page.body)).toBe('Page closed')
      expect(page.body).not.toMatch(/Robin|aaa/)
    })
  })

  it('finds nothing done by an answer that came after, until the pages are open again', async () => {
    const { statusPath, code } = await send(product, aFilledForm({ email: 'later@example.org' }))
    await product.settle()

    const page = await product.postForm(statusPath, new URLSearchParams({ code }), closed)

    expect([titleOf(page.body), textOf(page.body).includes('Steady Ground')]).toEqual(['Page closed', false])
    expect(textOf((await product.postForm(statusPath, new URLSearchParams({ code }))).body)).toContain(
      'Steady Ground',
    )
  })

  it('has the way out on every page of questions', async () => {
    const visitor = visitorOf(product)
    for (const number of Object.keys(answersByPage).map(Number)) {
      const page = await fillIn(visitor, {}, { until: number })
      expect([number, page.body.includes('href="/exit"')]).toEqual([number, true])
    }
  })
})
