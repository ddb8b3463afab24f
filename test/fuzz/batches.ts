import { deepEqual, equal } from 'node:assert/strict'

import fc from 'fast-check'
import * as z from 'zod/mini'

import type { FunctionName } from '../../functions/triggers.ts'
import { invoke } from '../../local/handlers.ts'
import { queueEvent } from '../support/events.ts'
import { logLinesOf } from '../support/log-lines.ts'
import { brokenText, nearly, oddText, oddValue } from './odd.ts'

/** Of each batch, so many messages are of any kind; a good one stands before them and one after. */
export const anyInBatch = 8

/** The bodies of messages: right ones, nearly right ones, and what is no message at all. */
const bodiesOf = (right: fc.Arbitrary<unknown>): fc.Arbitrary<string> => {
  const texts = right.map((message) => JSON.stringify(message))
  return fc.oneof(
    { weight: 5, arbitrary: texts },
    { weight: 6, arbitrary: nearly(right).map((message) => JSON.stringify(message) ?? '') },
    { weight: 1, arbitrary: brokenText(texts) },
    {
      weight: 1,
      arbitrary: fc.oneof(
        oddText,
        oddValue.map((value) => JSON.stringify(value)),
      ),
    },
  )
}

export const batchesOf = (right: fc.Arbitrary<unknown>) =>
  fc.array(bodiesOf(right), { minLength: anyInBatch, maxLength: anyInBatch })

/** In batches of a size, the last one made full with what came first. */
export const inBatches = (messages: readonly unknown[]): string[][] => {
  const bodies = messages.map((message) => JSON.stringify(message))
  return Array.from({ length: Math.ceil(bodies.length / anyInBatch) }, (_, at) =>
    Array.from({ length: anyInBatch }, (_, place) => bodies[(at * anyInBatch + place) % bodies.length] ?? ''),
  )
}

/** A message as it was sent, if the schema can read it; undefined for one that nobody can read. */
export const readAs = <Schema extends z.ZodMiniType>(
  schema: Schema,
  body: string,
): z.input<Schema> | undefined => {
  try {
    const sent: unknown = JSON.parse(body)
    z.parse(schema, sent)
    // The schema has just read it.
    return sent as z.input<Schema>
  } catch {
    return undefined
  }
}

/**
 * Gives a batch to a function as Lambda's poller does. A message that cannot be read goes back to its queue, alone, and so
 * to the dead-letter queue, where an alarm asks somebody to look; whatever can be read is done.
 */
export const giveBatch = async (
  name: FunctionName,
  bodies: readonly string[],
  mayFail: (body: string) => boolean,
) => {
  const event = queueEvent(...bodies)
  let failed: readonly string[] = []
  const lines = await logLinesOf(async () => {
    const { batchItemFailures } = await invoke.queue(name, event)
    failed = batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)
  })
  const expected = event.Records.filter(({ body }) => mayFail(body)).map(({ messageId }) => messageId)
  deepEqual(
    failed,
    expected,
    `Failed: ${JSON.stringify(lines.filter(({ event }) => event === 'message-failed'))}`,
  )
  equal(
    lines.find(({ event }) => event === 'intake-could-not-be-matched'),
    undefined,
  )
}
