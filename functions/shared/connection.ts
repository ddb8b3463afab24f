import {
  type Made,
  type Outside,
  type Part,
  connect,
  openOutside,
  thisMachine,
} from '../../adapters/outside.ts'

let outside: Outside | undefined

/** Connects this process before its first event: the local run and the tests bring their own settings and clock. */
export const connectTo = (given: Outside) => {
  outside = given
}

/** What a function asked for, of AWS and by the function's own settings, unless this process was connected elsewhere. */
export const connection = <Parts extends Record<string, Part<unknown>>>(parts: Parts): Made<Parts> => {
  outside ??= openOutside(process.env, thisMachine)
  return connect(outside, parts)
}
