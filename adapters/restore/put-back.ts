import type { AttributeValue } from '@aws-sdk/client-dynamodb'

import type { Write } from '../commit.ts'
import { type TableKey, type TableName, tables } from '../tables.ts'

export type Item = Record<string, AttributeValue>

/** The names of a table's own key. */
export const keyNames = (table: TableName): string[] => {
  const { partition, sort }: TableKey = tables[table]
  return sort === undefined ? [partition] : [partition, sort]
}

export const keyOf = (table: TableName, item: Item): Item =>
  Object.fromEntries(keyNames(table).flatMap((name) => (item[name] ? [[name, item[name]]] : [])))

const isSimple = (value: AttributeValue) => Object.keys(value).every((type) => /^(S|N|BOOL|NULL)$/.test(type))

/**
 * Holds while the live row is the one that was compared, or while there is none. Its simple attributes tell: a revision, a
 * state, a count or a time among them changes with every write of ours.
 */
const asCompared = (table: TableName, live: Item | null) => {
  if (live === null)
    return {
      ConditionExpression: 'attribute_not_exists(#key)',
      ExpressionAttributeNames: { '#key': tables[table].partition },
    }
  const attributes = Object.entries(live).filter(([, value]) => isSimple(value))
  return {
    ConditionExpression: attributes.map((_, index) => `#a${index} = :a${index}`).join(' AND '),
    ExpressionAttributeNames: Object.fromEntries(attributes.map(([name], index) => [`#a${index}`, name])),
    ExpressionAttributeValues: Object.fromEntries(
      attributes.map(([, value], index) => [`:a${index}`, value]),
    ),
  }
}

/** Writes a row of a back-up over the live one, or where there is none. */
export const putBack = (
  table: TableName,
  tableName: string,
  item: Item,
  live: Item | null,
): Write<'changed-meanwhile'> => ({
  refusedAs: 'changed-meanwhile',
  item: { Put: { TableName: tableName, Item: item, ...asCompared(table, live) } },
})
