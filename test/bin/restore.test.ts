import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { describe, expect, it } from 'vitest'

import { intakeRow } from '../../adapters/intake-store.ts'
import { toItem } from '../../adapters/rows.ts'
import { WrongUse } from '../../bin/groups-arguments.ts'
import { argumentsOf, momentOf } from '../../bin/restore-arguments.ts'
import { openTarget } from '../../bin/target.ts'
import { tombstoneDays } from '../../domain/person/retention.ts'
import { createTables } from '../../local/create-tables.ts'
import { aKeptIntake, aReferral } from '../support/builders.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const command = fileURLToPath(new URL('../../bin/restore.ts', import.meta.url))

const restore = (cwd: string, ...words: string[]) =>
  new Promise<{ code: number; out: string; error: string }>((resolve) => {
    execFile(process.execPath, [command, ...words], { cwd }, (failure, out, error) => {
      resolve({ code: typeof failure?.code === 'number' ? failure.code : 0, out, error })
    })
  })

const day = 24 * 3_600_000
const now = Date.parse('2026-11-26T12:00:00Z')

describe('npm run restore', () => {
  it('says what it would do, does it only when told to, and prints nothing that anybody told us', async () => {
    const folder = await temporaryFolder()
    const intake = aKeptIntake()
    const target = await openTarget({ folder: join(folder, '.open-circle') })
    await createTables(target.dynamodb, { intakes: 'yesterday', referrals: 'yesterday-too' })
    const put = (dynamodb: DynamoDBClient, TableName: string, Item: ReturnType<typeof toItem>) =>
      dynamodb.send(new PutItemCommand({ TableName, Item }))
    await put(target.dynamodb, 'yesterday', intakeRow(intake))
    await put(target.dynamodb, 'yesterday', toItem({ intakeId: 'not-a-row' }))
    await put(target.dynamodb, 'yesterday-too', toItem(aReferral()))
    await target.close()
    const asOf = new Date(Date.now() - 3_600_000).toISOString()
    const asks = ['--table', 'intakes', '--from', 'yesterday', '--as-of', asOf]

    const dryRun = await restore(folder, ...asks)
    const done = await restore(folder, ...asks, '--confirm')
    const again = await restore(folder, ...asks, '--only', intake.intakeId)

    expect(dryRun.error).toBe('')
    expect(dryRun.out).toContain('a dry run, nothing was changed')
    expect(dryRun.out).toMatch(/1 {2}missing/)
    expect(dryRun.out).toMatch(/1 {2}cannot be read in the back-up\n +not-a-row/)
    expect(done.out).toMatch(/1 {2}come back, and staff are asked to check them/)
    expect(done.code).toBe(1)
    expect(again.out).toMatch(/1 {2}newer/)
    expect(again.code).toBe(0)
    expect(`${dryRun.out}${done.out}${again.out}`).not.toMatch(/robin|vale|example\.org|\b95112\b/i)
  })

  it('reads ids behind --only, one or many', () => {
    const asked = argumentsOf([
      '--table',
      'intakes',
      '--from',
      'a',
      '--only',
      'one',
      'two',
      '--only',
      'three',
    ])

    expect(asked?.only).toEqual(new Set(['one', 'two', 'three']))
    expect(asked).toMatchObject({ isDryRun: true, replace: false })
  })

  it.each([
    ['no table', ['--from', 'a'], '--table is missing'],
    ['a table that we do not have', ['--table', 'people', '--from', 'a'], '--table people is not known'],
    ['nothing to read from', ['--table', 'intakes'], '--from is missing'],
    ['a word that means nothing', ['--table', 'intakes', '--from', 'a', 'b'], 'ids stand behind --only'],
    ['an option that we do not have', ['--force'], 'Unknown option'],
  ])('says what is wrong with %s', (_, words, what) => {
    expect(() => argumentsOf(words)).toThrow(WrongUse)
    expect(() => argumentsOf(words)).toThrow(what)
  })

  it('refuses a back-up that is older than a tombstone: nobody could tell who was erased since', () => {
    const old = new Date(now - (tombstoneDays + 1) * day).toISOString()
    const recent = new Date(now - (tombstoneDays - 1) * day).toISOString()

    expect(() => momentOf(old, undefined, now)).toThrow('people who were erased since could come back')
    expect(momentOf(recent, undefined, now)).toBe(recent)
  })

  it('takes the moment from AWS, and asks for it where AWS does not know', () => {
    const told = '2026-11-24T14:04:59.000Z'

    expect(momentOf(told, undefined, now)).toBe(told)
    expect(momentOf(null, '2026-11-24T14:04:59Z', now)).toBe(told)
    expect(() => momentOf(null, undefined, now)).toThrow('write --as-of')
    expect(() => momentOf(told, '2026-11-24T15:00:00Z', now)).toThrow('leave --as-of out')
    expect(() => momentOf(null, 'yesterday', now)).toThrow('is no time')
    expect(() => momentOf(null, '2026-11-27T00:00:00Z', now)).toThrow('still to come')
  })
})
