import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

import { readKept, writeKept } from './kept-file.ts'

/** Two rings of keys, each as the stack keeps it in Secrets Manager. */
interface Keys {
  identifierKey: string
  linkKeys: string
}

const newRing = () => JSON.stringify({ 1: randomBytes(48).toString('base64url') })

const areKeys = (found: unknown): found is Keys =>
  typeof found === 'object' &&
  found !== null &&
  'identifierKey' in found &&
  typeof found.identifierKey === 'string' &&
  'linkKeys' in found &&
  typeof found.linkKeys === 'string'

/**
 * Keys made at the first start and kept, so that private links still open after a restart. Keys that cannot be read are
 * never replaced: references and ids come from them, so the kept requests would no longer be found.
 */
export const keysIn = (folder: string): Keys => {
  const file = join(folder, 'keys.json')
  const kept = readKept(file, areKeys)
  if (kept) return kept
  const keys = { identifierKey: newRing(), linkKeys: newRing() }
  writeKept(file, keys)
  return keys
}
