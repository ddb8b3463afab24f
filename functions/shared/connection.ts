import { randomBytes } from 'node:crypto'

import { type Adapters, connect } from '../../adapters/connect.ts'

let connected: Adapters | undefined

/** What this process is connected to: AWS, by the settings of the function, unless it was connected to something else. */
export const connection = (): Adapters =>
  (connected ??= connect(process.env, { now: () => Date.now(), randomBytes: (count) => randomBytes(count) }))

/** Connects this process before its first event: the local run and the tests bring their own settings and clock. */
export const connectWith = (adapters: Adapters) => {
  connected = adapters
}
