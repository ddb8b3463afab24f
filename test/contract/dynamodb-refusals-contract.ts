import { BatchGetItemCommand, BatchWriteItemCommand } from '@aws-sdk/client-dynamodb'
import { describe, expect, it } from 'vitest'

import { n, s, useTables } from './dynamodb-connection.ts'
import type { ConnectDynamodb, Row } from './dynamodb-connection.ts'

const numbered = (count: number, id: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => ({ groupId: s(id(i)), taken: n(i) }))

export const refusalsContract = (name: string, connect: ConnectDynamodb) =>
  describe(`${name}: refusals and batches`, () => {
    const { client, put, update, get } = useTables(connect)

    const putBatch = (rows: Row[]) => {
      const groups = rows.map((Item) => ({ PutRequest: { Item } }))
      return client().send(new BatchWriteItemCommand({ RequestItems: { groups } }))
    }

    it.for(['status', 'name', 'free', 'owner', 'state'])(
      'refuses the reserved word %s unless it is given as a name',
      async (word) => {
        const ExpressionAttributeValues = { ':x': s('x') }

        await expect(
          update('words', { UpdateExpression: `SET ${word} = :x`, ExpressionAttributeValues }),
        ).rejects.toMatchObject({
          name: 'ValidationException',
          message: expect.stringContaining('reserved keyword'),
        })
        await expect(
          update('words', {
            UpdateExpression: 'SET #word = :x',
            ExpressionAttributeNames: { '#word': word },
            ExpressionAttributeValues,
          }),
        ).resolves.toBeDefined()
      },
    )

    it.for<[string, Row, object]>([
      [
        'a value that nothing uses',
        { groupId: s('x') },
        { ConditionExpression: 'attribute_not_exists(a)', ExpressionAttributeValues: { ':x': n(1) } },
      ],
      ['a condition that does not parse', { groupId: s('x') }, { ConditionExpression: 'attribute_exists(' }],
      ['a missing key', { topic: s('x') }, {}],
      ['an empty key', { groupId: s('') }, {}],
      ['a key of another type', { groupId: n(1) }, {}],
      ['an empty index key', { groupId: s('x'), feedId: s('') }, {}],
      ['an index key of another type', { groupId: s('x'), feedId: n(1) }, {}],
      ['an empty set', { groupId: s('x'), wishes: { SS: [] } }, {}],
      ['a row above 400 KB', { groupId: s('x'), note: s('x'.repeat(400 * 1024)) }, {}],
    ])('refuses %s', async ([, row, more]) => {
      await expect(put(row, more)).rejects.toMatchObject({ name: 'ValidationException' })
      expect(await get('x')).toBeUndefined()
    })

    it('refuses an empty index key from an update', async () => {
      await put({ groupId: s('indexed'), feedId: s('bmlt') })

      await expect(
        update('indexed', {
          UpdateExpression: 'SET feedId = :empty',
          ExpressionAttributeValues: { ':empty': s('') },
        }),
      ).rejects.toMatchObject({ name: 'ValidationException' })
      expect(await get('indexed')).toMatchObject({ feedId: s('bmlt') })
    })

    it('refuses an empty index key in a batch', async () => {
      await expect(putBatch([{ groupId: s('batched'), feedId: s('') }])).rejects.toMatchObject({
        name: 'ValidationException',
      })
      expect(await get('batched')).toBeUndefined()
    })

    it('writes 25 rows in a batch and reads them in one', async () => {
      await putBatch(numbered(25, (i) => `batch-${i}`))

      const Keys = numbered(25, (i) => `batch-${i}`).map(({ groupId }) => ({ groupId }))
      const { Responses } = await client().send(
        new BatchGetItemCommand({ RequestItems: { groups: { Keys, ConsistentRead: true } } }),
      )

      expect(Responses?.['groups']).toHaveLength(25)
    })

    it('writes nothing of a batch in which one row is refused', async () => {
      await expect(putBatch([{ groupId: s('alone') }, { groupId: n(1) }])).rejects.toMatchObject({
        name: 'ValidationException',
      })
      expect(await get('alone')).toBeUndefined()
    })

    it.for<[string, Row[]]>([
      ['a row twice', [{ groupId: s('x') }, { groupId: s('x') }]],
      ['a key of another type', [{ groupId: n(1) }]],
      ['more than a key', [{ groupId: s('x'), topic: s('x') }]],
      ['101 rows', numbered(101, (i) => `row-${i}`).map(({ groupId }) => ({ groupId }))],
    ])('refuses to read %s', async ([, Keys]) => {
      await expect(
        client().send(new BatchGetItemCommand({ RequestItems: { groups: { Keys } } })),
      ).rejects.toMatchObject({ name: 'ValidationException' })
    })

    it('refuses 26 rows in a batch, or one row twice', async () => {
      await expect(putBatch(numbered(26, (i) => `many-${i}`))).rejects.toMatchObject({
        name: 'ValidationException',
      })
      await expect(putBatch(numbered(2, () => 'twice'))).rejects.toMatchObject({
        name: 'ValidationException',
      })
      expect(await get('twice')).toBeUndefined()
    })
  })
