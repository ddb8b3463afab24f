import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { commit } from '../../adapters/commit.ts'
import { emailStore } from '../../adapters/email-store.ts'
import { thisMachine } from '../../adapters/outside.ts'
import { nudgeFor } from '../../domain/email-nudge.ts'
import { leaseMinutes, newEmail } from '../../domain/email.ts'
import { createTables, localTables } from '../../local/create-tables.ts'
import { startDynamodb } from '../../local/embedded/dynamodb.ts'
import { dynamodbClient } from '../support/dynamodb-client.ts'

const now = Date.parse('2026-11-23T17:00:00Z')
const afterTheLease = now + (leaseMinutes + 1) * 60_000

describe('a claim', () => {
  let server: Awaited<ReturnType<typeof startDynamodb>>
  let client: ReturnType<typeof dynamodbClient>

  beforeAll(async () => {
    server = await startDynamodb({ now: () => now })
    client = dynamodbClient(server.endpoint)
    await createTables(client, { emails: localTables.emails })
  })
  afterAll(async () => {
    client.destroy()
    await server.stop()
  })

  it('is given back by whoever holds it, and not by one whose lease ended long ago', async () => {
    const store = emailStore(client, localTables.emails)
    const write = (...writes: Parameters<typeof commit<string>>[2]) =>
      commit(client, { ...thisMachine, random: () => 0 }, writes)
    const email = newEmail(
      {
        subjectId: '019ab123-4567-7abc-8def-0123456789ab',
        occurrence: 'receipt#first',
        emailId: '019ab123-4567-7abc-8def-00000000000e',
        template: 'receipt',
        to: 'person',
      },
      new Date(now).toISOString(),
    )
    const nudge = nudgeFor(email)
    await write(store.add(email))
    await write(store.claim(nudge, 'slow', now))
    await write(store.claim({ ...nudge, state: 'sending', attempts: 1 }, 'next', afterTheLease))

    const bySlow = await write(store.putBack(email, 'slow', new Date(afterTheLease).toISOString()))
    const byNext = await write(store.putBack(email, 'next', new Date(afterTheLease).toISOString()))

    expect([bySlow, byNext]).toEqual(['email-moved', 'committed'])
    expect(await store.find(email)).toMatchObject({ state: 'pending', unknownOutcomes: 1 })
  })
})
