import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { aGroup, anOpenMeeting } from '../support/builders.ts'
import { logLinesOf } from '../support/log-lines.ts'
import { aFilledForm, send, wordsOf } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'

const day = 24 * 3_600_000

describe('a private link', () => {
  let product: Product

  beforeAll(async () => {
    product = await openProduct()
    await product.addGroups(aGroup(), anOpenMeeting())
  })
  afterAll(() => product.close())

  const ask = async () => {
    const confirmation = await send(
      product,
      aFilledForm({
        topics: 'drinking',
        meet: 'in-person',
        contact: 'none',
        email: null,
        emailPrivacy: null,
      }),
    )
    await product.settle()
    return confirmation
  }
  const tryCode = (path: string, code: string) => product.postForm(path, new URLSearchParams({ code }))

  it('says that we have the form before anything has been stored', async () => {
    const { statusPath } = await send(product, aFilledForm())

    const page = await product.get(statusPath)

    expect(page.status).toBe(200)
    expect(wordsOf(page)).toMatch(/we (have|got) your form/i)
    await product.settle()
  })

  it('shows whoever holds it where things stand, and no name, group or answer', async () => {
    const { statusPath } = await ask()

    const page = await product.get(statusPath)

    expect(page.status).toBe(200)
    expect(page.body).not.toMatch(/Robin|Evening Light|drinking|\b95112\b/i)
  })

  it('opens the details with the right code and with no other', async () => {
    const { statusPath, code } = await ask()
    const wrong = String((Number(code) + 1) % 10_000).padStart(4, '0')

    expect((await tryCode(statusPath, wrong)).status).toBe(403)
    expect((await tryCode(statusPath, '')).status).toBe(422)
    expect(wordsOf(await tryCode(statusPath, ` ${code} `))).toContain('Evening Light')
  })

  it('stays shut after ten wrong codes, for the right one too', async () => {
    const { statusPath, code } = await ask()
    const wrong = String((Number(code) + 1) % 10_000).padStart(4, '0')
    for (let tries = 0; tries < 10; tries += 1) await tryCode(statusPath, wrong)

    const page = await tryCode(statusPath, code)

    expect(page.status).toBe(429)
    expect(page.body).not.toContain('Evening Light')
  })

  it('lets no guess go uncounted, however many come at the same moment', async () => {
    const { statusPath, code, reference } = await ask()
    const wrong = String((Number(code) + 1) % 10_000).padStart(4, '0')

    const pages = await Promise.all(Array.from({ length: 12 }, () => tryCode(statusPath, wrong)))

    const intake = (await product.rows('intakes')).find((row) => row['reference'] === reference)
    expect(intake?.['codeMisses']).toBe(pages.filter(({ status }) => status === 403).length)
  })

  it('changes nothing when it is only opened, by a person or by a scanner', async () => {
    const { statusPath } = await ask()
    const before = [await product.rows('intakes'), await product.rows('trail'), await product.rows('emails')]

    for (let visits = 0; visits < 3; visits += 1) await product.get(statusPath)

    expect([
      await product.rows('intakes'),
      await product.rows('trail'),
      await product.rows('emails'),
    ]).toEqual(before)
  })

  it.each([
    ['forged at one letter', (token: string) => token.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'))],
    ['cut short', (token: string) => token.slice(0, -3)],
    ['made up', () => 'hello'],
    ['of another key', (token: string) => token.replace(/^\d+/, '9')],
    ['full of script', () => encodeURIComponent('<script>alert(1)</script>')],
  ])('that is %s leads to a neutral page with the help lines', async (_, spoil) => {
    const { statusPath } = await ask()

    const page = await product.get(`/status/${spoil(statusPath.replace('/status/', ''))}`)

    expect(page.status).toBe(404)
    expect(wordsOf(page)).toContain('988')
    expect(page.body).not.toContain('<script>alert')
  })

  it('of one purpose opens nothing else', async () => {
    const { statusPath } = await ask()

    expect((await product.get(statusPath.replace('/status/', '/sent/'))).status).toBe(404)
  })

  it('to the confirmation, with its code, ends after half an hour', async () => {
    const sent = await product.postForm('/intakes', aFilledForm())
    await product.settle()
    const path = sent.headers['location'] ?? ''
    expect((await product.get(path)).status).toBe(200)

    product.clock.moveForward(31 * 60_000)

    expect((await product.get(path)).status).toBe(404)
  })

  it('of someone who was erased is neutral, at once and for ever after', async () => {
    const { statusPath, reference } = await ask()
    const intake = (await product.rows('intakes')).find((row) => row['reference'] === reference)
    await product.erase(String(intake?.['intakeId']))
    expect((await product.get(statusPath)).status).toBe(404)

    product.clock.moveForward(40 * day)

    expect((await product.get(statusPath)).status).toBe(404)
  })

  it('is in no log line, and neither is anything a person told us', async () => {
    const lines = await logLinesOf(async () => {
      const { statusPath, code } = await ask()
      await tryCode(statusPath, code)
      await product.postForm(
        '/intakes',
        aFilledForm({ email: 'canary@example.org', name: 'Canary', note: 'Canary', zip: 'x' }),
      )
      await product.postForm(
        '/intakes',
        aFilledForm({ email: 'canary@example.org', name: 'Canary', phone: '312 555 0123' }),
      )
      await product.settle()
    })

    expect(lines.length).toBeGreaterThan(1)
    expect(JSON.stringify(lines)).not.toMatch(/canary|312.?555|@|status\/|\b95112\b|drinking/i)
  })
})
