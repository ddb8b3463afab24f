import { describe, expect, it } from 'vitest'

import { createTables, localTables } from '../../../../local/create-tables.ts'
import { dynamodbModel, modelClient } from './model.ts'

const startAt = Date.parse('2026-03-01T09:00:00Z')
const TableName = localTables.intakes
const s = (S: string) => ({ S })
const intake = (inboxDueAt: string, more: object = {}) => ({
  TableName,
  Item: { intakeId: s('one'), inboxOwner: s('staff'), inboxDueAt: s(inboxDueAt), ...more },
})
const ofStaff = {
  TableName,
  IndexName: 'inbox',
  KeyConditionExpression: 'inboxOwner = :staff',
  ExpressionAttributeValues: { ':staff': s('staff') },
}
const one = { TableName, Key: { intakeId: s('one') } }

const openModel = async () => {
  let now = startAt
  const model = dynamodbModel({ now: () => now })
  await createTables(modelClient(async (commandName, input) => model.perform(commandName, input)))
  return {
    ...model,
    passTime: (ms: number) => {
      now += ms
    },
  }
}

describe('the model of DynamoDB', () => {
  it('has the tables that the local run makes', async () => {
    const { perform } = await openModel()

    expect(perform('ListTables', {})).toEqual({ TableNames: Object.values(localTables).toSorted() })
  })

  it('shows a read that is behind every row as it was then', async () => {
    const { perform, passTime } = await openModel()
    const dueAt = (behindMs: number) => {
      const { Items } = perform('Query', ofStaff, { behindMs: () => behindMs }) as {
        Items: Array<{ inboxDueAt: { S: string } }>
      }
      return Items.map(({ inboxDueAt }) => inboxDueAt.S)
    }

    perform('PutItem', intake('2026-03-02'))
    passTime(100)
    perform('PutItem', intake('2026-03-03'))
    passTime(100)
    perform('DeleteItem', one)
    passTime(100)

    expect([350, 250, 150, 50].map(dueAt)).toEqual([[], ['2026-03-02'], ['2026-03-03'], []])
  })

  it('lets each row be behind by itself, and catch up within a minute', async () => {
    const { perform, passTime } = await openModel()
    perform('PutItem', intake('2026-03-02'))
    perform('PutItem', intake('2026-03-03', { intakeId: s('two') }))
    const behind = [0, 1000]

    expect(perform('Query', ofStaff, { behindMs: () => behind.shift() ?? 0 })).toMatchObject({
      Items: [{ intakeId: s('one') }],
    })
    passTime(61_000)
    perform('PutItem', intake('2026-03-04', { intakeId: s('three') }))
    expect(perform('Query', ofStaff, { behindMs: () => 600_000 })).toMatchObject({ Count: 2 })
  })

  it('is behind only with those who do not ask for consistency', async () => {
    const { perform } = await openModel()
    perform('PutItem', intake('2026-03-02'))
    const behind = { behindMs: () => 1000 }

    expect(perform('GetItem', one, behind)).toEqual({})
    expect(perform('Scan', { TableName }, behind)).toMatchObject({ Count: 0 })
    expect(perform('GetItem', { ...one, ConsistentRead: true }, behind)).toMatchObject({
      Item: { intakeId: s('one') },
    })
    expect(perform('Scan', { TableName, ConsistentRead: true }, behind)).toMatchObject({ Count: 1 })
  })

  it('keeps its rows to itself: nobody changes one through what was put or read', async () => {
    const { perform, rows } = await openModel()
    const wishes = { L: [s('evening')] }
    perform('PutItem', intake('2026-03-02', { wishes }))
    const spoil = (row: unknown) => (row as { wishes: typeof wishes }).wishes.L.push(s('spoiled'))

    spoil({ wishes })
    spoil((perform('GetItem', one) as { Item: object }).Item)
    spoil((perform('Query', ofStaff) as { Items: object[] }).Items[0])
    spoil((perform('UpdateItem', { ...one, ReturnValues: 'ALL_NEW' }) as { Attributes: object }).Attributes)

    expect(rows(TableName)).toEqual([{ ...intake('2026-03-02').Item, wishes: { L: [s('evening')] } }])
  })

  it('takes places out of a list as they were counted before', async () => {
    const { perform, rows } = await openModel()
    perform('PutItem', intake('2026-03-02', { seen: { L: [s('a'), s('b'), s('c'), s('d')] } }))
    perform('UpdateItem', { ...one, UpdateExpression: 'REMOVE seen[0], seen[2]' })

    expect(rows(TableName)).toMatchObject([{ seen: { L: [s('b'), s('d')] } }])
  })

  it('says so when it is asked for what it does not know', async () => {
    const { perform } = await openModel()

    expect(() => perform('RestoreTableToPointInTime', {})).toThrow('does not know RestoreTableToPointInTime')
    expect(() => perform('GetItem', { ...one, AttributesToGet: ['intakeId'] })).toThrow(
      'does not know AttributesToGet',
    )
  })
})
