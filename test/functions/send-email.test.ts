import { TransactGetItemsCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { SendRawEmailCommand } from '@aws-sdk/client-ses'
import { marshall } from '@aws-sdk/util-dynamodb'
import { describe, expect, it } from 'vitest'

import { nudgeFor } from '../../domain/letters/email-nudge.ts'
import { type Email, maxUnknownOutcomes, newEmail } from '../../domain/letters/email.ts'
import type { Intake } from '../../domain/way/intake.ts'
import { intakeAfter, outcomeOf } from '../../domain/way/outcome.ts'
import { handler } from '../../functions/send-email.ts'
import { aMoment, aSafeContact, anIntake, anOffice, monday9am } from '../support/builders.ts'
import { context, queueEvent } from '../support/events.ts'
import { logLinesOf } from '../support/log-lines.ts'
import { mockAws } from '../support/mocked-aws.ts'

const aReceipt = (): Email =>
  newEmail(
    {
      subjectId: anIntake().intakeId,
      occurrence: 'receipt#first',
      emailId: '019ab123-4567-7abc-8def-00000000000e',
      template: 'receipt',
      to: 'person',
      addressHash: 'hash-of-robin',
    },
    '2026-11-23T17:00:00.000Z',
  )

const aStaffEmail = (): Email =>
  newEmail(
    {
      subjectId: anIntake().intakeId,
      occurrence: 'staff-next-action#find-another-way',
      emailId: '019ab123-4567-7abc-8def-00000000000f',
      template: 'staff-next-action',
      to: 'staff',
      action: 'find-another-way',
    },
    '2026-11-23T17:00:00.000Z',
  )

const aKeptIntake = (given: Partial<Intake> = {}): Intake => ({
  ...intakeAfter(anIntake(), null, outcomeOf(anIntake(), null, monday9am, anOffice()), aMoment()),
  ...given,
})

const withFacts = (
  intake: Intake | null,
  email: Email = { ...aReceipt(), state: 'sending', attempts: 1 },
) => {
  const aws = mockAws()
  aws.dynamodb.on(TransactWriteItemsCommand).resolves({})
  aws.dynamodb.on(TransactGetItemsCommand).resolves({
    Responses: [
      { Item: marshall(email, { removeUndefinedValues: true }) },
      intake ? { Item: marshall(intake, { removeUndefinedValues: true }) } : {},
    ],
  })
  aws.ses.on(SendRawEmailCommand).resolves({ MessageId: 'ses-1' })
  return aws
}

const run = (email = aReceipt()) => handler(queueEvent(nudgeFor(email)), context)

const lastWrite = ({ dynamodb }: ReturnType<typeof mockAws>) =>
  dynamodb.commandCalls(TransactWriteItemsCommand).at(-1)?.args[0].input.TransactItems ?? []

describe('send-email', () => {
  it('claims, reads, sends and marks: four calls', async () => {
    const aws = withFacts(aKeptIntake())

    await run()

    expect([...aws.dynamodb.calls(), ...aws.ses.calls()]).toHaveLength(4)
    expect(lastWrite(aws)[0]?.Put?.Item).toMatchObject({ state: { S: 'sent' }, sesMessageId: { S: 'ses-1' } })
  })

  it('tags the mail with its id, so that SES can report on it', async () => {
    const { ses } = withFacts(aKeptIntake())

    await run()

    expect(ses.commandCalls(SendRawEmailCommand)[0]?.args[0].input).toMatchObject({
      ConfigurationSetName: 'open-circle',
      Tags: [{ Name: 'emailId', Value: aReceipt().emailId }],
      Destinations: ['robin.vale@example.org'],
    })
  })

  it('writes to staff in a way that no bounce of theirs can silence', async () => {
    const { ses } = withFacts(aKeptIntake(), {
      ...aStaffEmail(),
      state: 'sending',
      attempts: 1,
    })

    await run(aStaffEmail())

    expect(ses.commandCalls(SendRawEmailCommand)[0]?.args[0].input).toMatchObject({
      ConfigurationSetName: 'open-circle-to-staff',
      Destinations: ['intake@riverside.example.org'],
    })
  })

  it('does nothing more when it does not know whether SES took it', async () => {
    const aws = withFacts(aKeptIntake())
    aws.ses.on(SendRawEmailCommand).rejects(new Error('socket hang up'))

    await run()

    expect(aws.ses.calls()).toHaveLength(1)
    expect(aws.dynamodb.commandCalls(TransactWriteItemsCommand)).toHaveLength(1)
  })

  it.each([
    ['who was erased', null, 'erased'],
    ['who withdrew', aKeptIntake({ state: 'withdrawn' }), 'no-longer-true'],
    [
      'who has said since that mail is not safe',
      aKeptIntake({ safeContact: aSafeContact({ channels: ['none'] }) }),
      'not-safe-to-mail',
    ],
  ])('writes to nobody %s', async (_, intake, because) => {
    const aws = withFacts(intake)

    await run()

    expect(aws.ses.calls()).toEqual([])
    expect(lastWrite(aws)[0]?.Put?.Item).toMatchObject({
      state: { S: 'cancelled' },
      cancelledBecause: { S: because },
    })
  })

  it('goes back for the new address when the person has given another since', async () => {
    const aws = withFacts(aKeptIntake({ emailHash: 'hash-of-another' }))

    await run()

    expect(aws.ses.calls()).toEqual([])
    expect(lastWrite(aws)[0]?.Update?.ExpressionAttributeValues).toMatchObject({
      ':pending': { S: 'pending' },
      ':addressHash': { S: 'hash-of-another' },
      ':counted': { BOOL: false },
    })
  })

  it.each([
    ['the first try to an address', { attempts: 0 }, 1],
    ['the first try to an address that was given later', { attempts: 1, isCounted: false }, 1],
    ['no second try', { attempts: 1, isCounted: true }, 0],
    ['no second try of an earlier version’s', { attempts: 1 }, 0],
  ])('counts against the limits of an address: %s', async (_, given, times) => {
    const aws = withFacts(aKeptIntake())

    await run({ ...aReceipt(), ...given })

    const [claim] = aws.dynamodb.commandCalls(TransactWriteItemsCommand)
    const counted = claim?.args[0].input.TransactItems?.filter(
      ({ Update }) => Update?.Key?.['subjectId']?.S === 'address#hash-of-robin',
    )
    expect(counted).toHaveLength(times)
  })

  it('says aloud that a letter is given up before it writes so, so that a machine that dies in between silences nobody', async () => {
    const email: Email = { ...aStaffEmail(), state: 'sending', unknownOutcomes: maxUnknownOutcomes }
    const aws = withFacts(aKeptIntake(), email)
    aws.dynamodb.on(TransactWriteItemsCommand).resolvesOnce({}).rejects(new Error('the machine dies'))

    const lines = await logLinesOf(() => run(email))

    expect(lines).toContainEqual({
      level: 'error',
      event: 'email-failed',
      emailId: email.emailId,
      code: 'outcome-unknown',
    })
  })
})
