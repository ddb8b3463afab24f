import type { Row, Space, Store } from './dynalite-types.ts'
import { indexPrefix, rowPrefix, tableKey } from './dynamodb-keys.ts'

/** What a write would do to LevelDB: full key and new value, or nothing to delete it. */
export type Changes = Map<string, unknown>

/** A table appears ready at once: one that were seen being created would stay so for ever if we were killed. */
const asActive = (value: unknown) => {
  const table = structuredClone(value) as { TableStatus: string; GlobalSecondaryIndexes?: object[] }
  const indexes = table.GlobalSecondaryIndexes?.map((index) => ({ ...index, IndexStatus: 'ACTIVE' }))
  return { ...table, TableStatus: 'ACTIVE', ...(indexes && { GlobalSecondaryIndexes: indexes }) }
}

/**
 * A store that reads the real one and keeps all writes to itself, so that what one request writes, rows and
 * index entries of any table alike, reaches the disk together or not at all.
 */
export const openDraft = (store: Store) => {
  const changes: Changes = new Map()
  const written: Array<{ table: string; row: Row }> = []
  let found: Row | undefined

  const space = (prefix: string, real: Pick<Space, 'get'>): Space => ({
    // One request writes at a time, so there is nobody to lock out.
    lock: (_key, hold) => hold((done) => done),
    get: (key, done) => real.get(key, done),
    put: (key, value, done) => {
      changes.set(prefix + key, value)
      done()
    },
    del: (key, done) => {
      changes.set(prefix + key, undefined)
      done()
    },
  })

  const draft: Store = {
    ...store,
    tableDb: {
      ...store.tableDb,
      ...space(tableKey(''), store.tableDb),
      put: (name, table, done) => {
        changes.set(tableKey(name), asActive(table))
        done()
      },
    },
    getItemDb: (table) => {
      const rows = space(rowPrefix(table), store.getItemDb(table))
      return {
        ...rows,
        get: (key, done) =>
          rows.get(key, (error, row) => {
            found = row
            done(error, row)
          }),
        put: (key, row, done) => {
          written.push({ table, row: row as Row })
          rows.put(key, row, done)
        },
      }
    },
    getIndexDb: (kind, table, index) =>
      space(indexPrefix(kind, table, index), store.getIndexDb(kind, table, index)),
  }
  return { store: draft, changes, written, found: () => found }
}
