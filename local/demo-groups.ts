import { readFileSync } from 'node:fs'

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'

import { importDirectory } from '../adapters/directories/import-directory.ts'
import { readOwnGroups } from '../adapters/directories/own-groups-csv.ts'
import { feedStore } from '../adapters/feed-store.ts'
import { groupStore } from '../adapters/group-store.ts'
import { localTables } from './create-tables.ts'

const feedId = 'demo'

/** Invented groups for the first start, so that a form finds something. Says how many were added: none the next time. */
export const bringDemoGroups = async (dynamodb: DynamoDBClient, now: () => number): Promise<number> => {
  const feeds = feedStore({ dynamodb, table: localTables.feeds })
  if (await feeds.find(feedId)) return 0
  const file = readFileSync(new URL('demo-groups.csv', import.meta.url))
  const { plan } = await importDirectory({
    reading: readOwnGroups(String(file), { timeZone: null }),
    file,
    feed: { feedId, format: 'csv', programme: null, timeZone: null },
    groups: groupStore({ dynamodb, table: localTables.groups }),
    feeds,
    now: new Date(now()).toISOString(),
    isDryRun: false,
    allowShrink: false,
  })
  return plan.added.length
}
