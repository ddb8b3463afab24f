import { readFileSync, renameSync, writeFileSync } from 'node:fs'

import { unreadable } from './embedded/folder.ts'

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** What a small file of the run's folder holds; null before there is one. Anything else is for the person to decide. */
export const readKept = <Kept>(file: string, isKept: (found: unknown) => found is Kept): Kept | null => {
  try {
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (isKept(found)) return found
    throw new Error('It holds something else.')
  } catch (error) {
    if (isMissing(error)) return null
    throw unreadable(file, error)
  }
}

/** The whole file or none of it: a kill in the middle leaves what was there. */
export const writeKept = (file: string, kept: unknown) => {
  writeFileSync(`${file}.new`, JSON.stringify(kept), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
