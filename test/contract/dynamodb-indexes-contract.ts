import { BatchWriteItemCommand, QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { describe, expect, it } from 'vitest'

import { soon } from '../support/soon.ts'
import { s, sorted, useTables } from './dynamodb-connection.ts'
import type { ConnectDynamodb, Row } from './dynamodb-connection.ts'

const due = (at: string) => ({
  UpdateExpression: 'SET inboxDueAt = :due',
  ExpressionAttributeValues: { ':due': s(at) },
})

/** Reads of an index are polled: DynamoDB brings an index up to date a moment after its table. */
export const indexesContract = (name: string, connect: ConnectDynamodb) =>
  describe(`${name}: indexes and scans`, () => {
    const { client, update, inbox } = useTables(connect)

    const putAll = async (rows: Row[]) => {
      for (let from = 0; from < rows.length; from += 25) {
        const groups = rows.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } }))
        await client().send(new BatchWriteItemCommand({ RequestItems: { groups } }))
      }
    }
    const scan = async (part: object) => {
      const found: Array<string | undefined> = []
      let ExclusiveStartKey: Row | undefined
      do {
        const page = await client().send(
          new ScanCommand({
            TableName: 'groups',
            Limit: 9,
            FilterExpression: 'feedId = :feed',
            ExpressionAttributeValues: { ':feed': s('scanned') },
            ...part,
            ExclusiveStartKey,
          }),
        )
        found.push(...(page.Items ?? []).map((row) => row['groupId']?.S))
        ExclusiveStartKey = page.LastEvaluatedKey
      } while (ExclusiveStartKey)
      return found
    }
    const byFeed = (more: object) =>
      client().send(
        new QueryCommand({
          TableName: 'groups',
          IndexName: 'byFeed',
          KeyConditionExpression: 'feedId = :feed',
          ExpressionAttributeValues: { ':feed': s('bmlt') },
          ...more,
        }),
      )

    it('leaves no row out and gives none twice when pages end between rows with equal keys', async () => {
      const ids = Array.from({ length: 30 }, (_, i) => `equal-${i}`)
      await putAll(ids.map((id) => ({ groupId: s(id), inboxOwner: s('equal'), inboxDueAt: s('2026-03-01') })))

      await expect.poll(async () => sorted(await inbox('equal', { Limit: 7 })), soon).toEqual(sorted(ids))
      const forwards = await inbox('equal', { Limit: 7 })
      const backwards = await inbox('equal', { Limit: 7, ScanIndexForward: false })
      expect(backwards).toEqual(forwards.toReversed())
    })

    it('pages on within a range of an index, either way', async () => {
      const ids = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05']
      await putAll(ids.map((id) => ({ groupId: s(id), inboxOwner: s('paged'), inboxDueAt: s(id) })))
      const until = {
        Limit: 1,
        KeyConditionExpression: 'inboxOwner = :owner AND inboxDueAt <= :until',
        ExpressionAttributeValues: { ':owner': s('paged'), ':until': s('2026-04') },
      }

      await expect.poll(() => inbox('paged', until), soon).toEqual(ids.slice(0, 4))
      expect(await inbox('paged', { ...until, ScanIndexForward: false })).toEqual(
        ids.slice(0, 4).toReversed(),
      )
    })

    it('lists in an index only the rows that have both its keys, as they come and go', async () => {
      await putAll([
        { groupId: s('sparse'), inboxOwner: s('sparse-owner') },
        { groupId: s('sparse-other'), inboxOwner: s('sparse-owner'), inboxDueAt: s('2026-01-05') },
      ])
      await expect.poll(() => inbox('sparse-owner'), soon).toEqual(['sparse-other'])

      await update('sparse', due('2026-01-01'))
      await expect.poll(() => inbox('sparse-owner'), soon).toEqual(['sparse', 'sparse-other'])

      await update('sparse', due('2026-01-09'))
      await expect.poll(() => inbox('sparse-owner'), soon).toEqual(['sparse-other', 'sparse'])

      await update('sparse', { UpdateExpression: 'REMOVE inboxOwner' })
      await expect.poll(() => inbox('sparse-owner'), soon).toEqual(['sparse-other'])
    })

    it('refuses a consistent read of an index', async () => {
      await expect(byFeed({ ConsistentRead: true })).rejects.toMatchObject({ name: 'ValidationException' })
    })

    it('refuses an index that is not there', async () => {
      await expect(byFeed({ IndexName: 'byMoon' })).rejects.toMatchObject({ name: 'ValidationException' })
    })

    it('scans a table once over, in pages and in parts', async () => {
      const ids = Array.from({ length: 40 }, (_, i) => `scanned-${i}`)
      await putAll(ids.map((id) => ({ groupId: s(id), feedId: s('scanned') })))

      const parts = await Promise.all([0, 1, 2].map((Segment) => scan({ Segment, TotalSegments: 3 })))

      expect(sorted(await scan({}))).toEqual(sorted(ids))
      expect(sorted(parts.flat())).toEqual(sorted(ids))
    })
  })
