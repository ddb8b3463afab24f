import { AsyncLocalStorage } from 'node:async_hooks'

import type { FunctionName } from '../../functions/triggers.ts'
import { invoke } from '../../local/handlers.ts'
import type { Product } from '../../test/support/product.ts'
import { type Units, countUnits } from './units.ts'

/** What one run of a function asked of AWS. */
export interface Run {
  name: FunctionName
  /** Messages, where a queue woke it. */
  messages: number
  calls: string[]
  units: Units
}

type Send = (command: { input: object }, ...rest: unknown[]) => unknown

/** From now on writes down each run of each function, and each call that it makes. */
export const countCalls = (product: Product) => {
  const runs: Run[] = []
  const unitsOf = countUnits()
  const running = new AsyncLocalStorage<Run>()
  const { dynamodb, sqs, ses } = product.aws.clients

  for (const client of [dynamodb, sqs, ses]) {
    // The clients' many overloads of `send` all come down to this one.
    const watched = client as unknown as { send: Send }
    const send = watched.send.bind(client)
    watched.send = (command, ...rest) => {
      const run = running.getStore()
      const name = command.constructor.name
      run?.calls.push(name)
      if (run && client === dynamodb) {
        const { write, read } = unitsOf(name, command.input)
        run.units = { write: run.units.write + write, read: run.units.read + read }
      }
      return send(command, ...rest)
    }
  }

  const within = <T>(name: FunctionName, messages: number, go: () => Promise<T>) => {
    const run: Run = { name, messages, calls: [], units: { write: 0, read: 0 } }
    runs.push(run)
    return running.run(run, go)
  }
  const { http, queue, schedule } = { ...invoke }
  Object.assign(invoke, {
    http: (name, event) => within(name, 0, () => http(name, event)),
    queue: (name, event) => within(name, event.Records.length, () => queue(name, event)),
    schedule: (name) => within(name, 0, () => schedule(name)),
  } satisfies typeof invoke)

  return {
    /** What was seen since it was last asked. */
    take: () => runs.splice(0),
    stop: () => void Object.assign(invoke, { http, queue, schedule }),
  }
}
