import {
  CreateTableCommand,
  DeleteItemCommand,
  DescribeTableCommand,
  GetItemCommand,
} from '@aws-sdk/client-dynamodb'
import { describe, expect, it } from 'vitest'

import { n, s, useTables } from './dynamodb-connection.ts'
import type { ConnectDynamodb, Row } from './dynamodb-connection.ts'

export const rowsContract = (name: string, connect: ConnectDynamodb) =>
  describe(`${name}: rows`, () => {
    const { client, put, update, get } = useTables(connect)

    const removeIfTaken = (groupId: string, taken: number) =>
      client().send(
        new DeleteItemCommand({
          TableName: 'groups',
          Key: { groupId: s(groupId) },
          ConditionExpression: 'taken = :taken',
          ExpressionAttributeValues: { ':taken': n(taken) },
          ReturnValues: 'ALL_OLD',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      )

    it('describes a table that was created with everything ours are created with', async () => {
      const { Table } = await client().send(new DescribeTableCommand({ TableName: 'groups' }))

      expect(Table).toMatchObject({ TableName: 'groups', TableStatus: 'ACTIVE' })
      expect(Table?.GlobalSecondaryIndexes?.map(({ IndexStatus }) => IndexStatus)).toEqual([
        'ACTIVE',
        'ACTIVE',
      ])
    })

    it('refuses to create a table that exists', async () => {
      const again = new CreateTableCommand({
        TableName: 'groups',
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'groupId', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'groupId', KeyType: 'HASH' }],
      })

      await expect(client().send(again)).rejects.toMatchObject({ name: 'ResourceInUseException' })
    })

    it('refuses to use a table that does not exist', async () => {
      const absent = new GetItemCommand({ TableName: 'nowhere', Key: { groupId: s('1') } })

      await expect(client().send(absent)).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
    })

    it('gives back every kind of value as it was put', async () => {
      const row = {
        groupId: s('every-kind'),
        text: s('Círculo de duelo, 日本語, 🕊'),
        empty: s(''),
        amount: { N: '-12.5' },
        bytes: { B: new Uint8Array([0, 255]) },
        yes: { BOOL: true },
        nothing: { NULL: true as const },
        list: { L: [s('a'), n(1)] },
        map: { M: { inner: { L: [] } } },
        words: { SS: ['one', 'two'] },
        numbers: { NS: ['1', '2'] },
      }
      await put(row)

      expect(await get('every-kind')).toEqual(row)
      expect(await get('never-put')).toBeUndefined()
    })

    it('puts a row only where its condition holds, and shows the row in the way when asked', async () => {
      const ifAbsent = { ConditionExpression: 'attribute_not_exists(groupId)' }
      await put({ groupId: s('once'), by: s('Robin Vale') }, ifAbsent)

      const plain = await put({ groupId: s('once') }, ifAbsent).catch((error: unknown) => error)
      const asking = await put(
        { groupId: s('once') },
        { ...ifAbsent, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' },
      ).catch((error: unknown) => error)

      expect(plain).toMatchObject({ name: 'ConditionalCheckFailedException' })
      expect(plain).not.toHaveProperty('Item.groupId')
      expect(asking).toMatchObject({ Item: { groupId: s('once'), by: s('Robin Vale') } })
      expect(await get('once')).toEqual({ groupId: s('once'), by: s('Robin Vale') })
    })

    it('updates with set, add, remove, defaults, lists and paths in one go', async () => {
      await put({
        groupId: s('update'),
        taken: n(2),
        note: s('x'),
        seen: { L: [s('a')] },
        at: { M: { day: s('Mon') } },
      })

      const { Attributes } = await update('update', {
        UpdateExpression:
          'SET seen = list_append(seen, :more), fresh = if_not_exists(fresh, :zero), #at.#day = :tue, ' +
          'taken = taken + :one ADD tags :tags, version :one REMOVE note',
        ExpressionAttributeNames: { '#at': 'at', '#day': 'day' },
        ExpressionAttributeValues: {
          ':more': { L: [s('b')] },
          ':zero': n(0),
          ':tue': s('Tue'),
          ':one': n(1),
          ':tags': { SS: ['grief'] },
        },
        ReturnValues: 'ALL_NEW',
      })

      const expected = {
        groupId: s('update'),
        taken: n(3),
        seen: { L: [s('a'), s('b')] },
        at: { M: { day: s('Tue') } },
        fresh: n(0),
        version: n(1),
        tags: { SS: ['grief'] },
      }
      expect(Attributes).toEqual(expected)
      expect(await get('update')).toEqual(expected)
    })

    it('makes the row that an update finds absent, unless its condition asks for one', async () => {
      const change = { UpdateExpression: 'SET taken = :one', ExpressionAttributeValues: { ':one': n(1) } }
      const ifPresent = { ...change, ConditionExpression: 'attribute_exists(groupId)' }

      await expect(update('absent', ifPresent)).rejects.toMatchObject({
        name: 'ConditionalCheckFailedException',
      })
      expect(await get('absent')).toBeUndefined()

      await update('absent', change)
      expect(await get('absent')).toEqual({ groupId: s('absent'), taken: n(1) })
    })

    it('returns the row that another replaced, when asked', async () => {
      const row = { groupId: s('replaced'), taken: n(1) }
      await put(row)

      expect((await put({ groupId: s('replaced') }, { ReturnValues: 'ALL_OLD' })).Attributes).toEqual(row)
      expect((await put(row)).Attributes).toBeUndefined()
    })

    it('deletes a row on its condition and returns what it was', async () => {
      await put({ groupId: s('gone'), taken: n(1) })

      await expect(removeIfTaken('gone', 2)).rejects.toMatchObject({ Item: { taken: n(1) } })
      expect((await removeIfTaken('gone', 1)).Attributes).toEqual({ groupId: s('gone'), taken: n(1) })
      expect(await get('gone')).toBeUndefined()
    })

    it('deletes what is not there without a word', async () => {
      const Key = { groupId: s('never-there') }

      await client().send(new DeleteItemCommand({ TableName: 'groups', Key }))
      expect(await get('never-there')).toBeUndefined()
    })

    it.for<[string, Row]>([
      ['size(topic) = :five', { ':five': n(5) }],
      ['contains(topic, :part)', { ':part': s('rie') }],
      ['contains(wishes, :wish)', { ':wish': s('evening') }],
      ['contains(seen, :one)', { ':one': n(1) }],
      ['begins_with(topic, :start)', { ':start': s('gr') }],
      ['NOT begins_with(topic, :part)', { ':part': s('rie') }],
      ['closed <> :five', { ':five': n(5) }],
      ['wishes = :same', { ':same': { SS: ['online', 'evening'] } }],
      ['topic IN (:a, :b)', { ':a': s('loss'), ':b': s('grief') }],
      ['taken BETWEEN :low AND :high', { ':low': n(2), ':high': n(10) }],
      ['attribute_type(taken, :type)', { ':type': s('N') }],
      ['taken < :ten AND NOT attribute_exists(closed) OR taken = :ten', { ':ten': n(10) }],
      ['taken = :ten AND attribute_exists(closed) OR taken < :ten', { ':ten': n(10) }],
    ])('holds where %s holds, and fails where it does not', async ([condition, values]) => {
      const row = {
        groupId: s('judged'),
        topic: s('grief'),
        taken: n(9),
        wishes: { SS: ['evening', 'online'] },
        seen: { L: [s('a'), n(1)] },
      }
      await put(row)
      const more = { ExpressionAttributeValues: values }

      await expect(put(row, { ...more, ConditionExpression: `NOT (${condition})` })).rejects.toMatchObject({
        name: 'ConditionalCheckFailedException',
      })
      await expect(put(row, { ...more, ConditionExpression: condition })).resolves.toBeDefined()
    })

    it('lets exactly as many of 200 at once through as there are places', async () => {
      await put({ groupId: s('crowded'), places: n(50) })

      const tries = await Promise.allSettled(
        Array.from({ length: 200 }, () =>
          update('crowded', {
            UpdateExpression: 'SET places = places - :one',
            ConditionExpression: 'places > :none',
            ExpressionAttributeValues: { ':one': n(1), ':none': n(0) },
          }),
        ),
      )

      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(50)
      expect(await get('crowded')).toEqual({ groupId: s('crowded'), places: n(0) })
    })
  })
