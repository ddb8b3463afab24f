import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { aGroup, anOpenMeeting } from '../support/builders.ts'
import { withoutOurScript } from '../support/page-parts.ts'
import { aFilledForm, send, wordsOf } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'

const script = `"><script>alert('x')</script><img src=x onerror=alert(1)>`
const liveScript = /<script|<img|onerror=alert\(1\)>/

describe('what nobody should send', () => {
  let product: Product

  beforeAll(async () => {
    product = await openProduct()
    await product.addGroups(aGroup(), anOpenMeeting())
  })
  afterAll(() => product.close())

  const nothingWasKept = async () => {
    await product.settle()
    return (await product.rows('intakes')).length
  }

  it('a body of 1 MB is turned away with a page, and nothing is kept', async () => {
    const before = await nothingWasKept()

    const page = await product.postForm('/intakes', aFilledForm({ note: 'a'.repeat(1_000_000) }))

    expect(page.status).toBe(413)
    expect(wordsOf(page)).toContain('988')
    expect(await nothingWasKept()).toBe(before)
  })

  it('a body of 1 MB as JSON is turned away in JSON', async () => {
    const answer = await product.postJson('/intakes', { note: 'a'.repeat(1_000_000) })

    expect([answer.status, answer.headers['content-type']]).toEqual([
      413,
      'application/problem+json; charset=utf-8',
    ])
  })

  it.each([
    'zip',
    'name',
    'phone',
    'email',
    'note',
    'helperName',
    'website',
    'submissionId',
    'usState',
    'topics',
    'language',
  ])('script in %s runs nowhere: not in the form that comes back', async (field) => {
    const page = await product.postForm('/intakes', aFilledForm({ who: null, [field]: script }))

    expect(page.status).toBe(422)
    expect(withoutOurScript(page.body)).not.toMatch(liveScript)
  })

  it('script in a name and a note that are accepted runs in no page and no mail', async () => {
    const { page, statusPath, code } = await send(
      product,
      aFilledForm({
        name: '<script>alert(1)</script>',
        note: script,
        topics: 'drinking',
        meet: 'in-person',
        email: 'script@example.org',
      }),
    )
    await product.settle()

    const details = await product.postForm(statusPath, new URLSearchParams({ code }))
    const [mail] = product.mailsTo('script@example.org')
    for (const shown of [page.body, details.body, mail?.html ?? ''])
      expect(shown).not.toMatch(/<script>alert/)
  })

  it('a line break in a name adds no header to a mail', async () => {
    await send(
      product,
      aFilledForm({ name: 'Robin\r\nBcc: everyone@example.org', email: 'crlf@example.org' }),
    )
    await product.settle()

    expect(product.mailsTo('crlf@example.org')).toHaveLength(1)
    expect(product.mailsTo('everyone@example.org')).toEqual([])
  })

  it('a form that another site’s page sends is not taken', async () => {
    const before = await nothingWasKept()

    const page = await product.postForm('/intakes', aFilledForm(), { 'sec-fetch-site': 'cross-site' })

    expect(page.status).toBe(403)
    expect(await nothingWasKept()).toBe(before)
  })

  it.each([
    ['not JSON', '{"who":', 400],
    ['a list', '[]', 422],
    ['nothing', 'null', 422],
    ['a question we do not ask', '{"diagnosis":"x"}', 422],
    ['very deep', `${'['.repeat(4000)}${']'.repeat(4000)}`, 422],
    ['a prototype', '{"__proto__":{"who":"me"},"constructor":1}', 422],
  ])('JSON that is %s gets a clear answer', async (_, body, status) => {
    const answer = await product.postJson('/intakes', body)

    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.body)).toMatchObject({ status, title: expect.any(String) })
  })

  it('names the field and what to do, in JSON', async () => {
    const answer = await product.postJson('/intakes', { zip: 'abc' })

    const { errors } = JSON.parse(answer.body)
    expect(errors).toContainEqual({ field: 'zip', message: expect.stringMatching(/5 numbers/) })
  })

  it('keeps everything that was typed when something is wrong, and says how to put it right', async () => {
    const page = await product.postForm(
      '/intakes',
      aFilledForm({ zip: '9511', name: 'Robin Vale', note: 'I tried one in May.' }),
    )

    expect(page.status).toBe(422)
    for (const typed of ['value="9511"', 'value="Robin Vale"', 'I tried one in May.'])
      expect(page.body).toContain(typed)
    expect(wordsOf(page)).toMatch(/ZIP code with 5 numbers/)
  })

  it('never gets an error of ours, whatever a form holds', async () => {
    const names = [
      'who',
      'age',
      'safety',
      'topics',
      'meet',
      'zip',
      'days',
      'travelMiles',
      'wish-women',
      'contact',
      'phone',
      'email',
      'note',
      'language',
      'submissionId',
      '__proto__',
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom(...names), fc.string({ unit: 'binary', maxLength: 50 })),
        async (fields) => {
          const { status } = await product.postForm('/intakes', aFilledForm(fields))

          expect(status).toBeLessThan(500)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('is met by a page of ours where there is no page', async () => {
    const page = await product.get('/wp-admin/%22%3E%3Cscript%3Ealert(1)')

    expect(page.status).toBe(404)
    expect(withoutOurScript(page.body)).not.toMatch(liveScript)
    expect(wordsOf(page)).toContain('988')
  })

  it('opens no page of staff, and shows nothing of one', async () => {
    const page = await product.get('/staff/intakes/7KQ-4M2-XR5')
    const form = await product.postForm('/staff/intakes/7KQ-4M2-XR5', new URLSearchParams({ note: 'hello' }))

    expect([page.status, page.body]).toEqual([303, ''])
    expect(form.status).toBe(403)
    expect(form.body).not.toContain('hello')
  })
})
