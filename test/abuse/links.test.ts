import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { LinkPurpose } from '../../adapters/link-signer.ts'
import { linksOf, steadyGround } from '../support/leader.ts'
import { wordsOf } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'
import { withAPlace, yesUntold } from '../support/with-a-place.ts'

const hour = 3_600_000

/** The page of each link that stands in an address; the others stand in forms alone. */
const pages: Partial<Record<LinkPurpose, string>> = {
  sent: 'sent',
  'sent-urgent': 'sent',
  status: 'status',
  offer: 'offer',
  'check-in': 'check-in',
  stop: 'stop',
  facilitator: 'facilitator',
}
const purposes: LinkPurpose[] = [
  'sent',
  'sent-urgent',
  'status',
  'status-pass',
  'offer',
  'offer-pass',
  'check-in',
  'stop',
  'facilitator',
  'facilitator-pass',
]

describe('a signed link', () => {
  let product: Product
  let links: ReturnType<typeof linksOf>
  let ids: string[] = []
  let offer = ''
  let robins: ReturnType<typeof withAPlace>

  beforeAll(async () => {
    product = await openProduct()
    await product.addGroups(steadyGround)
    robins = withAPlace(product)
    offer = (await robins.offered()).path
    links = linksOf(product)
    ids = [
      String((await product.rows('intakes'))[0]?.['intakeId']),
      String((await product.rows('referrals'))[0]?.['referralId']),
    ]
  })
  afterAll(() => product.close())

  it.each(purposes)('for %s opens its own page and none of the others', async (purpose) => {
    const opened = new Set<string>()
    for (const id of ids) {
      const token = await links.sign(purpose, id, product.clock.now() + hour)
      for (const page of new Set(Object.values(pages))) {
        const { status } = await product.get(`/${page}/${token}`)
        if (status !== 404) opened.add(page)
      }
    }

    expect([...opened]).toEqual(purpose in pages ? [pages[purpose]] : [])
  })

  it.each(['offer', 'status', 'facilitator'] as const)(
    'to a page of %s cannot be made to last: its end is signed as well',
    async (purpose) => {
      const token = await links.sign(purpose, ids[0] ?? '', product.clock.now() - hour)
      const [number, payload = '', signature] = token.split('.')
      const later = Buffer.from(payload, 'base64url')
      later.writeUInt32BE(later.readUInt32BE(16) + 86_400, 16)

      for (const one of [token, `${number}.${later.toString('base64url')}.${signature}`])
        expect((await product.get(`/${purpose}/${one}`)).status).toBe(404)
    },
  )

  it('is not another one for being written another way', async () => {
    const [, , token = ''] = offer.split('/')
    const [number, payload, signature = ''] = (token.split('?')[0] ?? '').split('.')

    for (const one of [
      `0${number}.${payload}.${signature}`,
      `${number}.${payload}.${signature}=`,
      `${number}.${payload}.${signature}%00`,
      `${number}.${payload}.${signature}.x`,
      `+${number}.${payload}.${signature}`,
    ])
      expect((await product.get(`/offer/${one}`)).status).toBe(404)
  })

  it('that is answered once more, or by many at one moment, does what it did and nothing more', async () => {
    const taken = async () => (await product.rows('groups')).map(({ placesTaken }) => placesTaken as number)
    const before = await taken()

    const answers = await Promise.all(Array.from({ length: 6 }, () => product.postForm(offer, yesUntold)))
    await product.settle()
    const letters = product.mails().length
    await robins.answers(offer, yesUntold)

    for (const { status } of answers) expect(status).toBeLessThan(500)
    expect(await taken()).toEqual(before)
    expect(await robins.states('referrals')).toEqual(['accepted'])
    expect(product.mails()).toHaveLength(letters)
  })

  it('still tells whoever used it where it leads now', async () => {
    expect(wordsOf(await product.get(offer))).toContain('You said yes')
  })
})
