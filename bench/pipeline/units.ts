import type { AttributeValue } from '@aws-sdk/client-dynamodb'

import { type TableName, tables } from '../../adapters/tables.ts'
import { localTables } from '../../local/create-tables.ts'
import { rowSize } from '../../test/simulation/aws/dynamodb/values.ts'

type Item = Record<string, AttributeValue>

interface Write {
  TableName?: string
  Item?: Item
  ConditionExpression?: string
}

interface TransactItem {
  Put?: Write
  Update?: Write
  Delete?: Write
  ConditionCheck?: Write
}

export interface DynamodbInput extends Write {
  TransactItems?: TransactItem[]
  ConsistentRead?: boolean
}

/** Capacity as DynamoDB charges for it: a write unit is 1 kB, a read unit 4 kB (Developer guide, "On-demand mode"). */
export interface Units {
  write: number
  read: number
}

/** A row that is changed by an expression is not seen whole. Ours are a group, and counts of a few bytes. */
const changedRowBytes = (table: string) => (table === localTables.groups ? 2_048 : 1_024)

// Both lists have the same names.
const names = new Map(
  (Object.entries(localTables) as [TableName, string][]).map(([name, table]) => [table, name]),
)

/** Keys of the indexes by which something is looked for that is due: with each change of a row they may be others. */
const moving: ReadonlySet<string> = new Set(['dueShard', 'inboxOwner'])

/** What the indexes of a table add: a row is put into each that has its key, and moves within those whose keys move. */
const indexWrites = (table: string, item: Item, isNew: boolean) => {
  const name = names.get(table)
  if (name === undefined) return 0
  const keys = Object.values<{ partition: string }>(tables[name].indexes).map(({ partition }) => partition)
  return keys.reduce((sum, key) => {
    const isIn = item[key] !== undefined
    if (isNew || !moving.has(key)) return sum + (isIn ? 1 : 0)
    return sum + (isIn ? 2 : 1)
  }, 0)
}

/** One write: twice its size inside a transaction, and its size for each write to an index. Rather too much than too little. */
const writeUnits = ({ TableName = '', Item, ConditionExpression = '' }: Write, inTransaction: boolean) => {
  const size = Math.ceil((Item ? rowSize(Item) : changedRowBytes(TableName)) / 1024)
  const isNew = ConditionExpression.includes('attribute_not_exists')
  return size * ((inTransaction ? 2 : 1) + (Item ? indexWrites(TableName, Item, isNew) : 0))
}

export const unitsOf = (command: string, input: DynamodbInput): Units => {
  switch (command) {
    case 'TransactWriteItemsCommand': {
      const writes = (input.TransactItems ?? []).flatMap(({ Put, Update, Delete, ConditionCheck }) =>
        [Put, Update, Delete, ConditionCheck].filter((write) => write !== undefined),
      )
      return { write: writes.reduce((sum, write) => sum + writeUnits(write, true), 0), read: 0 }
    }
    case 'PutItemCommand':
    case 'UpdateItemCommand':
    case 'DeleteItemCommand':
      return { write: writeUnits(input, false), read: 0 }
    // A request and an answer of no more than 4 kB for each of its rows, read in one transaction.
    case 'TransactGetItemsCommand':
      return { write: 0, read: 2 * (input.TransactItems ?? []).length }
    default:
      return { write: 0, read: input.ConsistentRead ? 1 : 0.5 }
  }
}
