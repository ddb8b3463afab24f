import type { AttributeValue } from '@aws-sdk/client-dynamodb'

import { type TableKey, type TableName, tables } from '../../adapters/tables.ts'
import { localTables } from '../../local/create-tables.ts'
import { rowSize } from '../../test/simulation/aws/dynamodb/values.ts'

type Item = Record<string, AttributeValue>

interface Write {
  TableName?: string
  Item?: Item
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

const text = (item: Item, attribute: string | undefined) => attribute && JSON.stringify(item[attribute])

/** What a change of a row adds in the indexes of its table: one write where it comes, goes or stays; two where it moves. */
const indexWrites = (table: string, before: Item, after: Item) => {
  const name = names.get(table)
  if (name === undefined) return 0
  return Object.values<TableKey>(tables[name].indexes).reduce((writes, { partition, sort }) => {
    const was = before[partition] !== undefined
    const is = after[partition] !== undefined
    const moves = [partition, sort].some((key) => text(before, key) !== text(after, key))
    return writes + (was && is && moves ? 2 : was || is ? 1 : 0)
  }, 0)
}

/** Reckons what DynamoDB charges for each command, from the first on: what a write to a row costs depends on the one before. */
export const countUnits = () => {
  const rows = new Map<string, Item>()

  const writeUnits = ({ TableName = '', Item }: Write, inTransaction: boolean) => {
    const size = Math.ceil((Item ? rowSize(Item) : changedRowBytes(TableName)) / 1024)
    const name = names.get(TableName)
    if (!Item || !name) return size * (inTransaction ? 2 : 1)
    const { partition, sort }: TableKey = tables[name]
    const key = [TableName, text(Item, partition), text(Item, sort)].join(' ')
    const moved = indexWrites(TableName, rows.get(key) ?? {}, Item)
    rows.set(key, Item)
    return size * ((inTransaction ? 2 : 1) + moved)
  }

  return (command: string, input: DynamodbInput): Units => {
    switch (command) {
      case 'TransactWriteItemsCommand': {
        const writes = (input.TransactItems ?? []).flatMap(({ Put, Update, Delete, ConditionCheck }) =>
          [Put, Update, Delete, ConditionCheck].filter((write) => write !== undefined),
        )
        return { write: writes.reduce((all, write) => all + writeUnits(write, true), 0), read: 0 }
      }
      case 'PutItemCommand':
      case 'UpdateItemCommand':
      case 'DeleteItemCommand':
        return { write: writeUnits(input, false), read: 0 }
      // An answer of no more than 4 kB for each of its rows, read in one transaction.
      case 'TransactGetItemsCommand':
        return { write: 0, read: 2 * (input.TransactItems ?? []).length }
      default:
        return { write: 0, read: input.ConsistentRead ? 1 : 0.5 }
    }
  }
}
