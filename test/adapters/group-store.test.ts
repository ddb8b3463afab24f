import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { commit } from '../../adapters/commit.ts'
import { groupStore } from '../../adapters/group-store.ts'
import { thisMachine } from '../../adapters/outside.ts'
import type { Group } from '../../domain/groups/group.ts'
import { createTables, localTables } from '../../local/create-tables.ts'
import { startDynamodb } from '../../local/embedded/dynamodb.ts'
import { aGroup } from '../support/builders.ts'
import { dynamodbClient } from '../support/dynamodb-client.ts'

const table = localTables.groups
let database: Awaited<ReturnType<typeof startDynamodb>>
let dynamodb: DynamoDBClient

beforeAll(async () => {
  database = await startDynamodb({ now: () => Date.UTC(2026, 10, 23) })
  dynamodb = dynamodbClient(database.endpoint)
  await createTables(dynamodb, { groups: table })
})

afterAll(async () => {
  dynamodb?.destroy()
  await database?.stop()
})

const take = ({ groupId, version }: Group) =>
  commit(dynamodb, { ...thisMachine, random: () => 0 }, [
    groupStore({ dynamodb, table }).takePlace({ groupId, groupVersion: version }),
  ])

describe('the store of groups', () => {
  it('reads back the group that was added', async () => {
    const groups = groupStore({ dynamodb, table })
    const group = aGroup({ groupId: 'read-back' })

    await groups.add(group)

    expect(await groups.find('read-back')).toEqual(group)
  })

  it('knows no group that was never added', async () => {
    expect(await groupStore({ dynamodb, table }).find('nowhere')).toBeNull()
  })

  it('never adds a group twice', async () => {
    const groups = groupStore({ dynamodb, table })

    expect(await groups.add(aGroup({ groupId: 'twice' }))).toBe(true)
    expect(await groups.add(aGroup({ groupId: 'twice', name: 'Another' }))).toBe(false)
    expect(await groups.find('twice')).toMatchObject({ name: 'Steady Ground' })
  })

  it('keeps the places taken when the facts of a group change', async () => {
    const groups = groupStore({ dynamodb, table })
    const group = aGroup({ groupId: 'changes' })
    await groups.add(group)
    await take(group)

    const isDone = await groups.change({ ...group, capacity: 5, version: 2 }, { expectedVersion: 1 })

    expect(isDone).toBe(true)
    expect(await groups.find('changes')).toMatchObject({ capacity: 5, version: 2, placesTaken: 1 })
  })

  it('refuses a change made from facts that are no longer so', async () => {
    const groups = groupStore({ dynamodb, table })
    const group = aGroup({ groupId: 'stale', version: 3 })
    await groups.add(group)

    expect(await groups.change({ ...group, version: 3 }, { expectedVersion: 2 })).toBe(false)
  })

  it('changes no group that is not there', async () => {
    const groups = groupStore({ dynamodb, table })

    expect(await groups.change(aGroup({ groupId: 'ghost' }), { expectedVersion: 1 })).toBe(false)
    expect(await groups.find('ghost')).toBeNull()
  })

  it('never takes more places than there are', async () => {
    const groups = groupStore({ dynamodb, table })
    const group = aGroup({ groupId: 'two-places', capacity: 2 })
    await groups.add(group)

    await take(group)
    await take(group)

    expect(await take(group)).toBe('place-taken')
    expect(await groups.find('two-places')).toMatchObject({ placesTaken: 2 })
  })

  it.each([
    ['has changed since', aGroup({ groupId: 'changed-since', version: 2 })],
    ['is paused', aGroup({ groupId: 'paused', status: 'paused' })],
    ['is gone', aGroup({ groupId: 'gone', status: 'gone' })],
  ])('takes no place in a group that %s', async (_why, group) => {
    await groupStore({ dynamodb, table }).add(group)

    expect(await take({ ...group, version: 1 })).toBe('place-taken')
  })

  it('gives no more places back than are taken, and none to a group that is not there', async () => {
    const groups = groupStore({ dynamodb, table })
    await groups.add(aGroup({ groupId: 'gives-back', placesTaken: 1 }))
    const free = (groupId: string) =>
      commit(dynamodb, { ...thisMachine, random: Math.random }, [groups.freePlace(groupId)])

    const answers = [await free('gives-back'), await free('gives-back'), await free('never-was')]

    expect(answers).toEqual(['committed', 'group-gone', 'group-gone'])
    expect(await groups.find('gives-back')).toMatchObject({ placesTaken: 0 })
    expect(await groups.find('never-was')).toBeNull()
  })

  it('lists the groups that meet, and those of one directory whether they meet or not', async () => {
    const groups = groupStore({ dynamodb, table })
    await groups.add(aGroup({ groupId: 'a/1', feedId: 'a', externalId: '1' }))
    await groups.add(aGroup({ groupId: 'a/2', feedId: 'a', externalId: '2', status: 'gone' }))
    await groups.add(aGroup({ groupId: 'b/1', feedId: 'b', externalId: '1' }))

    const active = (await groups.everyActive()).rows.map(({ groupId }) => groupId)

    expect(active).toEqual(expect.arrayContaining(['a/1', 'b/1']))
    expect(active).not.toContain('a/2')
    expect((await groups.ofFeed('a')).map(({ groupId }) => groupId)).toEqual(['a/1', 'a/2'])
  })

  it('reads a directory that is larger than one answer of the database', async () => {
    const groups = groupStore({ dynamodb, table })
    const notes = 'A long word on how to find the door. '.repeat(1000)
    const many = Array.from({ length: 40 }, (_, index) =>
      aGroup({ groupId: `large/${index}`, feedId: 'large', externalId: String(index), notes }),
    )
    for (const group of many) await groups.add(group)

    expect(await groups.ofFeed('large')).toHaveLength(40)
    expect((await groups.everyActive()).rows.filter(({ feedId }) => feedId === 'large')).toHaveLength(40)
  })
})
