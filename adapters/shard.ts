import { createHash } from 'node:crypto'

import { dueShards } from './tables.ts'

/** Which partition of a `due` index a row belongs to: always the same one for the same id. */
export const shardOf = (id: string) => {
  const first = createHash('sha256').update(id).digest()[0] ?? 0
  return dueShards[first % dueShards.length] ?? dueShards[0]
}
