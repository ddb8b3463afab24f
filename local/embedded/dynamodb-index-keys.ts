import type { Row, Table } from './dynalite-types.ts'
import { dynalite } from './dynalite.ts'

/**
 * Dynalite tells rows with the same index key apart by 24 bits of a hash of their own key: of 5,000 rows due at one
 * moment two would most likely share an entry, and one would vanish from the index. Ours ends with the whole key.
 */
const lengthen = (entry: string, row: Row, table: Table) => `${entry}/${dynalite.createKey(row, table)}`

const entriesFor = (row: Row | null | undefined, table: Table, kind: 'Local' | 'Global') =>
  row
    ? dynalite
        .getIndexActions(table[`${kind}SecondaryIndexes`] ?? [], null, row, table)
        .puts.map(({ index, key, item }) => ({ index, key: lengthen(key, row, table), item }))
    : []

const ignoreResult = () => {}

export const useWholeIndexKeys = () => {
  const shortKey = dynalite.createIndexKey
  dynalite.createIndexKey = (row, table, keySchema) => lengthen(shortKey(row, table, keySchema), row, table)

  dynalite.updateIndexes = (store, table, before, after, done) => {
    for (const kind of ['Local', 'Global'] as const) {
      const space = (index: string) => store.getIndexDb(kind, table.TableName, index)
      for (const { index, key } of entriesFor(before, table, kind)) space(index).del(key, ignoreResult)
      for (const { index, key, item } of entriesFor(after, table, kind))
        space(index).put(key, item, ignoreResult)
    }
    done()
  }
}
