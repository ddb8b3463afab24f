import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { askAndSayYes, leaderOf, linksOf, recordsOf, steadyGround } from '../support/leader.ts'
import { logLinesOf } from '../support/log-lines.ts'
import { wordsOf } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'

const hour = 3_600_000

describe('the door before the card', () => {
  let product: Product
  let records: ReturnType<typeof recordsOf>

  beforeAll(async () => {
    product = await openProduct()
    records = recordsOf(product)
    await product.addGroups(steadyGround)
  })
  afterAll(() => product.close())

  const newDoor = async () => {
    const reference = await askAndSayYes(product)
    return { reference, leader: leaderOf(product, reference) }
  }
  const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

  it('changes nothing when it is only opened, by a person or by a scanner', async () => {
    const { leader } = await newDoor()
    const all = () =>
      Promise.all((['intakes', 'referrals', 'emails', 'trail'] as const).map((table) => product.rows(table)))
    const before = await all()

    for (let visits = 0; visits < 3; visits += 1) await product.get(leader.path())

    expect(await all()).toEqual(before)
  })

  it('opens once for each code', async () => {
    const { leader } = await newDoor()
    const code = await leader.getCode()
    expect(wordsOf(await leader.typeCode(` ${code.slice(0, 3)} ${code.slice(3)} `))).toContain('Robin Vale')

    const again = await leader.typeCode(code)

    expect(again.status).toBe(403)
    expect(wordsOf(again)).toContain('This code was used before.')
    expect(again.body).not.toContain('Robin')
  })

  it('does not open after ten minutes', async () => {
    const { leader } = await newDoor()
    const code = await leader.getCode()
    product.clock.moveForward(10 * 60_000)

    const page = await leader.typeCode(code)

    expect(page.status).toBe(403)
    expect(wordsOf(page)).toContain('This code is too old.')
    expect(page.body).not.toContain('Robin')
  })

  it('locks a code after five wrong tries, the right one too, and opens with the next code', async () => {
    const { leader, reference } = await newDoor()
    const code = await leader.getCode()
    expect(wordsOf(await leader.typeCode(other(code)))).toContain('4 tries left')
    expect((await leader.typeCode('12')).status).toBe(422)
    for (let tries = 0; tries < 4; tries += 1) await leader.typeCode(other(code))

    const page = await leader.typeCode(code)

    expect(wordsOf(page)).toContain('Too many wrong tries')
    expect(page.body).not.toContain('Robin')
    const refused = (await records.trailOf(reference)).filter(
      ({ event }) => event === 'facilitator-code-refused',
    )
    expect(refused).toHaveLength(5)
    expect(wordsOf((await leader.openCard()).page)).toContain('Robin Vale')
  })

  it('lets no guess go uncounted, however many come at the same moment', async () => {
    const { leader, reference } = await newDoor()
    const code = await leader.getCode()

    const pages = await Promise.all(Array.from({ length: 12 }, () => leader.typeCode(other(code))))

    const [referral] = await records.referralsOf(reference)
    expect(referral?.['doorCode']).toMatchObject({ misses: 5 })
    expect(
      pages.filter((page) => wordsOf(page).includes('tries left') || wordsOf(page).includes('try left')),
    ).toHaveLength(4)
    expect(pages.map(({ body }) => body).join('')).not.toContain('Robin')
  })

  it('sends five codes a day, then says kindly whom to call, and sends again the next day', async () => {
    const { leader } = await newDoor()
    for (let sent = 0; sent < 5; sent += 1) expect(await leader.getCode()).toMatch(/^\d{6}$/)
    product.clock.moveForward(60_000)

    const page = await leader.post({ action: 'send-code' })

    expect(page.status).toBe(429)
    expect(wordsOf(page)).toContain('1-800-555-0199')
    product.clock.moveForward(24 * hour)
    expect(await leader.getCode()).toMatch(/^\d{6}$/)
  })

  it('takes two presses in one moment for one, and never shows or keeps the code itself', async () => {
    const { leader } = await newDoor()
    const code = await leader.getCode()
    const sent = leader.mails().length
    await leader.post({ action: 'send-code' })
    await product.settle()

    expect(leader.mails()).toHaveLength(sent)
    expect(leader.mails().at(-1)?.subject).not.toContain(code)
    expect((await product.get(leader.path())).body).not.toContain(code)
    const kept = await Promise.all(
      (['referrals', 'emails', 'trail'] as const).map((table) => product.rows(table)),
    )
    expect(JSON.stringify(kept)).not.toContain(code)
  })

  it('closes after half an hour, and asks for a new code', async () => {
    const { leader } = await newDoor()
    const card = await leader.openCard()
    product.clock.moveForward(31 * 60_000)

    const page = await card.say('declined', { because: 'full' })

    expect(page.status).toBe(403)
    expect(wordsOf(page)).toContain('open for more than 30 minutes')
    expect(page.body).not.toContain('Robin')
  })

  it('is not opened by the pass of someone else’s card, nor by a link of another purpose', async () => {
    const [one, another] = [await newDoor(), await newDoor()]
    const { pass } = await one.leader.openCard()
    const links = linksOf(product)
    const id = String((await records.referralsOf(one.reference))[0]?.['referralId'])
    const later = product.clock.now() + hour

    expect((await another.leader.post({ action: 'show', pass })).body).not.toContain('Robin')
    expect((await one.leader.post({ action: 'show', pass: one.leader.path().slice(13) })).body).not.toContain(
      'Robin',
    )
    for (const purpose of ['offer', 'facilitator-pass', 'status'] as const)
      expect((await product.get(`/facilitator/${await links.sign(purpose, id, later)}`)).status).toBe(404)
  })

  it.each([
    ['forged at one letter', (token: string) => token.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'))],
    ['cut short', (token: string) => token.slice(0, -3)],
    ['made up', () => 'hello'],
    ['full of script', () => encodeURIComponent('<script>alert(1)</script>')],
  ])('whose link is %s is a neutral page with the help lines', async (_, spoil) => {
    const { leader } = await newDoor()

    const page = await product.get(`/facilitator/${spoil(leader.path().replace('/facilitator/', ''))}`)

    expect(page.status).toBe(404)
    expect(wordsOf(page)).toContain('988')
    expect(page.body).not.toMatch(/Steady Ground|<script>alert/)
  })

  it('stays for 120 days from the last e-mail, and no longer', async () => {
    const { leader } = await newDoor()
    product.clock.moveForward(119 * 24 * hour)
    expect((await product.get(leader.path())).status).toBe(200)

    product.clock.moveForward(2 * 24 * hour)

    expect((await product.get(leader.path())).status).toBe(404)
  })

  it('speaks Spanish to whoever asks for it, on the card too', async () => {
    const { leader } = await newDoor()
    expect(wordsOf(await product.get(`${leader.path()}?language=es`))).toContain('Una persona para su grupo')
    const sent = await leader.post({ action: 'send-code', language: 'es' })
    expect(sent.headers['location']).toBe(`${leader.path()}?language=es`)
    await product.settle()
    const code = /Code: (\d{6})/.exec(leader.mails().at(-1)?.text ?? '')?.[1] ?? ''

    const card = await leader.post({ action: 'open', code, language: 'es' })

    expect(wordsOf(card)).toContain('Antes de comunicarse con esta persona')
    expect(wordsOf(card)).toMatch(/martes \d+ de \p{L}+, 7:00 p.m. hora del Pacífico/u)
  })

  it('leaves no code, link or name in any log line', async () => {
    let code = ''
    const lines = await logLinesOf(async () => {
      const { leader } = await newDoor()
      code = await leader.getCode()
      await leader.typeCode(other(code))
      await leader.typeCode(code)
    })

    expect(JSON.stringify(lines)).not.toContain(code)
    expect(JSON.stringify(lines)).not.toMatch(/facilitator\/|robin|dana|@/i)
  })
})
