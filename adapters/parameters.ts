import type { ParameterStore } from './parameter-store.ts'

/** Rotated keys reach every running function within this time. */
const keptForMs = 15 * 60_000

/**
 * Reads named parameters, all in one call and again every 15 minutes. Secrets of Secrets Manager are read by the same
 * call through Parameter Store's reference form (AWS Systems Manager guide, "Referencing Secrets Manager secrets").
 */
export const parameters = (ssm: ParameterStore, names: readonly string[], now: () => number) => {
  let read: { at: number; values: Promise<Map<string, string>> } | null = null

  /** What was read last. Old keys serve better than none while Parameter Store is away. */
  let kept: Map<string, string> | null = null

  const fetchAll = async () => {
    const { Parameters } = await ssm.getParameters({ Names: names, WithDecryption: true })
    kept = new Map(Parameters.map(({ Name, Value }) => [Name, Value]))
    return kept
  }

  return {
    async get(name: string): Promise<string> {
      if (read === null || now() - read.at > keptForMs) read = { at: now(), values: fetchAll() }
      const values = await read.values.catch((failure: unknown) => {
        // A failed read must not be remembered: the next request asks again.
        read = null
        if (kept === null) throw failure
        return kept
      })
      const value = values.get(name)
      if (value === undefined || value === '')
        throw new Error(`The parameter ${name} is not there or is empty.`)
      return value
    },
  }
}
