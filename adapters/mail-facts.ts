import { type DynamoDBClient, TransactGetItemsCommand } from '@aws-sdk/client-dynamodb'

import { type Email, emailSchema } from '../domain/letters/email.ts'
import { type Intake } from '../domain/way/intake.ts'
import { type Referral } from '../domain/way/referral.ts'
import { intakeOf } from './intake-store.ts'
import { referralOf } from './referral-store.ts'
import { fromItem } from './rows.ts'
import { type Patience, withoutConflict } from './without-conflict.ts'

/** An e-mail with what it is about, all of one moment. Null where there is nothing any more. */
export interface MailFacts {
  email: Email | null
  intake: Intake | null
  referral: Referral | null
}

type Tables = Record<'emails' | 'intakes' | 'referrals', string>

/** Reads all that an e-mail is written from, in one call. */
export const mailFacts = (dynamodb: DynamoDBClient, tables: Tables, patience: Patience) => ({
  async find(subjectId: string, occurrence: string, referralId: string | null): Promise<MailFacts> {
    const command = new TransactGetItemsCommand({
      TransactItems: [
        {
          Get: {
            TableName: tables.emails,
            Key: { subjectId: { S: subjectId }, occurrence: { S: occurrence } },
          },
        },
        { Get: { TableName: tables.intakes, Key: { intakeId: { S: subjectId } } } },
        ...(referralId
          ? [{ Get: { TableName: tables.referrals, Key: { referralId: { S: referralId } } } }]
          : []),
      ],
    })
    const { Responses } = await withoutConflict(patience, () => dynamodb.send(command))
    const [email, intake, referral] = (Responses ?? []).map(({ Item }) => Item)
    return {
      email: email ? fromItem(emailSchema, email) : null,
      intake: intake ? intakeOf(intake) : null,
      referral: referral ? referralOf(referral) : null,
    }
  },
})
