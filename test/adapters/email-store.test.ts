import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { commit } from '../../adapters/commit.ts'
import { emailStore } from '../../adapters/email-store.ts'
import { thisMachine } from '../../adapters/outside.ts'
import { nudgeFor } from '../../domain/letters/email-nudge.ts'
import { leaseMinutes, newEmail } from '../../domain/letters/email.ts'
import { createTables, localTables } from '../../local/create-tables.ts'
import { startDynamodb } from '../../local/embedded/dynamodb.ts'
import { dynamodbClient } from '../support/dynamodb-client.ts'

const now = Date.parse('2026-11-23T17:00:00Z')
const hour = 3_600_000
const afterTheLease = now + (leaseMinutes + 1) * 60_000

let dynamodb: Awaited<ReturnType<typeof startDynamodb>>
let client: DynamoDBClient
let store: ReturnType<typeof emailStore>
let count = 0

beforeAll(async () => {
  dynamodb = await startDynamodb({ now: () => now })
  client = dynamodbClient(dynamodb.endpoint)
  await createTables(client, { emails: localTables.emails })
  store = emailStore(client, localTables.emails)
})
afterAll(async () => {
  client.destroy()
  await dynamodb.stop()
})

const write = (...writes: Parameters<typeof commit<string>>[2]) =>
  commit(client, { ...thisMachine, random: () => 0 }, writes)

/** A receipt that stands in the table, each for someone else. */
const aReceipt = async () => {
  const email = newEmail(
    {
      subjectId: `019ab123-4567-7abc-8def-${String((count += 1)).padStart(12, '0')}`,
      occurrence: 'receipt#first',
      emailId: '019ab123-4567-7abc-8def-00000000000e',
      template: 'receipt',
      to: 'person',
    },
    new Date(now).toISOString(),
  )
  await write(store.add(email))
  return email
}

describe('an e-mail', () => {
  it('stands once for one occasion: a second one is refused', async () => {
    const email = await aReceipt()

    expect(await write(store.add({ ...email, emailId: '019ab123-4567-7abc-8def-00000000000f' }))).toBe(
      'already-stored',
    )
  })

  it('is claimed by one of two that ask at the same time', async () => {
    const nudge = nudgeFor(await aReceipt())

    expect([
      await write(store.claim(nudge, 'one', now)),
      await write(store.claim(nudge, 'other', now)),
    ]).toEqual(['committed', 'not-to-claim'])
  })

  it('is not claimed by a nudge of an earlier try that comes late', async () => {
    const email = await aReceipt()
    const nudge = nudgeFor(email)
    await write(store.claim(nudge, 'one', now))
    await write(store.putBack(email, 'one', new Date(now).toISOString()))

    expect(await write(store.claim(nudge, 'late', now))).toBe('not-to-claim')
    expect(await write(store.claim({ ...nudge, attempts: 1 }, 'next', now))).toBe('committed')
  })

  it('is left alone while its lease runs, and claimed again when that is over', async () => {
    const nudge = nudgeFor(await aReceipt())
    await write(store.claim(nudge, 'one', now))
    const again = { ...nudge, state: 'sending' as const, attempts: 1 }

    expect(await write(store.claim(again, 'other', now + 60_000))).toBe('not-to-claim')
    expect(await write(store.claim(again, 'other', afterTheLease))).toBe('committed')
  })

  it('is given back by whoever holds it, and not by one whose lease ended long ago', async () => {
    const email = await aReceipt()
    const nudge = nudgeFor(email)
    await write(store.claim(nudge, 'slow', now))
    await write(store.claim({ ...nudge, state: 'sending', attempts: 1 }, 'next', afterTheLease))

    const bySlow = await write(store.putBack(email, 'slow', new Date(afterTheLease).toISOString()))
    const byNext = await write(store.putBack(email, 'next', new Date(afterTheLease).toISOString()))

    expect([bySlow, byNext]).toEqual(['email-moved', 'committed'])
    expect(await store.find(email)).toMatchObject({ state: 'pending', unknownOutcomes: 1 })
  })

  it('is changed only by who saw it as it is now', async () => {
    const email = await aReceipt()
    await write(store.claim(nudgeFor(email), 'one', now))

    expect(await write(store.change(email, { ...email, state: 'cancelled' }))).toBe('email-moved')
    expect(await store.find(email)).toMatchObject({ state: 'sending' })
  })
})

describe('an address', () => {
  const sentTo = (addressHash: string, atMs: number) =>
    write(store.countToAddress(addressHash, 'receipt', atMs))

  it('takes one letter of a kind in a day, and three in a week', async () => {
    const hours = [0, 23, 24, 48, 72, 7 * 24]
    const results = []
    for (const after of hours) results.push(await sentTo('hash-of-robin', now + after * hour))

    expect(results).toEqual([
      'committed',
      'too-many-to-this-address',
      'committed',
      'committed',
      'too-many-to-this-address',
      'committed',
    ])
  })

  it('that refused our mail takes none', async () => {
    expect(await write(store.takesMail('hash-of-sam'))).toBe('committed')
    await write(store.refuseAddress('hash-of-sam', new Date(now).toISOString()))

    expect(await write(store.takesMail('hash-of-sam'))).toBe('address-refuses-mail')
  })
})
