import {
  DeleteTableCommand,
  DescribeTimeToLiveCommand,
  ListBackupsCommand,
  ListTablesCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { openDynamodb } from '../support/open-dynamodb.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { createTables, n, s } from './dynamodb-connection.ts'

const openForTest = async () => {
  const opened = await openDynamodb()
  onTestFinished(opened.close)
  return opened
}

const taking = (TableName = 'groups') =>
  new TransactWriteItemsCommand({
    ClientRequestToken: 'f6a0b9c2-0000-4000-8000-000000000004',
    TransactItems: [
      {
        Update: {
          TableName,
          Key: { groupId: s('kept') },
          UpdateExpression: 'SET places = places - :one',
          ExpressionAttributeValues: { ':one': n(1) },
        },
      },
    ],
  })
const put = (client: DynamoDBClient, groupId: string, more = {}) =>
  client.send(new PutItemCommand({ TableName: 'groups', Item: { groupId: s(groupId), ...more } }))
const idsByFeed = async (client: DynamoDBClient) => {
  const { Items } = await client.send(
    new QueryCommand({
      TableName: 'groups',
      IndexName: 'byFeed',
      KeyConditionExpression: 'feedId = :feed',
      ExpressionAttributeValues: { ':feed': s('bmlt') },
    }),
  )
  return Items?.map(({ groupId }) => groupId?.S)
}

describe('the embedded DynamoDB, started again on its folder', () => {
  it('has its rows, indexes, expiry and remembered request tokens', async () => {
    const folder = await temporaryFolder()
    const first = await openDynamodb(folder)
    await createTables(first.client)
    await put(first.client, 'kept', { feedId: s('bmlt'), places: n(9) })
    await first.client.send(taking())
    await first.client.send(
      new UpdateTimeToLiveCommand({
        TableName: 'groups',
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      }),
    )
    await first.close()

    const second = await openDynamodb(folder)
    await second.client.send(taking())
    const { Items } = await second.client.send(new ScanCommand({ TableName: 'groups' }))
    const { TimeToLiveDescription } = await second.client.send(
      new DescribeTimeToLiveCommand({ TableName: 'groups' }),
    )
    const listed = await idsByFeed(second.client)
    await second.close()

    expect(Items).toEqual([{ groupId: s('kept'), feedId: s('bmlt'), places: n(8) }])
    expect(listed).toEqual(['kept'])
    expect(TimeToLiveDescription?.AttributeName).toBe('expiresAt')
  })

  it('forgets all of a table that was deleted', async () => {
    const { client } = await openForTest()
    await createTables(client)
    await put(client, 'gone', { feedId: s('bmlt') })

    await client.send(new DeleteTableCommand({ TableName: 'groups' }))

    expect((await client.send(new ListTablesCommand({}))).TableNames).toEqual(['claims'])
    await expect(put(client, 'x')).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })
})

describe('the embedded DynamoDB beyond what Dynalite can do', () => {
  // The MD5 hashes of these two begin with the same 24 bits, all that Dynalite itself tells index entries apart by.
  const alike = ['group-2136', 'group-5895']

  it('keeps both of two rows in an index though their keys hash alike', async () => {
    const { client } = await openForTest()
    await createTables(client)

    for (const id of alike) await put(client, id, { feedId: s('bmlt') })

    expect((await idsByFeed(client))?.toSorted((a = '', b = '') => (a < b ? -1 : 1))).toEqual(alike)
  })

  it('answers a fault of its engine and lives on', async () => {
    const { client } = await openForTest()
    const report = vi.spyOn(console, 'error').mockImplementation(() => {})
    onTestFinished(() => report.mockRestore())
    await createTables(client)
    await put(client, 'odd', { isOpen: { BOOL: true }, isFull: { BOOL: false }, note: s('Robin Vale') })
    const condition = 'begins_with(isOpen, isFull)'

    const scan = client.send(new ScanCommand({ TableName: 'groups', FilterExpression: condition }))
    await expect(scan).rejects.toMatchObject({ name: 'InternalFailure' })
    const update = client.send(
      new UpdateItemCommand({
        TableName: 'groups',
        Key: { groupId: s('odd') },
        UpdateExpression: 'SET note = groupId',
        ConditionExpression: condition,
      }),
    )
    await expect(update).rejects.toMatchObject({ name: 'InternalFailure' })

    await put(client, 'even')
    expect(String(report.mock.calls)).toContain('TypeError')
    expect(String(report.mock.calls)).not.toContain('Robin')
  })

  it('names an operation that it does not have', async () => {
    const { client } = await openForTest()

    await expect(client.send(new ListBackupsCommand({}))).rejects.toMatchObject({
      name: 'UnknownOperationException',
    })
  })

  it.for([
    ['unsigned', {}, '{}', 403],
    ['not JSON', { authorization: 'AWS4-HMAC-SHA256 local' }, '{', 400],
    ['a list', { authorization: 'AWS4-HMAC-SHA256 local' }, '[]', 400],
    ['without its parameters', { authorization: 'AWS4-HMAC-SHA256 local' }, '{}', 400],
    [
      'of the wrong types',
      { authorization: 'AWS4-HMAC-SHA256 local' },
      '{"TransactItems":{"length":1}}',
      400,
    ],
  ] as const)('refuses a request that is %s', async ([, headers, body, status]) => {
    const { endpoint } = await openForTest()

    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: { 'x-amz-target': 'DynamoDB_20120810.TransactWriteItems', ...headers },
      body,
    })

    expect(answer.status).toBe(status)
  })
})
