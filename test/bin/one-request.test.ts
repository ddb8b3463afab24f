import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { runCommand as command } from '../support/command.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

describe('the commands', () => {
  it.each([
    ['find', 'npm run find -- 7KQ-4M2-XR5'],
    ['explain', 'npm run explain -- 7KQ-4M2-XR5'],
    ['groups', 'npm run groups -- import FILE'],
    ['smoke', 'npm run smoke -- --stack NAME'],
    ['redrive', 'npm run redrive -- --confirm'],
    ['reconcile', 'npm run reconcile'],
  ])('%s tells with --help how it is used, and opens nothing', async (name, usage) => {
    const folder = await temporaryFolder()

    const { code, out, error } = await command(name, folder, '--help')

    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(out).toContain(usage)
    expect(existsSync(join(folder, '.open-circle'))).toBe(false)
  })

  it.each([
    ['find', '000-000-000'],
    ['explain', '000-000-000'],
    ['groups', 'list'],
    ['smoke'],
    ['redrive'],
    ['reconcile'],
  ])('%s says which setting is missing when no region is chosen for a stack', async (name, ...words) => {
    const folder = await temporaryFolder()

    const { code, error } = await command(name, folder, ...words, '--stack', 'Nope')

    expect(code).toBe(1)
    expect(error).toContain(
      'The stack Nope cannot be read: set AWS_REGION to the region it is deployed in, as in AWS_REGION=us-east-1.',
    )
  })

  it('say what a reference looks like when one is mistyped', async () => {
    const folder = await temporaryFolder()

    const { code, error } = await command('find', folder, '7KQ-4M2')

    expect(code).toBe(1)
    expect(error).toContain('7KQ-4M2 is not a reference')
  })
})
