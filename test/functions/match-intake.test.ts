import {
  BatchGetItemCommand,
  TransactWriteItemsCommand,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb'
import { SendMessageBatchCommand } from '@aws-sdk/client-sqs'
import { marshall } from '@aws-sdk/util-dynamodb'
import { describe, expect, it } from 'vitest'

import { handler } from '../../functions/match-intake.ts'
import { localTables } from '../../local/create-tables.ts'
import { aGroup, anIntake } from '../support/builders.ts'
import { context, queueEvent } from '../support/events.ts'
import { mockAws } from '../support/mocked-aws.ts'

const submitted = (given: Parameters<typeof anIntake>[0] = {}) => ({
  schema: 1,
  kind: 'submitted',
  intake: anIntake(given),
})

/** As the SDK throws it when it has tried in vain. */
const away = Object.assign(new Error('DynamoDB is away'), { $metadata: { attempts: 3 } })

const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: '',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  })

describe('match-intake', () => {
  it('stores a referral with one transaction and asks for its mails with one message, once it is warm', async () => {
    const { dynamodb, sqs } = mockAws({ groups: [aGroup()] })
    await handler(queueEvent(submitted()), context)
    dynamodb.resetHistory()
    sqs.resetHistory()

    const answer = await handler(queueEvent(submitted()), context)

    expect(answer).toEqual({ batchItemFailures: [] })
    expect(dynamodb.calls().map(({ args }) => args[0].constructor.name)).toEqual([
      'TransactWriteItemsCommand',
    ])
    expect(sqs.calls()).toHaveLength(1)
  })

  it('writes intake, place, referral, mails and trail together or not at all', async () => {
    const { dynamodb } = mockAws({ groups: [aGroup()] })

    await handler(queueEvent(submitted()), context)

    const [call] = dynamodb.commandCalls(TransactWriteItemsCommand)
    const tables = call?.args[0].input.TransactItems?.map((item) => Object.values(item)[0]?.TableName)
    expect(tables).toEqual([
      'open-circle-intakes',
      'open-circle-tombstones',
      'open-circle-groups',
      'open-circle-referrals',
      'open-circle-emails',
      'open-circle-emails',
      'open-circle-trail',
    ])
  })

  it('tries again when another transaction was in the way: that is not a place taken', async () => {
    const { dynamodb } = mockAws({ groups: [aGroup()] })
    dynamodb
      .on(TransactWriteItemsCommand)
      .rejectsOnce(cancelled('None', 'None', 'TransactionConflict'))
      .resolves({})

    await handler(queueEvent(submitted()), context)

    expect(dynamodb.commandCalls(TransactWriteItemsCommand)).toHaveLength(2)
  })

  it('takes another group when one refuses each time, though everything it reads says that it has places', async () => {
    const { dynamodb } = mockAws({ groups: [aGroup(), aGroup({ groupId: 'riverside/spare' })] })
    const refusal = cancelled('None', 'None', 'ConditionalCheckFailed')
    dynamodb.on(TransactWriteItemsCommand).rejectsOnce(refusal).rejectsOnce(refusal).resolves({})

    await handler(queueEvent(submitted()), context)

    const held = dynamodb
      .commandCalls(TransactWriteItemsCommand)
      .map(({ args }) => args[0].input.TransactItems?.[2]?.Update?.Key?.['groupId']?.S)
    expect(held).toEqual(['riverside/spare', 'riverside/spare', 'riverside/steady-ground'])
  })

  it('reads again what DynamoDB left of a batch of groups when it was busy', async () => {
    const { dynamodb } = mockAws({ groups: [aGroup()] })
    const Keys = [{ groupId: { S: aGroup().groupId } }]
    dynamodb
      .on(BatchGetItemCommand)
      .resolvesOnce({ Responses: {}, UnprocessedKeys: { [localTables.groups]: { Keys } } })
      .resolves({ Responses: { [localTables.groups]: [marshall(aGroup())] } })

    await handler(queueEvent(submitted()), context)

    expect(dynamodb.commandCalls(BatchGetItemCommand)).toHaveLength(2)
    const [call] = dynamodb.commandCalls(TransactWriteItemsCommand)
    expect(call?.args[0].input.TransactItems?.[2]?.Update?.Key).toEqual(Keys[0])
  })

  it('is done when the nudge cannot be sent: the mails are written down', async () => {
    const { sqs } = mockAws({ groups: [aGroup()] })
    sqs.on(SendMessageBatchCommand).rejects(new Error('SQS is away'))

    expect(await handler(queueEvent(submitted()), context)).toEqual({ batchItemFailures: [] })
  })

  it('gives a person to staff when choosing goes wrong: a bug must not cost anyone', async () => {
    const { dynamodb } = mockAws({ groups: [aGroup({ timeZone: 'America/Chicago', sessions: [] })] })
    dynamodb.on(TransactWriteItemsCommand).resolves({})

    await handler(queueEvent(submitted({ asks: { zip: null, usState: null } })), context)

    const [call] = dynamodb.commandCalls(TransactWriteItemsCommand)
    expect(call?.args[0].input.TransactItems?.[0]?.Put?.Item).toMatchObject({
      state: { S: 'needs-staff' },
      needsStaffBecause: { S: 'could-not-be-matched' },
    })
  })

  it('gives a person to staff when DynamoDB finds a write of ours wrong: it would be wrong each time', async () => {
    const { dynamodb } = mockAws({ groups: [aGroup()] })
    const wrong = Object.assign(new Error('wrong'), {
      name: 'ValidationException',
      $fault: 'client',
      $metadata: {},
    })
    dynamodb.on(TransactWriteItemsCommand).rejectsOnce(wrong).resolves({})

    const answer = await handler(queueEvent(submitted()), context)

    expect(answer).toEqual({ batchItemFailures: [] })
    expect(dynamodb.commandCalls(TransactWriteItemsCommand)).toHaveLength(2)
  })

  it('does not bring back someone who was erased', async () => {
    const { dynamodb, sqs } = mockAws({ groups: [aGroup()] })
    dynamodb.on(TransactWriteItemsCommand).rejects(cancelled('None', 'ConditionalCheckFailed'))

    expect(await handler(queueEvent(submitted()), context)).toEqual({ batchItemFailures: [] })
    expect(sqs.calls()).toEqual([])
  })

  it('sends back the one message that failed and keeps the others', async () => {
    const { dynamodb } = mockAws({ groups: [aGroup()] })
    dynamodb.on(TransactWriteItemsCommand).resolvesOnce({}).rejects(away)

    const answer = await handler(queueEvent(submitted(), submitted(), 'not a message'), context)

    expect(answer.batchItemFailures).toEqual([
      { itemIdentifier: 'message-1' },
      { itemIdentifier: 'message-2' },
    ])
  })
})
