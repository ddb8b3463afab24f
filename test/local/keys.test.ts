import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { readKeys } from '../../adapters/keys.ts'
import { keysIn } from '../../local/keys.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

describe('the keys of this machine', () => {
  it('are made once and kept, in rings that the product reads', async () => {
    const folder = await temporaryFolder()

    const first = keysIn(folder)
    const second = keysIn(folder)

    expect(second).toEqual(first)
    expect(readKeys(first.identifierKey)).not.toEqual(readKeys(first.linkKeys))
    expect(await readdir(folder)).toEqual(['keys.json'])
  })

  it.each(['', '{"identifierKey":"{', 'null', '{}', '{"identifierKey":"a","linkKeys":1}'])(
    'are never replaced when their file holds %j',
    async (found) => {
      const folder = await temporaryFolder()
      const file = join(folder, 'keys.json')
      await writeFile(file, found)

      expect(() => keysIn(folder)).toThrow(/keys\.json cannot be read: .*npm start -- --fresh/)
      expect(await readFile(file, 'utf8')).toBe(found)
    },
  )

  it('are never replaced when their file does not open', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'keys.json'))

    expect(() => keysIn(folder)).toThrow('npm start -- --fresh')
  })
})
