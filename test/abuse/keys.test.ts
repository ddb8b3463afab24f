import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { parameterNames } from '../../local/settings.ts'
import { askAndSayYes, leaderOf, steadyGround } from '../support/leader.ts'
import { type Confirmation, aFilledForm, send, wordsOf } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'
import type { StaffBrowser } from '../support/staff-browser.ts'
import { fillIn, visitorOf } from '../support/visitor.ts'
import { withAPlace } from '../support/with-a-place.ts'

const old = 'another key that only the tests use, too'
const added = 'a key that came a year later, and is as long'

describe('the keys of private links', () => {
  let product: Product
  let status: Confirmation
  let sent = ''
  let offer = ''
  let leader: ReturnType<typeof leaderOf>
  let code = ''
  let staff: StaffBrowser
  let visitor: ReturnType<typeof visitorOf>
  let cookie = ''

  const keysAre = (ring: Record<string, string>) => {
    product.aws.parameters.set(parameterNames.LINK_KEYS_NAME, JSON.stringify(ring))
    product.reconnect()
  }

  /** Everything that is ever signed or sealed, while the ring holds one key. */
  beforeAll(async () => {
    product = await openProduct()
    await product.addGroups(steadyGround)
    const posted = await product.postForm('/intakes', aFilledForm({ email: 'sent@example.org' }))
    sent = posted.headers['location'] ?? ''
    status = await send(product, aFilledForm({ email: 'status@example.org' }))
    offer = (await withAPlace(product).offered()).path
    leader = leaderOf(product, await askAndSayYes(product, { email: 'yes@example.org' }))
    code = await leader.getCode()
    staff = await product.signIn('coordinator')
    cookie = staff.cookies.get('__Host-session') ?? ''
    visitor = visitorOf(product)
    await fillIn(visitor, {}, { until: 4 })
  })
  afterAll(() => product.close())

  const statusesOf = async () => {
    const pages = {
      sent: await product.get(sent),
      status: await product.get(status.statusPath),
      offer: await product.get(offer),
      facilitator: await product.get(leader.path()),
      staff: await staff.get('/staff'),
    }
    return Object.entries(pages).map(([name, { status }]) => `${name} ${status}`)
  }

  const all = ['sent 200', 'status 200', 'offer 200', 'facilitator 200', 'staff 200']

  it('let in what they signed', async () => {
    expect(await statusesOf()).toEqual(all)
  })

  it('a new key signs from then on, and every link of the old one lives', async () => {
    keysAre({ 1: old, 2: added })

    expect(await statusesOf()).toEqual(all)
    expect(wordsOf(await visitor.open('/questions/4'))).not.toContain('we no longer have your answers')
    const card = await leader.typeCode(code)
    expect([card.status, wordsOf(card)]).toEqual([200, expect.stringContaining('Robin Vale')])
    const newer = await send(product, aFilledForm({ email: 'newer@example.org' }))
    expect(newer.statusPath).toMatch(/^\/status\/2\./)
    expect((await product.get(newer.statusPath)).status).toBe(200)
  })

  it('a code that was asked for by the old key and one by the new each open the card', async () => {
    const card = await leader.typeCode(await leader.getCode())

    expect([card.status, wordsOf(card)]).toEqual([200, expect.stringContaining('Robin Vale')])
  })

  it('a number that is not in the ring signs nothing, whoever writes it', async () => {
    expect((await product.get(status.statusPath.replace('/1.', '/2.'))).status).toBe(404)
    expect((await product.get(status.statusPath.replace('/1.', '/3.'))).status).toBe(404)
  })

  it('a key that is taken out ends what it signed, kindly, and nothing else', async () => {
    const newer = await send(product, aFilledForm({ email: 'newest@example.org' }))
    keysAre({ 2: added })

    const over = await product.get(status.statusPath)
    expect(over.status).toBe(404)
    expect(wordsOf(over)).toContain('988')
    expect((await product.get(offer)).status).toBe(404)
    expect((await product.get(leader.path())).status).toBe(404)
    // Whoever was there meanwhile has a session of the new key; one that was put away is over.
    expect((await staff.get('/staff')).status).toBe(200)
    staff.cookies.set('__Host-session', cookie)
    expect((await staff.get('/staff')).status).toBe(303)
    expect((await product.get(newer.statusPath)).status).toBe(200)
    const again = await visitor.open('/questions/4')
    expect(again.status).toBe(200)
    expect(again.body).not.toMatch(/value="drinking"[^>]*checked/)
  })

  it('keep references as they are, whatever becomes of links', async () => {
    const before = await send(product, aFilledForm({ submissionId: '019ab123-4567-7abc-8def-aaaaaaaaaaaa' }))
    keysAre({ 2: added, 3: old })

    const after = await send(product, aFilledForm({ submissionId: '019ab123-4567-7abc-8def-aaaaaaaaaaaa' }))

    expect(after.reference).toBe(before.reference)
  })
})
