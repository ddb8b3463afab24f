import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { onTestFinished } from 'vitest'

export const newFolder = () => mkdtemp(join(tmpdir(), 'open-circle-'))
export const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true })

/** A folder for one test. */
export const temporaryFolder = async () => {
  const folder = await newFolder()
  onTestFinished(() => removeFolder(folder))
  return folder
}
