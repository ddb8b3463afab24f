import {
  TransactGetItemsCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { describe, expect, it } from 'vitest'

import { claiming, putting, taking } from './dynamodb-actions.ts'
import { everyPage, n, s, useTables } from './dynamodb-connection.ts'
import type { ConnectDynamodb } from './dynamodb-connection.ts'

const minute = 60_000

export const contentionContract = (name: string, connect: ConnectDynamodb) =>
  describe(`${name}: transactions again and at once`, () => {
    const { client, passTime, put, get } = useTables(connect)

    const transact = (TransactItems: TransactWriteItem[], ClientRequestToken?: string) =>
      client().send(new TransactWriteItemsCommand({ TransactItems, ClientRequestToken }))

    const readGroups = (...ids: string[]) =>
      client().send(
        new TransactGetItemsCommand({
          TransactItems: ids.map((id) => ({ Get: { TableName: 'groups', Key: { groupId: s(id) } } })),
        }),
      )

    it('does a request with the same token once, and again after ten minutes', async () => {
      await put({ groupId: s('token'), places: n(9) })
      const token = 'f6a0b9c2-0000-4000-8000-000000000001'

      await transact([taking('token')], token)
      passTime(9 * minute)
      await transact([taking('token')], token)
      expect(await get('token')).toMatchObject({ places: n(8) })

      passTime(2 * minute)
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
      const ids = Array.from({ length: 20 }, (_, i) => `seen-${i}`)
      const putAll = (places: number) => transact(ids.map((id) => putting(id, { places: n(places) })))
      await putAll(0)

      const writing = { done: false }
      const write = async () => {
        for (const places of Array.from({ length: 30 }, (_, i) => i + 1)) await putAll(places)
        writing.done = true
      }
      const read = async () => {
        const seen = new Set<number>()
        while (!writing.done) {
          const { Responses } = await readGroups(...ids)
          seen.add(new Set(Responses?.map(({ Item }) => Item?.['places']?.N)).size)
        }
        return seen
      }
      const [seen, others] = await Promise.all([read(), read(), write()])

      expect(seen).toEqual(new Set([1]))
      expect(others).toEqual(new Set([1]))
    })
  })
