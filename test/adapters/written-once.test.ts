import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type Write, commit } from '../../adapters/commit.ts'
import { intakeStore } from '../../adapters/intake-store.ts'
import { thisMachine } from '../../adapters/outside.ts'
import { referralStore } from '../../adapters/referral-store.ts'
import { trailStore } from '../../adapters/trail-store.ts'
import type { TrailEntry } from '../../domain/records/trail.ts'
import { createTables, localTables } from '../../local/create-tables.ts'
import { startDynamodb } from '../../local/embedded/dynamodb.ts'
import { aKeptIntake, aReferral } from '../support/builders.ts'
import { dynamodbClient } from '../support/dynamodb-client.ts'

const at = '2026-11-23T17:00:00.000Z'

const received: TrailEntry = {
  schema: 1,
  subjectId: '019ab123-4567-7abc-8def-0123456789ab',
  entryId: '019ab123-4567-7abc-8def-00000000000c',
  at,
  by: 'person',
  event: 'received',
  codes: {},
  consentVersion: null,
}

describe('what is written once is never written over', () => {
  let dynamodb: Awaited<ReturnType<typeof startDynamodb>>
  let client: DynamoDBClient
  const write = (one: Write<string>) => commit(client, { ...thisMachine, random: () => 0 }, [one])

  beforeAll(async () => {
    dynamodb = await startDynamodb({ now: () => Date.parse(at) })
    client = dynamodbClient(dynamodb.endpoint)
    const { intakes, referrals, trail } = localTables
    await createTables(client, { intakes, referrals, trail })
  })
  afterAll(async () => {
    client.destroy()
    await dynamodb.stop()
  })

  it('a request', async () => {
    const intakes = intakeStore(client, localTables.intakes)
    await write(intakes.add(aKeptIntake()))

    expect(await write(intakes.add(aKeptIntake({ state: 'waiting' })))).toBe('already-stored')
  })

  it('a referral', async () => {
    const referrals = referralStore(client, localTables.referrals)
    await write(referrals.add(aReferral()))

    expect(await write(referrals.add(aReferral({ state: 'offered' })))).toBe('already-stored')
  })

  it('what stands in the trail', async () => {
    const trail = trailStore(client, localTables.trail)
    await write(trail.add(received))

    expect(await write(trail.add({ ...received, event: 'closed' }))).toBe('already-stored')
  })

  it('a step that someone else has taken meanwhile, on a request or on a referral', async () => {
    const intakes = intakeStore(client, localTables.intakes)
    const referrals = referralStore(client, localTables.referrals)
    const intake = aKeptIntake({ intakeId: '019ab123-4567-7abc-8def-0000000000bb' })
    const referral = aReferral({ referralId: '019ab123-4567-7abc-8def-0000000000cc' })
    await write(intakes.add(intake))
    await write(referrals.add(referral))
    await write(intakes.change(intake, { ...intake, state: 'waiting' }))
    await write(referrals.change(referral, { ...referral, state: 'offered' }))

    expect(await write(intakes.change(intake, { ...intake, state: 'closed' }))).toBe('changed-meanwhile')
    expect(await write(referrals.change(referral, { ...referral, state: 'declined' }))).toBe(
      'changed-meanwhile',
    )
  })
})
