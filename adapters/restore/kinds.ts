import { unmarshall } from '@aws-sdk/util-dynamodb'

import { type Group, groupSchema } from '../../domain/groups/group.ts'
import { type Email, emailSchema } from '../../domain/letters/email.ts'
import { emailBack, hasGoneFurther } from '../../domain/records/restore/email-back.ts'
import { groupBack } from '../../domain/records/restore/group-back.ts'
import { intakeBack } from '../../domain/records/restore/intake-back.ts'
import { backWhileItCounts, staffBack } from '../../domain/records/restore/kept-back.ts'
import { referralBack } from '../../domain/records/restore/referral-back.ts'
import type { BackUp } from '../../domain/records/restore/since.ts'
import { type TrailEntry, trailEntrySchema } from '../../domain/records/trail.ts'
import { type Staff, staffSchema } from '../../domain/staff/staff.ts'
import type { Moment } from '../../domain/time/moment.ts'
import { isoOf } from '../../domain/time/moment.ts'
import type { Intake } from '../../domain/way/intake.ts'
import type { Referral } from '../../domain/way/referral.ts'
import { emailRow } from '../email-store.ts'
import { type Feed, feedSchema } from '../feed-store.ts'
import { intakeOf, intakeRow } from '../intake-store.ts'
import { isPriceRow, priceRowOf } from '../price-store.ts'
import { referralOf, referralRow } from '../referral-store.ts'
import { fromItem, toItem } from '../rows.ts'
import type { TableName } from '../tables.ts'
import { tombstoneSchema } from '../tombstone-store.ts'
import { type Kind, type PlanRow, planner } from './plan-row.ts'

/** What a restore knows beside the rows. */
export interface Known {
  backUp: BackUp
  moment: Moment
  /** Places that the live referrals hold, by group; null when there is not one referral. */
  placesHeld: () => Promise<ReadonlyMap<string, number> | null>
}

const intakes = ({ backUp, moment }: Known): Kind<Intake> => ({
  read: intakeOf,
  write: intakeRow,
  isNewer: (live, restored) => live.revision > restored.revision,
  back: async (restored, live, about) => {
    const around = {
      live,
      trail: await about.trail(),
      letters: await about.letters(),
      referrals: await about.referrals(),
      backUp,
    }
    return intakeBack(restored, around, moment)
  },
})

const referrals = ({ backUp }: Known): Kind<Referral> => ({
  read: referralOf,
  write: referralRow,
  isNewer: (live, restored) => live.revision > restored.revision,
  back: async (restored, live, about) =>
    referralBack(restored, { live, intake: await about.intake(), trail: await about.trail(), backUp }),
})

const letters: Kind<Email> = {
  read: (item) => fromItem(emailSchema, item),
  write: emailRow,
  isNewer: hasGoneFurther,
  newerStays: 'went-further',
  back: async (restored) => emailBack(restored),
}

/** What is kept of an address beside the letters: that it refuses mail, and what it was sent of late. */
const addresses = ({ moment }: Known): Kind<{ expiresAt?: number }> => ({
  read: (item) => unmarshall(item),
  write: toItem,
  isNewer: () => true,
  newerStays: 'counts-on',
  back: async (restored) => backWhileItCounts(restored, moment.now.epochMilliseconds),
})

const groups = ({ placesHeld }: Known): Kind<Group> => ({
  read: (item) => fromItem(groupSchema, item),
  write: toItem,
  // Places are counted from the referrals; they make no group another one.
  compared: (group) => ({ ...group, placesTaken: 0 }),
  isNewer: (live, restored) => live.version > restored.version,
  back: async (restored, live) => groupBack(restored, { live, held: await placesHeld() }),
})

const trail: Kind<TrailEntry> = {
  read: (item) => fromItem(trailEntrySchema, item),
  write: toItem,
  isNewer: () => true,
  newerStays: 'append-only',
  back: async (restored) => ({ row: restored, because: 'as-it-was' }),
}

const staff = ({ moment }: Known): Kind<Staff> => ({
  read: (item) => fromItem(staffSchema, item),
  write: toItem,
  isNewer: (live, restored) => live.signedInAt > restored.signedInAt,
  back: async (restored) => staffBack(restored, isoOf(moment.now)),
})

const tombstones = ({ moment }: Known): Kind<{ intakeId: string; expiresAt: number }> => ({
  read: (item) => fromItem(tombstoneSchema, item),
  write: toItem,
  isNewer: (live, restored) => live.expiresAt > restored.expiresAt,
  newerStays: 'counts-on',
  back: async (restored) => backWhileItCounts(restored, moment.now.epochMilliseconds),
})

const feeds: Kind<Feed> = {
  read: (item) => fromItem(feedSchema, item),
  write: toItem,
  isNewer: (live, restored) => live.lastImportedAt > restored.lastImportedAt,
  back: async (restored) => ({ row: restored, because: 'as-it-was' }),
}

const prices: Kind<ReturnType<typeof priceRowOf>> = {
  read: priceRowOf,
  write: toItem,
  isNewer: (live, restored) => live.version > restored.version,
  back: async (restored) => ({ row: restored, because: 'as-it-was' }),
}

/** Decides about the rows of a table. */
export const planRowsOf = (table: TableName, known: Known): PlanRow => {
  switch (table) {
    case 'intakes':
      return planner(intakes(known))
    case 'referrals':
      return planner(referrals(known))
    case 'emails': {
      const [letter, address] = [planner(letters), planner(addresses(known))]
      return (item, ...rest) =>
        (item['subjectId']?.S?.startsWith('address#') ? address : letter)(item, ...rest)
    }
    case 'groups':
      return planner(groups(known))
    case 'trail':
      return planner(trail)
    case 'staff':
      return planner(staff(known))
    case 'tombstones':
      return planner(tombstones(known))
    case 'feeds': {
      const [feed, priced] = [planner(feeds), planner(prices)]
      return (item, ...rest) => (isPriceRow(item) ? priced : feed)(item, ...rest)
    }
  }
}
