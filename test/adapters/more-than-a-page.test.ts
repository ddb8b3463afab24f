import { DynamoDBClient, QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { describe, expect, it } from 'vitest'

import { emailStore } from '../../adapters/email-store.ts'
import { inbox } from '../../adapters/inbox.ts'
import { referralStore } from '../../adapters/referral-store.ts'
import { newEmail } from '../../domain/letters/email.ts'
import { mockedClient } from '../support/mocked-client.ts'

const email = (occurrence: string) =>
  marshall(
    newEmail(
      {
        subjectId: '019ab123-4567-7abc-8def-0123456789ab',
        occurrence,
        emailId: '019ab123-4567-7abc-8def-00000000000e',
        template: 'receipt',
        to: 'person',
      },
      '2026-11-23T17:00:00.000Z',
    ),
  )

describe('what DynamoDB answers in pages of a megabyte', () => {
  const client = new DynamoDBClient({ region: 'us-east-1' })
  const next = { inboxOwner: { S: 'staff' } }

  it('is counted to the last page, so that the morning’s mail names all that waits', async () => {
    mockedClient(DynamoDBClient)
      .on(QueryCommand)
      .resolves({ Count: 300, LastEvaluatedKey: next })
      .on(QueryCommand, { ExclusiveStartKey: next })
      .resolves({ Count: 50 })

    const all = await inbox(client, { intakes: 'intakes', referrals: 'referrals' }).countDueBy(
      'staff',
      '9999',
    )

    expect(all).toBe(2 * 350)
  })

  it('is read to the last page, so that staff see every e-mail about a person', async () => {
    mockedClient(DynamoDBClient)
      .on(QueryCommand)
      .resolves({ Items: [email('first')], LastEvaluatedKey: next })
      .on(QueryCommand, { ExclusiveStartKey: next })
      .resolves({ Items: [email('second')] })

    const about = await emailStore(client, 'emails').about('019ab123-4567-7abc-8def-0123456789ab')

    expect(about.map(({ occurrence }) => occurrence)).toEqual(['first', 'second'])
  })

  it('is looked through to the last page each night, the rows that cannot be read by their ids', async () => {
    const ofAnotherVersion = { ...email('second'), schema: { N: '2' } }
    const counter = { subjectId: { S: 'address#hash' }, occurrence: { S: 'sent#receipt' } }
    mockedClient(DynamoDBClient)
      .on(ScanCommand)
      .resolves({ Items: [email('first'), counter], LastEvaluatedKey: next })
      .on(ScanCommand, { ExclusiveStartKey: next })
      .resolves({ Items: [ofAnotherVersion] })

    const pages: unknown[] = []
    for await (const page of emailStore(client, 'emails').every()) pages.push(page)

    expect(pages).toEqual([
      { rows: [expect.objectContaining({ occurrence: 'first' })], unread: [] },
      {
        rows: [],
        unread: [
          {
            subjectId: '019ab123-4567-7abc-8def-0123456789ab',
            emailId: '019ab123-4567-7abc-8def-00000000000e',
          },
        ],
      },
    ])
  })

  it('counts every referral to a group, however many there are', async () => {
    mockedClient(DynamoDBClient)
      .on(QueryCommand)
      .resolves({ Items: [{ referralId: { S: 'one' } }], LastEvaluatedKey: next })
      .on(QueryCommand, { ExclusiveStartKey: next })
      .resolves({ Items: [{ referralId: { S: 'two' } }] })

    expect(await referralStore(client, 'referrals').idsInGroup('a/group')).toEqual(['one', 'two'])
  })
})
