import {
  TransactGetItemsCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { describe, expect, it } from 'vitest'

import { soon } from '../support/soon.ts'
import { checking, claiming, putting, puttingIfAbsent, removing, taking } from './dynamodb-actions.ts'
import { n, s, useTables } from './dynamodb-connection.ts'
import type { ConnectDynamodb } from './dynamodb-connection.ts'

export const transactionsContract = (name: string, connect: ConnectDynamodb) =>
  describe(`${name}: transactions`, () => {
    const { client, put, get, inbox } = useTables(connect)

    const transact = (TransactItems: TransactWriteItem[], ClientRequestToken?: string) =>
      client().send(new TransactWriteItemsCommand({ TransactItems, ClientRequestToken }))

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
      await expect.poll(() => inbox('all'), soon).toEqual(['all-put'])
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

    it('refuses to read a row twice', async () => {
      const Get = { TableName: 'groups', Key: { groupId: s('read') } }

      await expect(
        client().send(new TransactGetItemsCommand({ TransactItems: [{ Get }, { Get }] })),
      ).rejects.toMatchObject({ name: 'ValidationException' })
    })
  })
