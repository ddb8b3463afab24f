import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import type { QueryCommandInput } from '@aws-sdk/client-dynamodb'
import { describe, expect, it } from 'vitest'

import { n, s, useTables } from './dynamodb-connection.ts'
import type { ConnectDynamodb, Row } from './dynamodb-connection.ts'

export const queriesContract = (name: string, connect: ConnectDynamodb) =>
  describe(`${name}: queries`, () => {
    const { client } = useTables(connect)

    const putClaims = async (groupId: string, ids: string[], more: (id: string) => Row = () => ({})) => {
      for (const id of ids)
        await client().send(
          new PutItemCommand({
            TableName: 'claims',
            Item: { groupId: s(groupId), claimId: s(id), ...more(id) },
          }),
        )
    }
    const claims = (groupId: string, more: Partial<QueryCommandInput> = {}) =>
      client().send(
        new QueryCommand({
          TableName: 'claims',
          KeyConditionExpression: 'groupId = :group',
          ...more,
          ExpressionAttributeValues: { ':group': s(groupId), ...more.ExpressionAttributeValues },
        }),
      )
    const claimIds = async (groupId: string, more?: Partial<QueryCommandInput>) =>
      (await claims(groupId, more)).Items?.map((row) => row['claimId']?.S)

    it('gives the rows of one key in the order of the other, either way', async () => {
      await putClaims('ordered', ['b', 'a', '🕊', 'é', 'ﬁ', 'c'])
      await putClaims('ordered-not', ['a'])

      expect(await claimIds('ordered')).toEqual(['a', 'b', 'c', 'é', 'ﬁ', '🕊'])
      expect(await claimIds('ordered', { ScanIndexForward: false })).toEqual(['🕊', 'ﬁ', 'é', 'c', 'b', 'a'])
    })

    it.for<[string, Row, string[]]>([
      ['claimId = :x', { ':x': s('2026-02') }, ['2026-02']],
      ['claimId < :x', { ':x': s('2026-02') }, ['2026-01']],
      ['claimId <= :x', { ':x': s('2026-02') }, ['2026-01', '2026-02']],
      ['claimId > :x', { ':x': s('2026-02') }, ['2026-02-01', '2027-01']],
      ['claimId >= :x', { ':x': s('2026-02') }, ['2026-02', '2026-02-01', '2027-01']],
      ['begins_with(claimId, :x)', { ':x': s('2026-02') }, ['2026-02', '2026-02-01']],
      ['claimId BETWEEN :x AND :y', { ':x': s('2026-01'), ':y': s('2026-02') }, ['2026-01', '2026-02']],
    ])('finds by %s', async ([condition, ExpressionAttributeValues, expected]) => {
      await putClaims('ranged', ['2026-01', '2026-02', '2026-02-01', '2027-01'])

      const KeyConditionExpression = `groupId = :group AND ${condition}`
      expect(await claimIds('ranged', { KeyConditionExpression, ExpressionAttributeValues })).toEqual(
        expected,
      )
    })

    it.for<[string, string, Row]>([
      ['without its partition', 'claimId = :x', { ':x': s('1') }],
      ['for a range of partitions', 'groupId > :x', { ':x': s('1') }],
      ['by a value of another type', 'groupId = :x', { ':x': n(1) }],
      ['by what is not its key', 'groupId = :x AND hours = :x', { ':x': s('1') }],
      [
        'by two conditions on one key',
        'groupId = :x AND claimId > :x AND claimId < :y',
        { ':x': s('1'), ':y': s('2') },
      ],
      ['by one of two', 'groupId = :x OR groupId = :y', { ':x': s('1'), ':y': s('2') }],
      ['that does not say what it seeks', '', {}],
    ])('refuses to ask %s', async ([, KeyConditionExpression, ExpressionAttributeValues]) => {
      await expect(
        client().send(
          new QueryCommand({
            TableName: 'claims',
            KeyConditionExpression,
            ...(Object.keys(ExpressionAttributeValues).length > 0 && { ExpressionAttributeValues }),
          }),
        ),
      ).rejects.toMatchObject({ name: 'ValidationException' })
    })

    it('refuses to go on from what is no key of the table', async () => {
      await expect(claims('paged', { ExclusiveStartKey: { groupId: s('paged') } })).rejects.toMatchObject({
        name: 'ValidationException',
      })
    })

    it('filters after it has read: what is left out is counted as looked at', async () => {
      await putClaims('filtered', ['1', '2', '3', '4'], (id) => ({ hours: n(Number(id)) }))
      const filter = { FilterExpression: 'hours > :two', ExpressionAttributeValues: { ':two': n(2) } }

      expect(await claims('filtered', filter)).toMatchObject({ Count: 2, ScannedCount: 4 })
      expect(await claims('filtered', { ...filter, Limit: 2 })).toMatchObject({ Count: 0, ScannedCount: 2 })
    })

    it('counts without giving the rows', async () => {
      await putClaims('counted', ['1', '2'])

      const answer = await claims('counted', { Select: 'COUNT' })

      expect(answer.Count).toBe(2)
      expect(answer.Items).toBeUndefined()
    })

    it('gives only the attributes that are asked for', async () => {
      await putClaims('projected', ['1'], () => ({ at: { M: { day: s('Mon'), hour: n(9) } } }))

      const { Items } = await claims('projected', {
        ProjectionExpression: 'claimId, #at.#day',
        ExpressionAttributeNames: { '#at': 'at', '#day': 'day' },
      })

      expect(Items).toEqual([{ claimId: s('1'), at: { M: { day: s('Mon') } } }])
    })

    it('ends a page at one megabyte and goes on from there', async () => {
      await putClaims('heavy', ['1', '2', '3', '4', '5'], () => ({ note: s('x'.repeat(300 * 1024)) }))

      const first = await claims('heavy')
      const second = await claims('heavy', { ExclusiveStartKey: first.LastEvaluatedKey })

      expect(first.Items?.length).toBeLessThan(5)
      expect([...first.Items!, ...second.Items!].map((row) => row['claimId']?.S)).toEqual([
        '1',
        '2',
        '3',
        '4',
        '5',
      ])
    })
  })
