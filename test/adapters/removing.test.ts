import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type Write, commit } from '../../adapters/commit.ts'
import { emailStore } from '../../adapters/email-store.ts'
import { intakeStore } from '../../adapters/intake-store.ts'
import { thisMachine } from '../../adapters/outside.ts'
import { referralStore } from '../../adapters/referral-store.ts'
import { tombstoneStore } from '../../adapters/tombstone-store.ts'
import { trailStore } from '../../adapters/trail-store.ts'
import { newEmail } from '../../domain/letters/email.ts'
import { tombstoneDays } from '../../domain/person/retention.ts'
import { createTables, localTables } from '../../local/create-tables.ts'
import { startDynamodb } from '../../local/embedded/dynamodb.ts'
import { aKeptIntake, aReferral } from '../support/builders.ts'
import { dynamodbClient } from '../support/dynamodb-client.ts'

const at = '2026-11-23T17:00:00.000Z'
const day = 86_400_000

const idOf = (number: number) => `019ab123-4567-7abc-8def-${String(number).padStart(12, '0')}`

describe('what is deleted of someone who was erased', () => {
  let now = Date.parse(at)
  let dynamodb: Awaited<ReturnType<typeof startDynamodb>>
  let client: DynamoDBClient
  const write = (...writes: Write<string>[]) => commit(client, { ...thisMachine, random: () => 0 }, writes)

  beforeAll(async () => {
    dynamodb = await startDynamodb({ now: () => now })
    client = dynamodbClient(dynamodb.endpoint)
    const { emails, intakes, referrals, tombstones, trail } = localTables
    await createTables(client, { emails, intakes, referrals, tombstones, trail })
  })
  afterAll(async () => {
    client.destroy()
    await dynamodb.stop()
  })

  it('is never a row that someone else has written since, and never one of someone who is not erased', async () => {
    const intakes = intakeStore(client, localTables.intakes)
    const open = aKeptIntake({ intakeId: idOf(1) })
    const erased = aKeptIntake({ intakeId: idOf(2), state: 'erased' })
    await write(intakes.add(open), intakes.add(erased))
    await write(intakes.change(erased, erased))

    expect(await write(intakes.remove(open))).toBe('changed-meanwhile')
    expect(await write(intakes.remove(erased))).toBe('changed-meanwhile')
    expect(await write(intakes.remove({ ...erased, revision: 1 }))).toBe('committed')
    expect(await intakes.find(idOf(1))).not.toBeNull()
    expect(await intakes.find(idOf(2))).toBeNull()
  })

  it('is a referral only as it was read', async () => {
    const referrals = referralStore(client, localTables.referrals)
    const referral = aReferral()
    await write(referrals.add(referral))
    await write(referrals.change(referral, { ...referral, state: 'withdrawn' }))

    expect(await write(referrals.remove(referral))).toBe('changed-meanwhile')
    expect(await write(referrals.remove({ ...referral, revision: 1 }))).toBe('committed')
    expect(await referrals.find(referral.referralId)).toBeNull()
  })

  it('is found by keys alone, whether or not a row can be read, and deleted twice without harm', async () => {
    const emails = emailStore(client, localTables.emails)
    const trail = trailStore(client, localTables.trail)
    const subjectId = idOf(3)
    const email = (occurrence: string) =>
      newEmail({ subjectId, occurrence, emailId: idOf(9), template: 'receipt', to: 'person' }, at)
    const entry = {
      schema: 1,
      subjectId,
      entryId: idOf(8),
      at,
      by: 'person',
      event: 'received',
      codes: {},
      consentVersion: null,
    } as const
    // A template and an event of some other version.
    const odd = { ...email('odd'), template: 'of-tomorrow' } as unknown as ReturnType<typeof email>
    const oddEntry = { ...entry, entryId: idOf(7), event: 'of-tomorrow' } as unknown as typeof entry
    await write(emails.add(email('one')), emails.add(odd), trail.add(entry), trail.add(oddEntry))

    const keys = await emails.keysAbout(subjectId)
    const entryIds = await trail.entryIdsOf(subjectId)
    expect(keys.map(({ occurrence }) => occurrence).toSorted()).toEqual(['odd', 'one'])
    expect(entryIds.toSorted()).toEqual([idOf(7), idOf(8)])
    for (let times = 0; times < 2; times += 1)
      expect(
        await write(
          ...keys.map(emails.remove),
          ...entryIds.map((entryId) => trail.remove({ subjectId, entryId })),
        ),
      ).toBe('committed')
    expect(await emails.keysAbout(subjectId)).toEqual([])
  })

  it('is what ended long enough ago, and nothing that is open', async () => {
    const intakes = intakeStore(client, localTables.intakes)
    const ended = (number: number, state: 'closed' | 'withdrawn' | 'waiting', closedAt: string) =>
      intakes.add(
        aKeptIntake({ intakeId: idOf(number), state, closed: { because: 'attended', at: closedAt } }),
      )
    await write(
      ended(11, 'closed', '2025-11-01T00:00:00.000Z'),
      ended(12, 'withdrawn', '2025-11-01T00:00:00.000Z'),
      ended(13, 'closed', '2026-01-01T00:00:00.000Z'),
      ended(14, 'waiting', '2025-11-01T00:00:00.000Z'),
      intakes.add(aKeptIntake({ intakeId: idOf(15) })),
    )

    expect((await intakes.endedBefore('2025-11-23T17:00:00.000Z')).toSorted()).toEqual([idOf(11), idOf(12)])
  })

  it('leaves a tombstone that refuses them until every back-up is gone', async () => {
    const tombstones = tombstoneStore(client, localTables.tombstones)
    await write(tombstones.bury(idOf(4), at))

    expect(await write(tombstones.none(idOf(4)))).toBe('erased')
    now += (tombstoneDays - 1) * day
    expect(await tombstones.has(idOf(4))).toBe(true)
    expect(await tombstones.has(idOf(5))).toBe(false)
  })
})
