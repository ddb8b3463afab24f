import { describe, expect, it } from 'vitest'

import { aFilledForm } from '../support/person.ts'
import { openProduct } from '../support/product.ts'

describe('forms that are sent again and again', () => {
  it('leave a row that can still be written, and the last call for safety in it', async () => {
    const product = await openProduct()
    const form = aFilledForm({ safety: 'might-hurt', helpSeen: 'yes' })
    for (let sent = 0; sent < 12; sent += 1) {
      form.set('note', `Please hurry ${sent}`)
      await product.postForm('/intakes', form)
      await product.settle()
    }

    const [intake] = await product.rows('intakes')
    const kept = intake?.['sentAgain'] as { request: { note: string } }[]
    await product.close()

    expect(kept.length).toBeLessThanOrEqual(6)
    expect(kept.at(-1)?.request.note).toBe('Please hurry 11')
  })
})
