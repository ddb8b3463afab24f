import { isDeepStrictEqual } from 'node:util'

import {
  type Asked,
  type Back,
  type Comparing,
  type Found,
  type Live,
  type Reason,
  compare,
} from '../../domain/records/restore/verdict.ts'
import type { Referral } from '../../domain/way/referral.ts'
import type { AboutSubject } from './about-subject.ts'
import type { Item } from './put-back.ts'

/** One kind of row: how its store reads and writes it, and how it comes back from a back-up. */
export interface Kind<Row> extends Comparing<Row> {
  read: (item: Item) => Row
  write: (row: Row) => Item
  /** What of a row is compared; all of it, where nothing is said. */
  compared?: (row: Row) => Row
  back: (
    restored: Row,
    live: Row | null,
    about: AboutSubject,
  ) => Promise<Back<Row> & { stops?: Referral | null }>
}

/** What is to be done with one row. */
export interface Planned {
  found: Found
  because: Reason
  /** The row to write, or null when nothing is written. */
  item: Item | null
  /** The live row that it was compared with. */
  live: Item | null
  /** A live referral whose clock has to stop with it. */
  stops: Referral | null
}

export type PlanRow = (
  item: Item,
  live: Item | null,
  about: AboutSubject,
  asked: Asked,
) => Promise<Planned | 'unreadable'>

const readOr = <Row>(read: (item: Item) => Row, item: Item): Row | undefined => {
  try {
    return read(item)
  } catch {
    return undefined
  }
}

/** Decides about rows of one kind. The tombstone is asked only where something would come back. */
export const planner =
  <Row>({ read, write, compared = (row) => row, back, ...comparing }: Kind<Row>): PlanRow =>
  async (item, liveItem, about, asked) => {
    const restored = readOr(read, item)
    if (restored === undefined) return 'unreadable'
    const liveRow = liveItem ? readOr(read, liveItem) : undefined
    const isSame =
      liveRow !== undefined && isDeepStrictEqual(write(compared(liveRow)), write(compared(restored)))
    const live: Live<Row> =
      liveRow === undefined
        ? { is: liveItem ? 'unreadable' : 'absent' }
        : { is: isSame ? 'same' : 'other', row: liveRow }

    const { found, stays } = compare(restored, live, asked, comparing)
    const nothing = { found, item: null, live: liveItem, stops: null }
    if (stays) return { ...nothing, because: stays }
    if (await about.isErased()) return { ...nothing, because: 'erased' }
    const { row, because, stops = null } = await back(restored, liveRow ?? null, about)
    return { found, because, item: row === null ? null : write(row), live: liveItem, stops }
  }
