import { describe, expect, it } from 'vitest'

import { openProduct } from '../support/product.ts'

const page = '/staff/intakes/7KQ-4M2-XR5?part=notes'

describe('behind a stage', () => {
  it('staff sign in below it, come back below it, and every form and link stays there', async () => {
    const product = await openProduct({ stage: '/prod' })
    const browser = await product.openStaffBrowser()

    const sentAway = await browser.get(page)
    const cameBack = await browser.signIn('ada-brook', page)
    const shown = await browser.get('/staff')
    const redirected = await browser.get('/staff/sign-out')

    expect(sentAway.headers['location']).toMatch(/^http:\/\/localhost:3000\/prod\/staff\/sign-in\?to=/)
    expect(cameBack.headers['location']).toBe(`http://localhost:3000/prod${page}`)
    expect(shown.status).toBe(200)
    expect(shown.body).toContain('action="/prod/staff/sign-out"')
    expect(redirected.headers['location']).toBe('/prod/staff')
    await product.close()
  })
})
