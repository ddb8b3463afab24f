import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type * as z from 'zod/mini'

import type { TableName } from '../../adapters/tables.ts'
import { type Group, groupSchema } from '../../domain/groups/group.ts'
import { type Email, emailSchema } from '../../domain/letters/email.ts'
import { type TrailEntry, trailEntrySchema } from '../../domain/records/trail.ts'
import { type Intake, intakeSchema } from '../../domain/way/intake.ts'
import { type Referral, referralSchema } from '../../domain/way/referral.ts'
import { localTables } from '../../local/create-tables.ts'
import type { dynamodbModel } from './aws/dynamodb/model.ts'

type Item = Record<string, AttributeValue>

/** Reads a row once: the model replaces a row that is written, and never changes one. */
const reader = <Row>(schema: z.ZodMiniType<Row>, absent: object = {}) => {
  const read = new WeakMap<Item, Row>()
  return (item: Item): Row => {
    const known = read.get(item)
    if (known !== undefined) return known
    const row = schema.parse({ ...absent, ...unmarshall(item) })
    // Rows are objects; the schema's type does not say so.
    read.set(item, row)
    return row
  }
}

const readIntake = reader<Intake>(intakeSchema, { emailHash: null, phoneHash: null })
const readReferral = reader<Referral>(referralSchema)
const readGroup = reader<Group>(groupSchema)
const readEmail = reader<Email>(emailSchema)
const readEntry = reader<TrailEntry>(trailEntrySchema)

/** The tables as someone sees them who stands beside the product, and in nobody's way. */
export const tablesSeen = (dynamodb: ReturnType<typeof dynamodbModel>) => {
  const items = (table: TableName): readonly Item[] => dynamodb.rows(localTables[table])

  return {
    intakes: () => items('intakes').map(readIntake),
    referrals: () => items('referrals').map(readReferral),
    groups: () => items('groups').map(readGroup),
    emails: () =>
      items('emails')
        .filter(({ emailId }) => emailId !== undefined)
        .map(readEmail),
    trail: () => items('trail').map(readEntry),
    /** Since when an address takes no mail; by its hash. */
    refusesSince: (addressHash: string): string | null =>
      items('emails').find(
        ({ subjectId, occurrence }) =>
          subjectId?.S === `address#${addressHash}` && occurrence?.S === 'refuses-mail',
      )?.['since']?.S ?? null,
    /** Every moment at which the sweeper has to look at something. */
    lookAts: (): number[] =>
      (['intakes', 'referrals', 'emails'] as const).flatMap((table) =>
        items(table).flatMap(({ sweepAt, nextTryAt, dueShard }) =>
          dueShard ? [Date.parse((sweepAt ?? nextTryAt)?.S ?? '')] : [],
        ),
      ),
  }
}
