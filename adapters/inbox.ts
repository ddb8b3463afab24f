import { type DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb'

import type { Intake } from '../domain/way/intake.ts'
import type { NextAction } from '../domain/way/next-action.ts'
import type { Referral } from '../domain/way/referral.ts'
import { intakeOf } from './intake-store.ts'
import { referralOf } from './referral-store.ts'
import { type Readable, type fromItem, readEach } from './rows.ts'

type Owner = NextAction['owner']
type Item = Parameters<typeof fromItem>[1]

const what = (TableName: string, owner: Owner) => ({
  TableName,
  IndexName: 'inbox',
  KeyConditionExpression: 'inboxOwner = :owner',
  ExpressionAttributeValues: { ':owner': { S: owner } },
})

/** What somebody has to do, over requests and referrals, soonest due first. */
export const inbox = (dynamodb: DynamoDBClient, tables: { intakes: string; referrals: string }) => {
  const all = async (table: string, owner: Owner): Promise<Item[]> => {
    const items: Item[] = []
    for await (const { Items = [] } of paginateQuery({ client: dynamodb }, what(table, owner)))
      items.push(...Items)
    return items
  }

  const count = async (table: string, owner: Owner, by: string): Promise<number> => {
    const pages = paginateQuery(
      { client: dynamodb },
      {
        ...what(table, owner),
        KeyConditionExpression: 'inboxOwner = :owner AND inboxDueAt <= :by',
        ExpressionAttributeValues: { ':owner': { S: owner }, ':by': { S: by } },
        Select: 'COUNT',
      },
    )
    let sum = 0
    for await (const { Count = 0 } of pages) sum += Count
    return sum
  }

  return {
    async intakes(owner: Owner): Promise<Readable<Intake>> {
      return readEach(await all(tables.intakes, owner), intakeOf)
    },
    async referrals(owner: Owner): Promise<Readable<Referral>> {
      return readEach(await all(tables.referrals, owner), referralOf)
    },
    /** How many requests and referrals this owner has something to do with that is due by then. */
    async countDueBy(owner: Owner, by: string): Promise<number> {
      const counts = await Promise.all(
        [tables.intakes, tables.referrals].map((table) => count(table, owner, by)),
      )
      return counts.reduce((sum, one) => sum + one, 0)
    },
  }
}
