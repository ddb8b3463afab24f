import { setTimeout as sleep } from 'node:timers/promises'

import { DescribeTimeToLiveCommand, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb'
import { describe, expect, it } from 'vitest'

import { soon } from '../support/soon.ts'
import { s, sorted, useTables } from './dynamodb-connection.ts'
import type { ConnectDynamodb } from './dynamodb-connection.ts'

const day = 24 * 60 * 60 * 1000
const year = 365 * day
const second = (ms: number) => ({ N: String(Math.floor(ms / 1000)) })

/** These build on each other: expiry is switched on in the first and off in the last. */
export const expiryContract = (name: string, connect: ConnectDynamodb, startAt: number) =>
  describe(`${name}: expiry`, () => {
    const { client, passTime, put, get, inbox } = useTables(connect)

    const setExpiry = (Enabled: boolean) =>
      client().send(
        new UpdateTimeToLiveCommand({
          TableName: 'groups',
          TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled },
        }),
      )
    const described = async () =>
      (await client().send(new DescribeTimeToLiveCommand({ TableName: 'groups' }))).TimeToLiveDescription

    it('is off until it is switched on, and refuses to be switched on twice', async () => {
      expect(await described()).toEqual({ TimeToLiveStatus: 'DISABLED' })

      await setExpiry(true)

      expect(await described()).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' })
      await expect(setExpiry(true)).rejects.toMatchObject({ name: 'ValidationException' })
    })

    it('deletes rows, also from indexes, once their time has passed, and no others', async () => {
      const listed = { inboxOwner: s('expiry'), inboxDueAt: s('2026-01-01') }
      await put({ groupId: s('first'), ...listed, expiresAt: second(startAt + day) })
      await put({ groupId: s('second'), ...listed, expiresAt: second(startAt + 3 * day) })
      await put({ groupId: s('no-time'), ...listed })
      await put({ groupId: s('not-a-number'), ...listed, expiresAt: s('2020-01-01') })
      await put({ groupId: s('long-ago'), ...listed, expiresAt: second(startAt - 6 * year) })
      expect(await get('first')).toBeDefined()

      passTime(2 * day)

      await expect.poll(() => get('first'), soon).toBeUndefined()
      await expect
        .poll(async () => sorted(await inbox('expiry')), soon)
        .toEqual(['long-ago', 'no-time', 'not-a-number', 'second'])

      passTime(2 * day)
      await expect.poll(() => get('second'), soon).toBeUndefined()
    })

    it('deletes a row whose time is brought forward', async () => {
      await put({ groupId: s('moved'), expiresAt: second(startAt + 400 * day) })
      await put({ groupId: s('moved'), expiresAt: second(startAt) })

      await expect.poll(() => get('moved'), soon).toBeUndefined()
    })

    it('keeps everything once it is switched off', async () => {
      await setExpiry(false)
      await put({ groupId: s('kept'), expiresAt: second(startAt) })

      await sleep(600)

      expect(await get('kept')).toBeDefined()
    })
  })
