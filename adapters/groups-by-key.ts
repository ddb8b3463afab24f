import { BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'

import { type Group, groupSchema } from '../domain/groups/group.ts'
import { type Readable, fromItem, readEach, toItem } from './rows.ts'
import type { Patience } from './without-conflict.ts'

/** What was read so lately is not read again. What is stale costs a second try: the transaction checks the group. */
const freshForMs = 30_000

/** More than anyone is told of in half a minute; beyond it, what is known is forgotten. */
const mostKnown = 2_000

/** DynamoDB gives some of a batch when it is busy, and says which it left. */
const mostTries = 8

interface Given {
  dynamodb: DynamoDBClient
  table: string
  patience: Patience
  now: () => number
}

/** A few groups by their ids, kept for half a minute by each running function. */
export const groupsByKey = ({ dynamodb, table, patience, now }: Given) => {
  /** Null for a group that is not there, or cannot be read. */
  const known = new Map<string, { at: number; group: Group | null }>()

  const read = async (groupIds: readonly string[]) => {
    const items: Parameters<typeof fromItem>[1][] = []
    let keys = groupIds.map((groupId) => toItem({ groupId }))
    for (let tries = 1; keys.length > 0; tries += 1) {
      if (tries > mostTries) throw new Error('DynamoDB left groups unread each time it was asked.')
      if (tries > 1) await patience.pause(patience.random() * 25 * 2 ** tries)
      const { Responses, UnprocessedKeys } = await dynamodb.send(
        new BatchGetItemCommand({ RequestItems: { [table]: { Keys: keys, ConsistentRead: true } } }),
      )
      items.push(...(Responses?.[table] ?? []))
      keys = UnprocessedKeys?.[table]?.Keys ?? []
    }
    return readEach(items, (item) => fromItem(groupSchema, item))
  }

  return {
    /** The groups that are there, in no order. At most 100 ids, which are not named twice. */
    async find(groupIds: readonly string[]): Promise<Readable<Group>> {
      if (known.size > mostKnown) known.clear()
      const kept = groupIds.flatMap((id) => {
        const one = known.get(id)
        return one && now() - one.at <= freshForMs && now() >= one.at ? [{ id, group: one.group }] : []
      })
      const wanted = groupIds.filter((id) => !kept.some((one) => one.id === id))
      const { rows, unread } = await read(wanted)
      const at = now()
      for (const id of wanted) known.set(id, { at, group: null })
      for (const group of rows) known.set(group.groupId, { at, group })
      // Not from what is known by now: whoever else reads meanwhile may have had it forgotten.
      return { rows: [...rows, ...kept.flatMap(({ group }) => group ?? [])], unread }
    },

    /** For when what was read turned out to be old. */
    forget: (groupId: string) => void known.delete(groupId),
  }
}
