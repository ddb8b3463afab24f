import type { Value } from './dynalite-types.ts'
import { tableNamed } from './dynalite.ts'
import type { Changes } from './dynamodb-draft.ts'
import type { Engine } from './dynamodb-engine.ts'
import { rowPrefix, rowTable, startingWith, timeToLivePrefix } from './dynamodb-keys.ts'
import { attempt } from './dynamodb-rows.ts'

/** DynamoDB leaves alone what expired longer ago, as it is more likely a mistake than a wish. */
const fiveYears = 5 * 365 * 24 * 60 * 60

/** How often we look whether the clock has passed the next expiry; AWS promises only "within a few days". */
const lookMs = 200

/** Deletes rows past the second (since 1970) in their table's chosen attribute; `attributes` may change under way. */
export const startExpiry = (engine: Engine, attributes: ReadonlyMap<string, string>, now: () => number) => {
  const { store } = engine
  /** Nothing is read before this second, unless a write brings it forward. */
  let nextExpiry = -Infinity

  engine.watch((changes) => {
    for (const [key, value] of changes) {
      if (key.startsWith(timeToLivePrefix)) nextExpiry = -Infinity
      const attribute = attributes.get(rowTable(key) ?? '')
      if (!attribute || !value) continue
      const expiry = Number((value as Record<string, Value>)[attribute]?.N)
      if (expiry < nextExpiry) nextExpiry = expiry
    }
  })

  const sweep = async () => {
    const second = now() / 1000
    const gone: Changes = new Map()
    let soonest = Infinity
    for (const [table, attribute] of attributes) {
      const { KeySchema } = await tableNamed(store, table)
      for await (const row of store.db.values(startingWith(rowPrefix(table)))) {
        const expiry = Number(row[attribute]?.N)
        if (expiry >= second) soonest = Math.min(soonest, expiry)
        if (!(expiry < second) || expiry < second - fiveYears) continue
        const Key = Object.fromEntries(KeySchema.map(({ AttributeName: name }) => [name, row[name]]))
        const { changes } = await attempt(store, 'DeleteItem', { TableName: table, Key })
        for (const [key, value] of changes) gone.set(key, value)
      }
    }
    if (gone.size > 0) await engine.commit(gone)
    nextExpiry = soonest
  }

  let sweeping: Promise<unknown> | undefined
  const timer = setInterval(() => {
    if (sweeping || nextExpiry >= now() / 1000) return
    sweeping = engine
      .inTurn(sweep)
      .catch((fault: Error) => console.error(`Expired rows could not be removed: ${fault.name}`))
      .finally(() => (sweeping = undefined))
  }, lookMs)
  timer.unref()

  return async () => {
    clearInterval(timer)
    await sweeping
  }
}
