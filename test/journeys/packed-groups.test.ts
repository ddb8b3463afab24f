import { ScanCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { connect, openOutside } from '../../adapters/outside.ts'
import * as parts from '../../adapters/parts.ts'
import type { Intake } from '../../domain/way/intake.ts'
import { localTables } from '../../local/create-tables.ts'
import { invoke } from '../../local/handlers.ts'
import { aGroup, anOpenMeeting } from '../support/builders.ts'
import { logLinesOf } from '../support/log-lines.ts'
import { aFilledForm, send } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'

const minute = 60_000

const ground = aGroup()
const spare = aGroup({ groupId: 'riverside/spare', name: 'Spare', venue: null, formats: ['video'] })
const meeting = anOpenMeeting({ topics: ['trauma'] })

describe('the packed groups', () => {
  let product: Product

  beforeEach(async () => {
    product = await openProduct()
    await product.addGroups(ground, spare, meeting)
  })
  afterEach(() => product.close())

  const publish = () => invoke.schedule('publish-directory')

  const asks = async (email = 'robin.vale@example.org') => {
    const { reference } = await send(product, aFilledForm({ email }))
    await product.settle()
    const row = (await product.rows('intakes')).find((one) => one['reference'] === reference)
    return row as unknown as Intake
  }

  const change = (groupId: string, field: string, value: { S: string } | { N: string }) =>
    product.dynamodb.send(
      new UpdateItemCommand({
        TableName: localTables.groups,
        Key: { groupId: { S: groupId } },
        UpdateExpression: 'SET #field = :value, #version = #version + :one',
        ExpressionAttributeNames: { '#field': field, '#version': 'version' },
        ExpressionAttributeValues: { ':value': value, ':one': { N: '1' } },
      }),
    )
  const fill = (groupId: string) => change(groupId, 'placesTaken', { N: '8' })

  /** How often the whole table of groups was read while something ran. */
  const scansIn = async (run: () => Promise<unknown>) => {
    const { dynamodb } = product
    const send = dynamodb.send.bind(dynamodb)
    let scans = 0
    // One of the many overloads of `send`, which all come down to this.
    dynamodb.send = ((command: object, ...rest: []) => {
      if (command instanceof ScanCommand && command.input.TableName === localTables.groups) scans += 1
      return send(command as ScanCommand, ...rest)
    }) as typeof dynamodb.send
    try {
      await run()
    } finally {
      dynamodb.send = send
    }
    return scans
  }

  const object = () => {
    for (const [path, kept] of product.aws.s3.objects) return { path, kept }
    throw new Error('Nothing is packed.')
  }
  const replaceBytes = (change: (bytes: Uint8Array) => void) => {
    const { path, kept } = object()
    const bytes = kept.bytes.slice()
    change(bytes)
    product.aws.s3.objects.set(path, { ...kept, bytes, etag: '"another"' })
  }

  it('give a person the place that the table would give them, and the table is not read', async () => {
    const fromTable = await asks('from-table@example.org')
    await publish()
    product.reconnect()
    let fromPacked: Intake | undefined
    const scans = await scansIn(async () => {
      fromPacked = await asks('from-packed@example.org')
    })

    expect(scans).toBe(0)
    expect(fromPacked).toMatchObject({ state: 'referred', decision: fromTable.decision ?? {} })
    expect(fromPacked?.decision).toMatchObject({
      held: { name: 'Steady Ground' },
      alternatives: [{ name: 'Spare' }],
      openMeetings: [{ name: 'Evening Light' }],
      groupsConsidered: 3,
    })
  })

  it.each([
    ['missing', 'missing', () => product.aws.s3.objects.clear()],
    ['damaged', 'damaged', () => replaceBytes((bytes) => bytes.fill(0, 64, 128))],
    ['of another version', 'other-version', () => replaceBytes((bytes) => bytes.fill(99, 4, 5))],
    ['something else', 'not-a-snapshot', () => replaceBytes((bytes) => bytes.fill(32))],
    ['old', 'old', () => product.clock.moveForward(46 * minute)],
    ['out of reach', 'unreachable', () => product.aws.s3.refuseNext(100)],
  ])('are done without when they are %s, and it is said aloud', async (_, code, spoil) => {
    await publish()
    product.reconnect()
    spoil()
    let intake: Intake | undefined
    const lines = await logLinesOf(async () => {
      intake = await asks()
    })

    expect(intake).toMatchObject({ state: 'referred', decision: { held: { name: 'Steady Ground' } } })
    expect(lines).toContainEqual({ level: 'error', event: 'packed-groups-lost', code })
  })

  it('serve on while S3 is out of reach, as long as they are not old', async () => {
    await publish()
    await asks('first@example.org')
    product.aws.s3.refuseNext(1000)
    product.clock.moveForward(minute)

    expect(await scansIn(() => asks('second@example.org'))).toBe(0)
    product.clock.moveForward(45 * minute)
    expect(await scansIn(() => asks('third@example.org'))).toBeGreaterThan(0)
  })

  it('are used again when they are mended', async () => {
    await asks('first@example.org')
    await publish()
    product.clock.moveForward(minute)

    expect(await scansIn(() => asks('second@example.org'))).toBe(0)
  })

  it('never fill a group beyond its places, whoever took them since it was packed', async () => {
    await publish()
    product.reconnect()
    await asks('first@example.org')
    await fill(ground.groupId)
    const second = await asks('second@example.org')
    product.clock.moveForward(minute)
    const third = await asks('third@example.org')

    expect([second, third].map(({ decision }) => decision?.held?.name)).toEqual(['Spare', 'Spare'])
    const row = (await product.rows('groups')).find(({ groupId }) => groupId === ground.groupId)
    expect(row).toMatchObject({ capacity: 8, placesTaken: 8 })
  })

  it('keep nobody from a place whose group was only described anew since it was read', async () => {
    await publish()
    product.reconnect()
    await asks('first@example.org')
    await change(ground.groupId, 'notes', { S: 'Ring twice.' })
    const { decision } = await asks('second@example.org')

    expect(decision?.held).toMatchObject({ name: 'Steady Ground', groupVersion: 2 })
  })

  it('give the last place to one of those who ask at once', async () => {
    await change(ground.groupId, 'placesTaken', { N: '7' })
    await publish()
    product.reconnect()
    await Promise.all(
      Array.from({ length: 12 }, (_, number) =>
        send(product, aFilledForm({ email: `person-${number}@example.org` })),
      ),
    )
    await product.settle()

    const taken = Object.fromEntries(
      (await product.rows('groups')).map(({ groupId, placesTaken }) => [groupId, placesTaken]),
    )
    expect(taken).toMatchObject({ [ground.groupId]: 8, [spare.groupId]: 8 })
    const states = (await product.rows('intakes')).map(({ state }) => state)
    expect(states.filter((state) => state === 'referred')).toHaveLength(9)
  })

  it('lead nobody to a group that was paused, before they were packed or after', async () => {
    await publish()
    product.reconnect()
    await change(ground.groupId, 'status', { S: 'paused' })
    const after = await asks('after@example.org')
    await publish()
    product.reconnect()
    const before = await asks('before@example.org')

    expect(after.decision).toMatchObject({ held: { name: 'Spare' }, alternatives: [] })
    expect(before.decision).toMatchObject({ held: { name: 'Spare' }, groupsConsidered: 2 })
  })

  it('are told of as they are now: a session that was moved since is the one that a person hears of', async () => {
    await publish()
    product.reconnect()
    await change(ground.groupId, 'name', { S: 'Steadier Ground' })
    const { decision } = await asks()

    expect(decision?.held).toMatchObject({ name: 'Steadier Ground', groupVersion: 2 })
  })

  it('keep nobody waiting who could go to a group that came since', async () => {
    await Promise.all([ground, spare].map(({ groupId }) => fill(groupId)))
    await publish()
    await product.addGroups(aGroup({ groupId: 'riverside/new', name: 'New' }))
    const { decision, state } = await asks()

    expect(state).toBe('referred')
    expect(decision?.held?.name).toBe('New')
  })

  it('are read no more often than twice a minute, and not at all while they are the same', async () => {
    await publish()
    product.reconnect()
    const asked = product.aws.s3.asked()
    await asks('first@example.org')
    await asks('second@example.org')
    product.clock.moveForward(minute)
    await asks('third@example.org')

    expect(product.aws.s3.asked().slice(asked.length)).toEqual(['GET 200', 'GET 304'])
  })

  it('hold nothing about anyone: no name, no address', async () => {
    await product.addGroups(aGroup({ facilitator: { name: 'Dana Reed', email: 'dana@example.org' } }))
    await asks()
    await publish()
    const text = Buffer.from(object().kept.bytes).toString('latin1')

    expect(text).toContain('riverside/')
    expect(text).not.toMatch(/Dana|example\.org|Robin|Alder Street/)
  })

  const adapters = () => connect(openOutside(product.aws.settings, product.world), parts)

  it('are never replaced by those that were read earlier, however late they come', async () => {
    const early = adapters().clock.iso()
    product.clock.moveForward(minute)
    await publish()
    const kept = object()

    expect(await adapters().packedGroups.publish([], early)).toBe('newer-is-there')
    expect(object()).toEqual(kept)
  })

  it('are those that were read last when two runs meet', async () => {
    const [one, other] = ['2026-11-23T17:00:01.000Z', '2026-11-23T17:00:02.000Z']
    await Promise.all([
      adapters().packedGroups.publish([ground], other),
      adapters().packedGroups.publish([], one),
    ])

    expect(object().kept.notes).toEqual({ 'x-amz-meta-read-at': other })
  })

  it('are packed again in the minute of a machine of one’s own', async () => {
    await product.sweep()

    expect(object().kept.notes).toEqual({ 'x-amz-meta-read-at': '2026-11-23T17:00:00.000Z' })
  })
})
