import {
  type AttributeValue,
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  paginateScan,
} from '@aws-sdk/client-dynamodb'

import { connect, openOutside, thisMachine } from '../../adapters/outside.ts'
import * as parts from '../../adapters/parts.ts'
import { keyOf } from '../../adapters/restore/put-back.ts'
import { type Restored, restoreTable } from '../../adapters/restore/restore-table.ts'
import type { TableName } from '../../adapters/tables.ts'
import type { Reason } from '../../domain/records/restore/verdict.ts'
import { reconcileRecords } from '../../functions/reconcile.ts'
import { createTables, localTables } from '../../local/create-tables.ts'
import type { Product } from './product.ts'

type Item = Record<string, AttributeValue>

// Object.keys is typed string[]; these are the keys of a record of tables.
const tableNames = Object.keys(localTables) as TableName[]

/** The order of docs/backup.md: nothing acts on a person before all the rest of theirs is there. */
const restoreOrder = [
  'tombstones',
  'trail',
  'staff',
  'feeds',
  'referrals',
  'groups',
  'emails',
  'intakes',
] as const satisfies readonly TableName[]

const itemsOf = async (dynamodb: DynamoDBClient, TableName: string) => {
  const items: Item[] = []
  for await (const { Items = [] } of paginateScan({ client: dynamodb }, { TableName })) items.push(...Items)
  return items
}

let backUps = 0

/** Copies every table as it is now into a new one, as AWS does when a table is restored to this moment. */
export const takeBackUp = async (product: Product) => {
  const { dynamodb } = product
  backUps += 1
  product.clock.moveForward(1000)
  const asOf = new Date(product.clock.now()).toISOString()
  const copies = Object.fromEntries(
    tableNames.map((name) => [name, `${localTables[name]}-restored-${backUps}`]),
    // As above: every table has its copy.
  ) as Record<TableName, string>
  await createTables(dynamodb, copies)
  for (const name of tableNames)
    for (const Item of await itemsOf(dynamodb, localTables[name]))
      await dynamodb.send(new PutItemCommand({ TableName: copies[name], Item }))

  product.clock.moveForward(1000)

  const restore = (
    table: TableName,
    given: { only?: string[]; replace?: boolean; isDryRun?: boolean; isLast?: boolean } = {},
  ) => {
    const { only = [], replace = false, isDryRun = false, isLast = false } = given
    const adapters = connect(
      openOutside(product.aws.settings, { ...thisMachine, now: product.clock.now }),
      parts,
    )
    return restoreTable(
      { table, from: copies[table], backUp: { asOf, isLast }, only: new Set(only), replace, isDryRun },
      { dynamodb, tables: localTables, adapters },
    )
  }

  return {
    copies,
    restore,
    async restoreAll(given: Parameters<typeof restore>[1] = {}) {
      for (const table of restoreOrder) await restore(table, given)
    },
  }
}

/** What a bug, or a hand that slipped, leaves of a table. */
export const empty = async ({ dynamodb }: Product, ...tables: TableName[]) => {
  for (const table of tables)
    for (const item of await itemsOf(dynamodb, localTables[table]))
      await dynamodb.send(new DeleteItemCommand({ TableName: localTables[table], Key: keyOf(table, item) }))
}

/** What the nightly look finds, on a clock that nobody waits for. */
export const whatDisagrees = async ({ aws, clock }: Product) => {
  const world = { ...thisMachine, now: clock.now, pause: async () => {} }
  const { findings } = await reconcileRecords(connect(openOutside(aws.settings, world), parts))
  return findings.map(({ code }) => code)
}

/** How many rows came to which end. */
export const countsOf = ({ rows }: Restored): Partial<Record<Reason, number>> => {
  const counts: Partial<Record<Reason, number>> = {}
  for (const { because } of rows) counts[because] = (counts[because] ?? 0) + 1
  return counts
}
