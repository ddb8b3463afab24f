import { GetItemCommand, QueryCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { describe, expect, it } from 'vitest'

import { type Email, newEmail } from '../../domain/letters/email.ts'
import { handler } from '../../functions/record-delivery.ts'
import { anIntake } from '../support/builders.ts'
import { context, queueEvent } from '../support/events.ts'
import { logLinesOf } from '../support/log-lines.ts'
import { mockAws } from '../support/mocked-aws.ts'

const sent: Email = {
  ...newEmail(
    {
      subjectId: anIntake().intakeId,
      occurrence: 'staff-next-action#read-form',
      emailId: '019ab123-4567-7abc-8def-00000000000f',
      template: 'staff-next-action',
      to: 'staff',
      action: 'read-form',
    },
    '2026-11-23T17:00:00.000Z',
  ),
  state: 'sent',
}

const bounce = {
  eventType: 'Bounce',
  mail: { messageId: 'ses-1', tags: { emailId: [sent.emailId] } },
  bounce: { bounceType: 'Permanent' },
}

describe('record-delivery', () => {
  it('says aloud that staff cannot be reached before it writes so, so that a machine that dies in between silences nobody', async () => {
    const { dynamodb } = mockAws()
    const Item = marshall(sent, { removeUndefinedValues: true })
    dynamodb.on(QueryCommand).resolves({ Items: [Item] })
    dynamodb.on(GetItemCommand).resolves({ Item })
    dynamodb.on(TransactWriteItemsCommand).rejects(new Error('the machine dies'))

    const lines = await logLinesOf(() => handler(queueEvent(bounce), context))

    expect(lines).toContainEqual({
      level: 'error',
      event: 'staff-address-bounced',
      emailId: sent.emailId,
      code: 'Permanent',
    })
  })
})
