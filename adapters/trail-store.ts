import type { TrailEntry } from '../domain/trail.ts'
import type { Write } from './commit.ts'
import { toItem } from './rows.ts'

/** Append-only: there is no way to change or remove an entry. */
export const trailStore = (table: string) => ({
  add: (entry: TrailEntry): Write<'already-stored'> => ({
    refusedAs: 'already-stored',
    item: {
      Put: { TableName: table, Item: toItem(entry), ConditionExpression: 'attribute_not_exists(subjectId)' },
    },
  }),
})
