import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type Write, commit } from '../../adapters/commit.ts'
import { thisMachine } from '../../adapters/outside.ts'
import { staffStore } from '../../adapters/staff-store.ts'
import { createTables, localTables } from '../../local/create-tables.ts'
import { startDynamodb } from '../../local/embedded/dynamodb.ts'
import { dynamodbClient } from '../support/dynamodb-client.ts'

const nine = '2026-11-23T17:00:00.000Z'
const ten = '2026-11-23T18:00:00.000Z'
const eleven = '2026-11-23T19:00:00.000Z'

describe('someone of staff', () => {
  let dynamodb: Awaited<ReturnType<typeof startDynamodb>>
  let client: DynamoDBClient
  let staff: ReturnType<typeof staffStore>
  const write = (one: Write<string>) => commit(client, { ...thisMachine, random: () => 0 }, [one])
  const signIn = (staffId: string, signedInAt: string) =>
    write(staff.signedIn({ staffId, name: 'Ada Brook', role: 'coordinator', signedInAt }))

  beforeAll(async () => {
    dynamodb = await startDynamodb({ now: () => Date.parse(eleven) })
    client = dynamodbClient(dynamodb.endpoint)
    await createTables(client, { staff: localTables.staff })
    staff = staffStore(client, localTables.staff)
  })
  afterAll(async () => {
    client.destroy()
    await dynamodb.stop()
  })

  it('whose sessions were ended stays so when an earlier end comes late', async () => {
    await signIn('ada', nine)
    await write(staff.endSessions('ada', eleven))

    expect(await write(staff.endSessions('ada', ten))).toBe('ended-already')
    expect(await staff.find('ada')).toMatchObject({ sessionsValidFrom: eleven })
  })

  it('whose sessions were ended stays so when they sign in again', async () => {
    await signIn('lee', nine)
    await write(staff.endSessions('lee', ten))
    await signIn('lee', eleven)

    expect(await staff.find('lee')).toMatchObject({ signedInAt: eleven, sessionsValidFrom: ten })
  })

  it('whose row a newer version wrote is not written over by this one', async () => {
    const Item = marshall({ schema: 2, staffId: 'sam', role: 'something new' })
    await client.send(new PutItemCommand({ TableName: localTables.staff, Item }))

    expect(await signIn('sam', nine)).toBe('of-another-version')
  })
})
