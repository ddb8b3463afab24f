import {
  TransactGetItemsCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { describe, expect, it } from 'vitest'

import { everyPage, n, s, useTables } from './dynamodb-connection.ts'
import type { ConnectDynamodb, Row } from './dynamodb-connection.ts'

const minute = 60_000

const putting = (groupId: string, more: Row = {}) => ({
  Put: { TableName: 'groups', Item: { groupId: s(groupId), ...more } },
})
const puttingIfAbsent = (groupId: string) => ({
  Put: {
    TableName: 'groups',
    Item: { groupId: s(groupId) },
    ConditionExpression: 'attribute_not_exists(groupId)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  },
})
const claiming = (groupId: string, claimId: string) => ({
  Put: { TableName: 'claims', Item: { groupId: s(groupId), claimId: s(claimId) } },
})
const taking = (groupId: string) => ({
  Update: {
    TableName: 'groups',
    Key: { groupId: s(groupId) },
    UpdateExpression: 'SET places = places - :one',
    ConditionExpression: 'places > :none',
    ExpressionAttributeValues: { ':one': n(1), ':none': n(0) },
  },
})
const removing = (groupId: string) => ({ Delete: { TableName: 'groups', Key: { groupId: s(groupId) } } })
const checking = (groupId: string, ConditionExpression: string) => ({
  ConditionCheck: { TableName: 'groups', Key: { groupId: s(groupId) }, ConditionExpression },
})

export const transactionsContract = (name: string, connect: ConnectDynamodb) =>
  describe(`${name}: transactions`, () => {
    const { client, passTime, put, get, inbox } = useTables(connect)

    const transact = (TransactItems: TransactWriteItem[], ClientRequestToken?: string) =>
      client().send(new TransactWriteItemsCommand({ TransactItems, ClientRequestToken }))

    const readGroups = (...ids: string[]) =>
      client().send(
        new TransactGetItemsCommand({
          TransactItems: ids.map((id) => ({ Get: { TableName: 'groups', Key: { groupId: s(id) } } })),
        }),
      )

    it('puts, updates, deletes and checks together, over tables and their indexes', async () => {
      await put({ groupId: s('all-update'), places: n(1) })
      await put({ groupId: s('all-delete'), inboxOwner: s('all'), inboxDueAt: s('2026-01-01') })
      await put({ groupId: s('all-check') })

      await transact([
        putting('all-put', { inboxOwner: s('all'), inboxDueAt: s('2026-01-02') }),
        taking('all-update'),
        removing('all-delete'),
        checking('all-check', 'attribute_exists(groupId)'),
        claiming('all', '1'),
      ])

      expect(await get('all-update')).toMatchObject({ places: n(0) })
      expect(await get('all-delete')).toBeUndefined()
      expect(await get('all-check')).toEqual({ groupId: s('all-check') })
      await expect.poll(() => inbox('all')).toEqual(['all-put'])
    })

    it('writes nothing when one condition fails, and says which in the order of the actions', async () => {
      await put({ groupId: s('full'), places: n(0), inboxOwner: s('full'), inboxDueAt: s('2026-01-01') })
      await put({ groupId: s('there'), by: s('Robin Vale') })

      const refusal: unknown = await transact([
        putting('never', { inboxOwner: s('full'), inboxDueAt: s('2026-01-02') }),
        taking('full'),
        puttingIfAbsent('there'),
        removing('there-not'),
        checking('nobody', 'attribute_exists(groupId)'),
      ]).catch((error: unknown) => error)

      expect(refusal).toBeInstanceOf(TransactionCanceledException)
      expect(refusal).toMatchObject({
        message:
          'Transaction cancelled, please refer cancellation reasons for specific reasons ' +
          '[None, ConditionalCheckFailed, ConditionalCheckFailed, None, ConditionalCheckFailed]',
        CancellationReasons: [
          { Code: 'None' },
          { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' },
          { Code: 'ConditionalCheckFailed', Item: { groupId: s('there'), by: s('Robin Vale') } },
          { Code: 'None' },
          { Code: 'ConditionalCheckFailed' },
        ],
      })
      expect(refusal).not.toHaveProperty('CancellationReasons.1.Item.groupId')
      expect(await get('never')).toBeUndefined()
      expect(await inbox('full')).toEqual(['full'])
    })

    it('names a fault in one action as its reason', async () => {
      await put({ groupId: s('worded'), places: s('many') })
      const counting = {
        Update: {
          TableName: 'groups',
          Key: { groupId: s('worded') },
          UpdateExpression: 'ADD places :one',
          ExpressionAttributeValues: { ':one': n(1) },
        },
      }
      const mistyped = { Put: { TableName: 'groups', Item: { groupId: n(5) } } }

      await expect(transact([putting('unharmed'), counting, mistyped])).rejects.toMatchObject({
        CancellationReasons: [{ Code: 'None' }, { Code: 'ValidationError' }, { Code: 'ValidationError' }],
      })
      expect(await get('unharmed')).toBeUndefined()
    })

    it.for<[string, TransactWriteItem[]]>([
      ['two actions on one row', [putting('fine'), checking('fine', 'attribute_not_exists(groupId)')]],
      ['no actions', []],
      ['101 actions', Array.from({ length: 101 }, (_, i) => putting(i === 0 ? 'fine' : `many-${i}`))],
      ['an empty key', [putting('fine'), putting('')]],
      ['an empty index key', [putting('fine'), putting('fine-2', { feedId: s('') })]],
      ['a condition that does not parse', [putting('fine'), checking('x', 'attribute_exists(')]],
      ['two actions in one item', [{ ...putting('fine'), ...removing('fine-2') }]],
    ])('refuses %s before it starts', async ([, items]) => {
      await expect(transact(items)).rejects.toMatchObject({ name: 'ValidationException' })
      expect(await get('fine')).toBeUndefined()
    })

    it('knows when a table is not there', async () => {
      const elsewhere = { Put: { TableName: 'nowhere', Item: { id: s('1') } } }

      await expect(transact([putting('fine'), elsewhere])).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
      })
      expect(await get('fine')).toBeUndefined()
    })

    it('takes a hundred actions at once', async () => {
      await transact(Array.from({ length: 100 }, (_, i) => putting(`hundred-${i}`)))

      expect(await get('hundred-0')).toBeDefined()
      expect(await get('hundred-99')).toBeDefined()
    })

    it('does a request with the same token once, and again after ten minutes', async () => {
      await put({ groupId: s('token'), places: n(9) })
      const token = 'f6a0b9c2-0000-4000-8000-000000000001'

      await transact([taking('token')], token)
      await transact([taking('token')], token)
      expect(await get('token')).toMatchObject({ places: n(8) })

      passTime(11 * minute)
      await transact([taking('token')], token)
      expect(await get('token')).toMatchObject({ places: n(7) })
    })

    it('refuses another request under a token in use', async () => {
      const token = 'f6a0b9c2-0000-4000-8000-000000000002'
      await transact([putting('token-a')], token)

      await expect(transact([putting('token-b')], token)).rejects.toMatchObject({
        name: 'IdempotentParameterMismatchException',
      })
      expect(await get('token-b')).toBeUndefined()
    })

    it('does not hold a token against a request that was cancelled', async () => {
      await put({ groupId: s('later'), places: n(0) })
      const token = 'f6a0b9c2-0000-4000-8000-000000000003'
      await expect(transact([taking('later')], token)).rejects.toThrow(TransactionCanceledException)

      await put({ groupId: s('later'), places: n(1) })
      await transact([taking('later')], token)

      expect(await get('later')).toMatchObject({ places: n(0) })
    })

    it('reads rows of several tables together, in the order asked', async () => {
      await transact([putting('read', { places: n(3), by: s('Robin Vale') }), claiming('read', '1')])

      const { Responses } = await client().send(
        new TransactGetItemsCommand({
          TransactItems: [
            { Get: { TableName: 'claims', Key: { groupId: s('read'), claimId: s('1') } } },
            { Get: { TableName: 'groups', Key: { groupId: s('not-there') } } },
            { Get: { TableName: 'groups', Key: { groupId: s('read') }, ProjectionExpression: 'places' } },
          ],
        }),
      )

      expect(Responses).toEqual([
        { Item: { groupId: s('read'), claimId: s('1') } },
        {},
        { Item: { places: n(3) } },
      ])
    })

    const wins = async (groupId: string, claimId: string): Promise<boolean> => {
      try {
        await transact([taking(groupId), claiming(groupId, claimId)])
        return true
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error
        const conflict = error.CancellationReasons?.some(({ Code }) => Code === 'TransactionConflict')
        return conflict ? wins(groupId, claimId) : false
      }
    }

    it('gives 20 places to exactly 20 of 200 who ask at once', async () => {
      await put({ groupId: s('wanted'), places: n(20) })

      const won = await Promise.all(Array.from({ length: 200 }, (_, i) => wins('wanted', `claim-${i}`)))
      const claims = await everyPage(client(), {
        TableName: 'claims',
        ConsistentRead: true,
        KeyConditionExpression: 'groupId = :group',
        ExpressionAttributeValues: { ':group': s('wanted') },
      })

      expect(won.filter(Boolean)).toHaveLength(20)
      expect(claims).toHaveLength(20)
      expect(await get('wanted')).toMatchObject({ places: n(0) })
    })

    it('never shows half of a transaction to a reader', async () => {
      await transact([putting('seen-a', { places: n(0) }), putting('seen-b', { places: n(0) })])
      const both = (places: number) => [
        putting('seen-a', { places: n(places) }),
        putting('seen-b', { places: n(places) }),
      ]
      const writing = Promise.all(Array.from({ length: 50 }, (_, i) => transact(both(i))))
      const readings = await Promise.all(Array.from({ length: 50 }, () => readGroups('seen-a', 'seen-b')))
      await writing

      for (const { Responses } of readings)
        expect(Responses?.[0]?.Item?.['places']).toEqual(Responses?.[1]?.Item?.['places'])
    })
  })
