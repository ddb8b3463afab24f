/** What the live table holds where a row of a back-up stood. */
export type Live<Row> =
  | { is: 'absent' }
  /** It is there, and its schema refuses it: it is damaged, or a newer version wrote it. */
  | { is: 'unreadable' }
  | { is: 'same' | 'other'; row: Row }

export type Found = 'missing' | 'same' | 'different' | 'newer'

/** What whoever restores has asked for. */
export interface Asked {
  /** Rows that differ are put back, too. */
  replace: boolean
  /** This very row, or its person, was named. */
  isNamed: boolean
}

/** Why a row comes back, or does not, as it is told to whoever restores. */
export const reasons = {
  'as-it-was': 'come back as they were',
  held: 'come back, and staff are asked to check them: more happened since, or nobody knows what did',
  'letter-cancelled': 'come back cancelled, and staff are asked to check: the letter may have gone out since',
  'notice-cancelled': 'come back cancelled: what staff have to do stands in their inbox',
  'signs-in-again': 'come back, and whoever it is signs in once more',
  'counted-anew': 'come back with the places that are taken now',
  same: 'stay as they are: they are as they were',
  differs: 'stay as they are, though they differ: --replace puts them back',
  newer: 'stay as they are, for they were written since: --replace with --only puts them back',
  unreadable: 'stay as they are, for they cannot be read: --replace with --only puts them back',
  'went-further': 'stay as they are: what was done with a letter cannot be undone',
  'counts-on': 'stay as they are: they count on by themselves',
  'append-only': 'stay as they are: what stands in the trail is never changed',
  'moved-on': 'stay away: the person has moved on from this place',
  'runs-out': 'stay away: they count for some days only',
  erased: 'stay away: the person was erased',
} as const

export type Reason = keyof typeof reasons

/** The row to write, or null when nothing is written. */
export interface Back<Row> {
  row: Row | null
  because: Reason
}

/** How rows of one kind stand to those of a back-up. */
export interface Comparing<Row> {
  /** Whether the live row was written since. */
  isNewer: (live: Row, restored: Row) => boolean
  /** Why a newer row stays even when it is named; absent where naming it is enough. */
  newerStays?: Reason
}

/**
 * How a row of a back-up stands to the live one, and why that one stays; `stays` is null when the row may come back. What
 * was written since goes only when it was named.
 */
export const compare = <Row>(
  restored: Row,
  live: Live<Row>,
  { replace, isNamed }: Asked,
  { isNewer, newerStays }: Comparing<Row>,
): { found: Found; stays: Reason | null } => {
  const isMeant = replace && isNamed
  switch (live.is) {
    case 'absent':
      return { found: 'missing', stays: null }
    case 'same':
      return { found: 'same', stays: 'same' }
    case 'unreadable':
      return { found: 'different', stays: isMeant ? null : 'unreadable' }
    case 'other':
      return isNewer(live.row, restored)
        ? { found: 'newer', stays: newerStays ?? (isMeant ? null : 'newer') }
        : { found: 'different', stays: replace ? null : 'differs' }
  }
}
