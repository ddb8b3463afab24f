import { ok } from 'node:assert/strict'

import { GetItemCommand } from '@aws-sdk/client-dynamodb'

import { type IntakeMessage, intakeMessageSchema } from '../../../domain/way/intake-message.ts'
import { localTables } from '../../../local/create-tables.ts'
import { anIntake } from '../../support/builders.ts'
import type { Product } from '../../support/product.ts'
import { anyInBatch, batchesOf, giveBatch, inBatches, readAs } from '../batches.ts'
import { entry } from '../entry.ts'
import { type Samples, branchesIn, branchesOf, coveringValues, valuesOf } from '../schema.ts'

const ids = Array.from(
  { length: 40 },
  (_, at) => `019ab123-4567-7abc-8def-0000000001${String(at).padStart(2, '0')}`,
)

const samples: Samples = {
  intakeId: ids,
  reference: ['7KQ-4M2-XR5', '0'],
  groupId: ['riverside/steady-ground', 'aa-valley/evening-light', 'gone'],
  excluding: ['riverside/steady-ground', ''],
  zip: ['95112', '00601', 'nowhere'],
  otherLanguage: ['ko', 'xx'],
  name: ['Robin Vale', ''],
  note: ['Some words\nmore', ''],
  phone: ['+13125550123', ''],
  email: ['robin.vale@example.org', 'no address'],
  emailHash: ['hash-of-robin', 'x'.repeat(43)],
  phoneHash: ['hash-of-phone'],
  answersHash: ['first-answers', 'other-answers'],
  travelMiles: [2, 50],
}

/** A form of somebody who must not be lost, whatever else is in the batch. */
const neighbours = () => {
  let last = 0
  return (): IntakeMessage & { kind: 'submitted' } => {
    last += 1
    const intakeId = `019ab123-4567-7abc-8def-1${String(last).padStart(11, '0')}`
    return { schema: 1, kind: 'submitted', intake: anIntake({ intakeId, mayBeAutomated: true }) }
  }
}

/** What is in the queue of intakes, beside two forms that have to come through. */
export const intakeMessages = ({ dynamodb }: Product) => {
  const next = neighbours()
  const isStored = async (intakeId: string) => {
    const Key = { intakeId: { S: intakeId } }
    return (
      (await dynamodb.send(new GetItemCommand({ TableName: localTables.intakes, Key }))).Item !== undefined
    )
  }
  return entry<string[]>({
    share: 0.5,
    each: anyInBatch,
    first: inBatches(coveringValues(intakeMessageSchema, samples)),
    inputs: batchesOf(valuesOf(intakeMessageSchema, samples)),
    mustReach: branchesOf(intakeMessageSchema),
    async give(bodies) {
      const [before, after] = [next(), next()]
      const batch = [JSON.stringify(before), ...bodies, JSON.stringify(after)]
      await giveBatch('match-intake', batch, (body) => readAs(intakeMessageSchema, body) === undefined)
      for (const { intake } of [before, after]) ok(await isStored(intake.intakeId), 'A neighbour was lost.')
      return bodies.flatMap((body) => {
        const message = readAs(intakeMessageSchema, body)
        return message ? branchesIn(intakeMessageSchema, message) : []
      })
    },
  })
}
