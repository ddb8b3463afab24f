import { equal } from 'node:assert/strict'

import { emailNudgeSchema, nudgeFor } from '../../../domain/letters/email-nudge.ts'
import { newEmail } from '../../../domain/letters/email.ts'
import { aFilledForm, send } from '../../support/person.ts'
import type { Product } from '../../support/product.ts'
import { anyInBatch, batchesOf, giveBatch, inBatches, readAs } from '../batches.ts'
import { entry } from '../entry.ts'
import { type Samples, branchesIn, branchesOf, coveringValues, valuesOf } from '../schema.ts'

/** What is in the queue of e-mails. The letter of somebody else, in the same batch, has to go out. */
export const emailNudges = async (product: Product) => {
  const asked = await send(product, aFilledForm({ email: 'nudged@example.org' }))
  await product.settle()
  const intake = (await product.rows('intakes')).find(({ reference }) => reference === asked.reference) ?? {}
  const samples: Samples = {
    subjectId: [String(intake['intakeId']), 'staff', '019ab123-4567-7abc-8def-0123456789ab'],
    occurrence: ['receipt', 'check-in#2026-11-26', 'fz'],
    addressHash: ['hash-of-robin'],
    attempts: [0, 1, 5],
  }
  let letters = 0
  /** The news of a letter that is nobody's: it is looked for, and there is nothing to do. */
  const neighbour = () =>
    JSON.stringify(
      nudgeFor(
        newEmail(
          {
            subjectId: String(intake['intakeId']),
            occurrence: `neighbour#${(letters += 1)}`,
            emailId: '019ab123-4567-7abc-8def-0123456789ab',
            template: 'receipt',
            to: 'person',
            referralId: null,
          },
          '2026-11-23T17:00:00.000Z',
        ),
      ),
    )
  return entry<string[]>({
    share: 0.7,
    each: anyInBatch,
    first: inBatches(coveringValues(emailNudgeSchema, samples)),
    inputs: batchesOf(valuesOf(emailNudgeSchema, samples)),
    mustReach: branchesOf(emailNudgeSchema),
    async give(bodies) {
      const before = product.mails().length
      await giveBatch(
        'send-email',
        [neighbour(), ...bodies, neighbour()],
        (body) => readAs(emailNudgeSchema, body) === undefined,
      )
      equal(product.mails().length, before, 'A message that names no letter sent one.')
      return bodies.flatMap((body) => {
        const nudge = readAs(emailNudgeSchema, body)
        return nudge ? branchesIn(emailNudgeSchema, nudge) : []
      })
    },
  })
}
