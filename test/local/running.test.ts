import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { isAlive, refuseSecondRun } from '../../local/running.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** The first process of every machine; it belongs to someone else unless root runs the tests. */
const anothers = 1
/** Above the highest process id that Linux gives out. */
const nobodys = 2 ** 22 + 1

describe('a second start', () => {
  it('counts a process of someone else as alive', () => {
    expect([anothers, process.pid, nobodys].map(isAlive)).toEqual([true, true, false])
  })

  it('is refused while a process has the number of the first, and told how to go on', async () => {
    const folder = await temporaryFolder()
    const note = join(folder, 'running.json')
    await writeFile(note, JSON.stringify({ pid: anothers }))

    expect(() => refuseSecondRun(folder)).toThrow(`If that is another program, delete ${note}.`)
  })

  it('goes ahead after a crash', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'running.json'), JSON.stringify({ pid: nobodys }))

    expect(() => refuseSecondRun(folder)).not.toThrow()
  })
})
