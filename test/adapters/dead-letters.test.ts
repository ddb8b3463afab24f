import {
  GetQueueAttributesCommand,
  ListMessageMoveTasksCommand,
  ReceiveMessageCommand,
  SQSClient,
  SendMessageCommand,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs'
import { mockClient } from 'aws-sdk-client-mock'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { type QueueUrls, deadLetters } from '../../adapters/dead-letters.ts'
import { startSqs } from '../../local/embedded/sqs.ts'
import { createQueues } from '../../local/queues.ts'
import { sqsClient } from '../support/sqs-client.ts'

const atOnce = async () => {}
const nobodyListens = () => {}
const mocked = () => mockClient(SQSClient)

describe('messages that were set aside', () => {
  let server: Awaited<ReturnType<typeof startSqs>>
  let sqs: SQSClient
  let urls: QueueUrls
  let queue: ReturnType<typeof deadLetters>

  beforeEach(async () => {
    server = await startSqs()
    sqs = sqsClient(server.endpoint)
    urls = (await createQueues(sqs, 30)).intakes
    queue = deadLetters(sqs, urls, atOnce)
  })
  afterEach(async () => {
    sqs.destroy()
    await server.stop()
  })

  const setAside = async (...bodies: string[]) => {
    for (const MessageBody of bodies)
      await sqs.send(new SendMessageCommand({ QueueUrl: urls.deadLettersUrl, MessageBody }))
  }
  const bodiesIn = async (QueueUrl: string) => {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 0 }),
    )
    return Messages.map(({ Body = '' }) => Body).toSorted((one, other) => one.localeCompare(other))
  }
  const waiting = async (QueueUrl: string) => {
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    )
    return Attributes?.ApproximateNumberOfMessages
  }

  it('can be looked at, and are in their place again at once', async () => {
    const names = Array.from({ length: 23 }, (_, index) => `message ${index}`)
    await setAside(...names)

    const seen = await queue.look(100)

    expect(seen.map(({ body }) => body).toSorted()).toEqual(names.toSorted())
    expect(await waiting(urls.deadLettersUrl)).toBe('23')
    expect(await queue.count()).toBe(23)
  })

  it('are counted past those that are looked at', async () => {
    await setAside(...Array.from({ length: 23 }, (_, index) => `message ${index}`))

    expect((await queue.look(10)).length).toBe(10)
    expect(await queue.count()).toBe(23)
  })

  it('say how long they have waited and when SQS drops them', async () => {
    await setAside('one')

    const [one] = await queue.look(100)

    expect(Date.now() - Number(one?.sentAt)).toBeLessThan(60_000)
    expect(Number(one?.goneAt) - Number(one?.sentAt)).toBe(4 * 86_400_000)
    expect(one?.timesReceived).toBe(1)
  })

  it('go back to their queue, all of them or some; the others stay, and can be seen at once', async () => {
    await setAside('good', 'bad', 'good too')

    const result = await queue.moveEach((body) => body !== 'bad', nobodyListens)

    expect(result).toEqual({ moved: 2, left: 1 })
    expect(await bodiesIn(urls.url)).toEqual(['good', 'good too'])
    expect(await bodiesIn(urls.deadLettersUrl)).toEqual(['bad'])
  })

  it('are still there when sending them back fails', async () => {
    await setAside('good')
    const away = deadLetters(sqs, { ...urls, url: `${urls.url}-away` }, atOnce)

    await expect(away.moveEach(() => true, nobodyListens)).rejects.toThrow('does not exist')

    expect(await queue.count()).toBe(1)
  })
})

describe('moving all of a queue on AWS', () => {
  const from = 'arn:aws:sqs:us-east-1:1:dead'
  const to = 'arn:aws:sqs:us-east-1:1:work'
  const urls = { url: 'https://sqs/work', deadLettersUrl: 'https://sqs/dead' }
  let sqs: ReturnType<typeof mocked>

  beforeEach(() => {
    sqs = mocked()
    sqs.on(GetQueueAttributesCommand, { QueueUrl: urls.url }).resolves({ Attributes: { QueueArn: to } })
    sqs
      .on(GetQueueAttributesCommand, { QueueUrl: urls.deadLettersUrl })
      .resolves({ Attributes: { QueueArn: from } })
    sqs.on(StartMessageMoveTaskCommand).resolves({ TaskHandle: 'handle' })
  })
  afterEach(() => sqs.restore())

  const tasks = (...told: object[]) => {
    const answers = sqs.on(ListMessageMoveTasksCommand)
    for (const task of told) answers.resolvesOnce({ Results: [task] })
  }
  const moveAll = (onProgress: (moved: number) => void = nobodyListens) =>
    deadLetters(new SQSClient({ region: 'us-east-1' }), urls, atOnce).moveAll(onProgress)
  const starts = () => sqs.commandCalls(StartMessageMoveTaskCommand).map(({ args }) => args[0].input)

  const yesterday = { Status: 'COMPLETED', StartedTimestamp: 1, ApproximateNumberOfMessagesMoved: 99 }
  const today = (Status: string, ApproximateNumberOfMessagesMoved: number) => ({
    Status,
    StartedTimestamp: 2,
    ApproximateNumberOfMessagesMoved,
  })

  it('names where to, because what came from a topic knows no way back, and tells how far it is', async () => {
    tasks(yesterday, today('RUNNING', 3), today('COMPLETED', 7))
    const told: number[] = []

    const result = await moveAll((moved) => told.push(moved))

    expect(starts()).toEqual([{ SourceArn: from, DestinationArn: to }])
    expect(told).toEqual([3, 7])
    expect(result).toEqual({ moved: 7, left: 0 })
  })

  it('does not take the end of an earlier move for its own', async () => {
    tasks(yesterday, yesterday, today('COMPLETED', 2))

    expect(await moveAll()).toEqual({ moved: 2, left: 0 })
  })

  it('follows a move that is under way and starts no second one', async () => {
    tasks(today('RUNNING', 1), today('RUNNING', 4), today('COMPLETED', 5))

    expect(await moveAll()).toEqual({ moved: 5, left: 0 })
    expect(starts()).toEqual([])
  })

  it('says why SQS stopped', async () => {
    tasks({}, { ...today('FAILED', 1), FailureReason: 'AccessDenied' })

    await expect(moveAll()).rejects.toThrow('SQS stopped moving messages, after 1 of them: AccessDenied.')
  })
})
