import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, it } from 'vitest'

import { groupStore } from '../../adapters/group-store.ts'
import { openTarget } from '../../bin/target.ts'
import { createTables } from '../../local/create-tables.ts'
import { startDynamodb } from '../../local/embedded/dynamodb.ts'
import { dynamodbClient } from '../support/dynamodb-client.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const pathOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const fixture = pathOf('test/fixtures/meeting-guide.json')
const asMeetingGuide = [
  '--format',
  'meeting-guide',
  '--programme',
  'aa',
  '--time-zone',
  'America/Los_Angeles',
]

interface Run {
  code: number
  out: string
  error: string
}

/** Runs the command as a person does, in a folder of its own. */
const groups = (cwd: string, ...words: string[]) =>
  new Promise<Run>((resolve) => {
    execFile(process.execPath, [pathOf('bin/groups.ts'), ...words], { cwd }, (failure, out, error) => {
      resolve({ code: typeof failure?.code === 'number' ? failure.code : 0, out, error })
    })
  })

const counts = ({ out }: Run) =>
  Object.fromEntries([...out.matchAll(/^(\w+) +(\d+)$/gm)].map(([, what, count]) => [what, Number(count)]))

describe('npm run groups', () => {
  it('imports a directory, changes nothing the second time, and lists what there is', async () => {
    const folder = await temporaryFolder()

    const first = await groups(folder, 'import', fixture, ...asMeetingGuide)
    const second = await groups(folder, 'import', fixture, ...asMeetingGuide)
    const list = await groups(folder, 'list')

    expect(first.code).toBe(0)
    expect(counts(first)).toEqual({ added: 7, changed: 0, unchanged: 0, returned: 0, removed: 0, skipped: 2 })
    expect(first.out).toMatch(/meeting-guide: 9 rows in [\d.]+ s \([\d,]+ rows\/s\)/)
    expect(first.out).toContain('row 8: It has no name.')
    expect(counts(second)).toEqual({
      added: 0,
      changed: 0,
      unchanged: 7,
      returned: 0,
      removed: 0,
      skipped: 2,
    })
    expect(list.out).toMatch(/^meeting-guide \(meeting-guide\): 7 active, 0 paused, 0 gone; last verified \d/)
  })

  it('does nothing on a dry run', async () => {
    const folder = await temporaryFolder()

    const run = await groups(folder, 'import', fixture, ...asMeetingGuide, '--dry-run')

    expect(counts(run)).toMatchObject({ added: 7 })
    expect(run.out).toContain('nothing was changed')
    expect((await groups(folder, 'list')).out).toContain('No directory has been imported yet.')
  })

  it('refuses an empty file and keeps what there is', async () => {
    const folder = await temporaryFolder()
    const empty = join(folder, 'empty.json')
    await writeFile(empty, '[]')
    await groups(folder, 'import', fixture, ...asMeetingGuide)

    const run = await groups(folder, 'import', empty, ...asMeetingGuide, '--feed', 'meeting-guide')

    expect(run.code).toBe(1)
    expect(run.out).toContain('There is no group in this file, so nothing was changed.')
    expect((await groups(folder, 'list')).out).toContain('7 active')
  })

  it('names the groups that went while people held places in them', async () => {
    const folder = await temporaryFolder()
    await groups(folder, 'import', fixture, ...asMeetingGuide)
    const target = await openTarget({ folder: join(folder, '.open-circle') })
    const store = groupStore({ dynamodb: target.dynamodb, table: target.tables.groups })
    const [harbor] = await store.ofFeed('meeting-guide')
    const held = {
      ...harbor!,
      groupId: 'meeting-guide/old',
      externalId: 'old',
      name: 'Old Mill',
      placesTaken: 2,
    }
    await store.add(held)
    await target.close()

    const run = await groups(folder, 'import', fixture, ...asMeetingGuide)

    expect(counts(run)).toMatchObject({ removed: 1 })
    expect(run.out).toContain('1 group of those removed still had places taken')
    expect(run.out).toContain('Old Mill: 2')
  })

  it('works with the local run while it is up', async () => {
    const folder = await temporaryFolder()
    const database = await startDynamodb({ now: () => Date.now() })
    const dynamodb = dynamodbClient(database.endpoint)
    await createTables(dynamodb)
    await groups(folder, 'list')
    await writeFile(
      join(folder, '.open-circle/running.json'),
      JSON.stringify({ pid: process.pid, dynamodb: database.endpoint }),
    )

    const run = await groups(folder, 'import', pathOf('local/demo-groups.csv'), '--format', 'csv')

    const everyActive = await groupStore({ dynamodb, table: 'open-circle-groups' }).everyActive()
    dynamodb.destroy()
    await database.stop()
    expect(run.error).toBe('')
    expect(everyActive.rows.length).toBeGreaterThan(25)
  })

  it('works with the kept data when the note of a local run was left behind by a crash', async () => {
    const folder = await temporaryFolder()
    await groups(folder, 'import', fixture, ...asMeetingGuide)
    const another = await startDynamodb({ now: () => Date.now() })
    const note = join(folder, '.open-circle/running.json')

    // Above the highest process id that Linux gives out; and a port on which nothing listens.
    await writeFile(note, JSON.stringify({ pid: 2 ** 22 + 1, dynamodb: another.endpoint }))
    const afterItsEnd = await groups(folder, 'list')
    await writeFile(note, JSON.stringify({ pid: process.pid, dynamodb: 'http://127.0.0.1:9' }))
    const withoutAnswer = await groups(folder, 'list')

    await another.stop()
    expect(afterItsEnd.out).toContain('7 active')
    expect(withoutAnswer.out).toContain('7 active')
  })

  it('counts a group whose row has a mistake now, and leaves it as it was', async () => {
    const folder = await temporaryFolder()
    await groups(folder, 'import', fixture, ...asMeetingGuide)
    const rows: { slug: unknown }[] = JSON.parse(await readFile(fixture, 'utf8'))
    const importWithout = async (names: number) => {
      const spoiled = rows.map((row, index) => (index < names ? { slug: row.slug } : row))
      await writeFile(join(folder, 'spoiled.json'), JSON.stringify(spoiled))
      return groups(folder, 'import', 'spoiled.json', ...asMeetingGuide, '--feed', 'meeting-guide')
    }

    const one = await importWithout(1)
    const two = await importWithout(2)

    expect(one.out).toContain('1 group that we have stays as it was, because of a mistake in the row')
    expect(two.out).toContain('2 groups that we have stay as they were, because of a mistake in the row')
  })

  it('stamps an import on this machine with the time of the clock that was moved forward', async () => {
    const folder = await temporaryFolder()
    const weekMs = 168 * 3_600_000
    await mkdir(join(folder, '.open-circle'))
    await writeFile(join(folder, '.open-circle/clock.json'), JSON.stringify({ movedByMs: weekMs }))
    const earliest = Date.now() + weekMs

    await groups(folder, 'import', fixture, ...asMeetingGuide)

    const [, verified = ''] = /last verified (\S+)/.exec((await groups(folder, 'list')).out) ?? []
    expect(Date.parse(verified)).toBeGreaterThanOrEqual(earliest)
  })

  it('prints the template, which imports without a mistake', async () => {
    const folder = await temporaryFolder()
    const { out } = await groups(folder, 'template')
    await writeFile(join(folder, 'ours.csv'), out)

    expect(out.trimEnd()).toBe((await readFile(pathOf('docs/groups-template.csv'), 'utf8')).trimEnd())
    expect(counts(await groups(folder, 'import', 'ours.csv', '--format', 'csv'))).toMatchObject({
      skipped: 0,
    })
  })

  it.each([
    [[], 'Usage:'],
    [['import'], 'The name of the file is missing'],
    [['import', fixture], '--format is missing: write meeting-guide or csv.'],
    [['import', fixture, '--format', 'letters'], '--format letters is not known'],
    [['import', fixture, '--format', 'meeting-guide'], '--programme is missing'],
    [['import', fixture, ...asMeetingGuide, '--programme', 'xx'], '--programme xx is not known'],
    [
      ['import', fixture, ...asMeetingGuide, '--time-zone', 'Mars/Olympus'],
      '--time-zone Mars/Olympus is not known',
    ],
    [['import', 'nowhere.json', ...asMeetingGuide], 'The file nowhere.json cannot be read'],
    [['import', fixture, fixture, ...asMeetingGuide], 'one word too many'],
    [['list', 'extra'], 'extra is one word too many: write npm run groups -- list'],
    [['template', 'extra'], 'extra is one word too many'],
    [['list', '--wat'], "Unknown option '--wat'."],
    [['dance'], 'dance is not known'],
  ])('answers %j in one sentence, opens nothing, and exits with 2', async (words, sentence) => {
    const folder = await temporaryFolder()

    const { code, error } = await groups(folder, ...words)

    expect(code).toBe(2)
    expect(error).toContain(sentence)
    expect(error).not.toContain('    at ')
    expect(existsSync(join(folder, '.open-circle'))).toBe(false)
  })

  it('answers a file of another kind in one sentence, and exits with 1', async () => {
    const folder = await temporaryFolder()

    const { code, error } = await groups(folder, 'import', pathOf('package.json'), ...asMeetingGuide)

    expect(code).toBe(1)
    expect(error.trim()).toBe('This is not a Meeting Guide file: that would be a JSON list of meetings.')
  })
})
