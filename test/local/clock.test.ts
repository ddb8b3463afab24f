import { open, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { movableClock } from '../../local/clock.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const newFile = async () => join(await temporaryFolder(), 'clock.json')

describe('the clock of this machine', () => {
  it('goes forward, never back, and stays where it was moved to', async () => {
    const file = await newFile()
    const clock = movableClock(file, () => 1000)

    clock.moveForward(500)
    clock.moveForward(-400)

    expect(clock.now()).toBe(1500)
    expect(movableClock(file, () => 1000).now()).toBe(1500)
  })

  it('is written as a whole: who reads the old file meanwhile reads all of it', async () => {
    const file = await newFile()
    const clock = movableClock(file)
    clock.moveForward(1)
    const old = await open(file)

    clock.moveForward(1)

    expect(JSON.parse(await old.readFile('utf8'))).toEqual({ movedByMs: 1 })
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ movedByMs: 2 })
    expect(await readdir(join(file, '..'))).toEqual(['clock.json'])
    await old.close()
  })

  it.each(['', '{"movedB', '{"movedByMs":null}', '{"movedByMs":-1}', '[]'])(
    'does not fall back in silence when its file holds %j',
    async (found) => {
      const file = await newFile()
      await writeFile(file, found)

      expect(() => movableClock(file)).toThrow(/clock\.json cannot be read: .*npm start -- --fresh/)
    },
  )
})
