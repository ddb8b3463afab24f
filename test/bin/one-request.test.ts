import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, it } from 'vitest'

import { temporaryFolder } from '../support/temporary-folder.ts'

/** Runs a command on a machine that is signed in nowhere, and says what it said. */
const command = (name: string, cwd: string, ...words: string[]) =>
  new Promise<{ code: number; out: string; error: string }>((resolve) => {
    const file = fileURLToPath(new URL(`../../bin/${name}.ts`, import.meta.url))
    const env = { PATH: process.env['PATH'], HOME: cwd, AWS_EC2_METADATA_DISABLED: 'true' }
    execFile(process.execPath, [file, ...words], { cwd, env }, (failure, out, error) => {
      resolve({ code: typeof failure?.code === 'number' ? failure.code : 0, out, error })
    })
  })

describe('the commands', () => {
  it.each([
    ['find', 'npm run find -- 7KQ-4M2-XR5'],
    ['explain', 'npm run explain -- 7KQ-4M2-XR5'],
    ['groups', 'npm run groups -- import FILE'],
    ['smoke', 'npm run smoke -- --stack NAME'],
  ])('%s tells with --help how it is used, and opens nothing', async (name, usage) => {
    const folder = await temporaryFolder()

    const { code, out, error } = await command(name, folder, '--help')

    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(out).toContain(usage)
    expect(existsSync(join(folder, '.open-circle'))).toBe(false)
  })

  it.each([['find', '000-000-000'], ['explain', '000-000-000'], ['groups', 'list'], ['smoke']])(
    '%s says which setting is missing when no region is chosen for a stack',
    async (name, ...words) => {
      const folder = await temporaryFolder()

      const { code, error } = await command(name, folder, ...words, '--stack', 'Nope')

      expect(code).toBe(1)
      expect(error).toContain(
        'The stack Nope cannot be read: set AWS_REGION to the region it is deployed in, as in AWS_REGION=us-east-1.',
      )
    },
  )

  it('say what a reference looks like when one is mistyped', async () => {
    const folder = await temporaryFolder()

    const { code, error } = await command('find', folder, '7KQ-4M2')

    expect(code).toBe(1)
    expect(error).toContain('7KQ-4M2 is not a reference')
  })
})
