import { toBeChecked } from '../../domain/records/restore/intake-back.ts'
import { stopped } from '../../domain/records/restore/referral-back.ts'
import type { Adapters } from '../adapters.ts'
import type { Write } from '../commit.ts'
import type { TableName } from '../tables.ts'
import type { AboutSubject } from './about-subject.ts'
import type { Planned } from './plan-row.ts'
import { type Item, putBack } from './put-back.ts'

/** A row that comes back. */
export interface Coming {
  item: Item
  plan: Planned & { item: Item }
}

export interface Where {
  table: TableName
  tableName: string
  asOf: string
}

type Needs = Pick<
  Adapters,
  'chance' | 'clock' | 'commit' | 'intakes' | 'moment' | 'referrals' | 'tombstones' | 'trail'
>

const ofPeople: ReadonlySet<TableName> = new Set(['intakes', 'referrals', 'emails', 'trail'])

/** What tells rows of one subject apart: ids alone. */
const idsOf = ({ emailId, referralId }: Item, table: TableName) => ({
  ...(table === 'emails' && emailId?.S && { emailId: emailId.S }),
  ...(table === 'referrals' && referralId?.S && { referralId: referralId.S }),
})

/** The lines in the trail that say so: one for each row, or one for many lines of the trail itself. */
const marks = (subjectId: string, rows: readonly Coming[], { table, asOf }: Where, adapters: Needs) => {
  const about = ofPeople.has(table) ? subjectId : `${table}#${subjectId}`
  const codes =
    table === 'trail'
      ? [{ entries: String(rows.length) }]
      : rows.map(({ item, plan: { because } }) => ({ because, ...idsOf(item, table) }))
  return codes.map((one) =>
    adapters.trail.add({
      schema: 1,
      subjectId: about,
      entryId: adapters.chance.newId(),
      at: adapters.clock.iso(),
      by: 'machine',
      event: 'restored',
      codes: { table, asOf, ...one },
      consentVersion: null,
    }),
  )
}

const isToCheck = ({ plan: { because } }: Coming) => because === 'held' || because === 'letter-cancelled'

/** Staff look at a live request when something about it came back that may not be so any more. */
const check = async (
  rows: readonly Coming[],
  { table }: Where,
  about: AboutSubject,
  { intakes, moment }: Needs,
): Promise<Write<'changed-meanwhile'>[]> => {
  const intake = table !== 'intakes' && rows.some(isToCheck) ? await about.intake() : null
  const after = intake && toBeChecked(intake, moment())
  return intake && after && after !== intake ? [intakes.change(intake, after)] : []
}

/**
 * Writes rows of one subject, with all that follows, in one transaction: none of them, if one has changed since it was
 * compared, or if the person has been erased.
 */
export const writeRows = async (
  subjectId: string,
  rows: readonly Coming[],
  where: Where,
  about: AboutSubject,
  adapters: Needs,
) => {
  const { commit, referrals, tombstones } = adapters
  const { table, tableName } = where
  return commit([
    ...rows.flatMap(({ plan: { item, live, stops } }) => [
      putBack(table, tableName, item, live),
      ...(stops ? [referrals.change(stops, stopped(stops))] : []),
    ]),
    ...(ofPeople.has(table) ? [tombstones.none(subjectId)] : []),
    ...(await check(rows, where, about, adapters)),
    ...marks(subjectId, rows, where, adapters),
  ])
}
