import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'

import type { BackUp } from '../../domain/records/restore/since.ts'
import type { Found, Reason } from '../../domain/records/restore/verdict.ts'
import type { Adapters } from '../adapters.ts'
import { type TableName, tables as shapes } from '../tables.ts'
import { aboutSubject } from './about-subject.ts'
import { planRowsOf } from './kinds.ts'
import type { PlanRow, Planned } from './plan-row.ts'
import { type Item, keyNames, keyOf } from './put-back.ts'
import { type Recounted, readPlacesHeld, recountPlaces } from './recount-places.ts'
import { everyPage } from './restored-table.ts'
import { type Coming, writeRows } from './write-rows.ts'

interface Asked {
  table: TableName
  /** The table that AWS made from the back-up. */
  from: string
  backUp: BackUp
  /** Only rows of these people, or with these ids; every row where none is named. */
  only: ReadonlySet<string>
  replace: boolean
  isDryRun: boolean
}

interface Outside {
  dynamodb: DynamoDBClient
  tables: Record<TableName, string>
  adapters: Pick<
    Adapters,
    'chance' | 'clock' | 'commit' | 'emails' | 'intakes' | 'moment' | 'referrals' | 'tombstones' | 'trail'
  >
}

/** What was done, or would be, with one row: its key, and nothing of what stands in it. */
export interface Told {
  key: string
  found: Found
  because: Reason
}

export interface Restored {
  rows: Told[]
  /** Keys of rows in the back-up that their schema refuses. */
  unreadable: string[]
  /** Keys of rows that someone else wrote at the same moment, or whose person has a live row that cannot be read. */
  notWritten: string[]
  /** Groups whose count of places was put right; null when they could not be counted. */
  recounted: Recounted[] | null
}

/** Whom a row is about: a person, or what the row itself is. */
const subjectName = {
  intakes: 'intakeId',
  referrals: 'intakeId',
  emails: 'subjectId',
  trail: 'subjectId',
  groups: shapes.groups.partition,
  staff: shapes.staff.partition,
  tombstones: shapes.tombstones.partition,
  feeds: shapes.feeds.partition,
} as const satisfies Record<TableName, string>

/** With its line in the trail each row stays within the 100 writes of one transaction. */
const rowsAtOnce = 40

const chunksOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )

/** AWS, or the way to it, failed: whoever restores has to hear of that, and runs it once more. */
const isOfAws = (failure: unknown) => failure instanceof Error && '$metadata' in failure

/** Restores rows one person after the other, so that what belongs together is written together. */
const restorer = (asked: Asked, { dynamodb, tables, adapters }: Outside, planRow: PlanRow) => {
  const { table, only, replace, isDryRun } = asked
  const where = { table, tableName: tables[table], asOf: asked.backUp.asOf }
  const told: Restored = { rows: [], unreadable: [], notWritten: [], recounted: [] }

  const keyInWords = (item: Item) =>
    keyNames(table)
      .map((name) => item[name]?.S ?? '')
      .join(' ')
  const tell = (item: Item, { found, because }: Pick<Planned, 'found' | 'because'>) =>
    void told.rows.push({ key: keyInWords(item), found, because })

  const liveRow = async (item: Item) => {
    const command = new GetItemCommand({
      TableName: tables[table],
      Key: keyOf(table, item),
      ConsistentRead: true,
    })
    return (await dynamodb.send(command)).Item ?? null
  }

  /** The rows that come back; of the others it is told at once why not. */
  const planOf = async (subjectId: string, items: readonly Item[]): Promise<Coming[]> => {
    const about = aboutSubject(subjectId, adapters)
    const asks = { replace, isNamed: only.has(subjectId) }
    const plans = await Promise.all(
      items.map(async (item) => ({ item, plan: await planRow(item, await liveRow(item), about, asks) })),
    )
    return plans.flatMap(({ item, plan }): Coming[] => {
      if (plan === 'unreadable') told.unreadable.push(keyInWords(item))
      else if (plan.item !== null && !isDryRun) return [{ item, plan: { ...plan, item: plan.item } }]
      else tell(item, plan)
      return []
    })
  }

  const write = async (subjectId: string, rows: readonly Coming[]) => {
    const result = await writeRows(subjectId, rows, where, aboutSubject(subjectId, adapters), adapters)
    for (const { item, plan } of rows)
      if (result === 'committed') tell(item, plan)
      else if (result === 'erased') tell(item, { ...plan, because: 'erased' })
      else told.notWritten.push(keyInWords(item))
  }

  return {
    told,
    async restore(subjectId: string, items: readonly Item[]) {
      for (const some of chunksOf(items, rowsAtOnce))
        try {
          const rows = await planOf(subjectId, some)
          if (rows.length > 0) await write(subjectId, rows)
        } catch (failure) {
          if (isOfAws(failure)) throw failure
          told.notWritten.push(...some.map(keyInWords))
        }
    },
  }
}

/** Brings the rows of a back-up into the live table, or only says what that would do. */
export const restoreTable = async (asked: Asked, outside: Outside): Promise<Restored> => {
  const { table, from, only, backUp, isDryRun } = asked
  const { dynamodb, tables, adapters } = outside
  let counting: ReturnType<typeof readPlacesHeld> | undefined
  const placesHeld = () => (counting ??= readPlacesHeld(dynamodb, tables))
  const planRow = planRowsOf(table, { backUp, moment: adapters.moment(), placesHeld })
  const people = restorer(asked, outside, planRow)

  const subjectOf = (item: Item) => item[subjectName[table]]?.S ?? ''
  for await (const page of everyPage(dynamodb, from)) {
    const wanted = page.filter((item) => only.size === 0 || only.has(subjectOf(item)))
    await Promise.all(
      [...Map.groupBy(wanted, subjectOf)].map(([subjectId, items]) => people.restore(subjectId, items)),
    )
  }
  const countsPlaces = table === 'referrals' || table === 'groups'
  return {
    ...people.told,
    recounted: countsPlaces ? await recountPlaces(dynamodb, tables, adapters, isDryRun) : [],
  }
}
