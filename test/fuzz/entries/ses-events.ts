import { equal } from 'node:assert/strict'

import { sesReportSchema } from '../../../adapters/ses-report.ts'
import { aFilledForm, send } from '../../support/person.ts'
import type { Product } from '../../support/product.ts'
import { anyInBatch, batchesOf, giveBatch, inBatches, readAs } from '../batches.ts'
import { entry } from '../entry.ts'
import { type Samples, branchesIn, branchesOf, coveringValues, valuesOf } from '../schema.ts'

const unknown = '019ab123-4567-7abc-8def-0123456789ff'

/** Reports of SES, as SNS puts them into our queue: as SES writes them, without an envelope. */
export const sesEvents = async (product: Product) => {
  await send(product, aFilledForm({ email: 'reported@example.org' }))
  await product.settle()
  const emailIds = (await product.rows('emails')).flatMap(({ emailId }) =>
    typeof emailId === 'string' ? [emailId] : [],
  )
  const samples: Samples = {
    messageId: ['0100', ''],
    // Long before now: what SES reports at once of a letter that no index knows yet is looked at again.
    timestamp: ['2026-11-20T17:00:00.000Z'],
    emailId: [...emailIds.slice(0, 4), unknown],
    bounceType: ['Permanent', 'Transient', 'Undetermined', 'fz'],
    bounceSubType: ['General', 'Suppressed'],
  }
  const isYoung = (body: string) => {
    const report = readAs(sesReportSchema, body)
    const { mail: { timestamp = '', tags: { emailId = [] } = {} } = {} } = report ?? {}
    return Date.parse(timestamp) > product.clock.now() - 600_000 && !emailIds.includes(emailId[0] ?? '')
  }
  const neighbour = JSON.stringify({
    eventType: 'Delivery',
    mail: { messageId: 'fz', timestamp: '2026-11-20T17:00:00.000Z', tags: { emailId: [unknown] } },
  })
  const notice = 'Successfully validated SNS topic for Amazon SES event publishing.'
  return entry<string[]>({
    share: 0.8,
    each: anyInBatch,
    first: [
      ...inBatches(coveringValues(sesReportSchema, samples)),
      Array.from({ length: anyInBatch }, () => notice),
    ],
    inputs: batchesOf(valuesOf(sesReportSchema, samples)),
    mustReach: [...branchesOf(sesReportSchema), 'notice'],
    async give(bodies) {
      await giveBatch(
        'record-delivery',
        [neighbour, ...bodies, neighbour],
        (body) => body !== notice && (readAs(sesReportSchema, body) === undefined || isYoung(body)),
      )
      equal(Object.keys(Object.prototype).length, 0)
      return bodies.flatMap((body) => {
        if (body === notice) return ['notice']
        const report = readAs(sesReportSchema, body)
        return report ? branchesIn(sesReportSchema, report) : []
      })
    },
  })
}
