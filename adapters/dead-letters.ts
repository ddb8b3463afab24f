import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ListMessageMoveTasksCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
  SendMessageCommand,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs'

/** A queue, and the place for what it could not do. */
export interface QueueUrls {
  url: string
  deadLettersUrl: string
}

/** A message that was set aside. Its body may hold what a person told us: read it, and show none of it. */
export interface SetAside {
  messageId: string
  body: string
  sentAt: number
  /** When SQS drops it, wherever it waits: counted from when it was first sent. */
  goneAt: number
  /** Tries of the function and looks of this command together. */
  timesReceived: number
}

/** Long enough to look at a hundred; should this process die meanwhile, they are back by themselves after that. */
const lookSeconds = 30
const moveSeconds = 120

/** SQS takes no more in one call. */
const batchSize = 10

const attribute = (message: Message, name: 'SentTimestamp' | 'ApproximateReceiveCount') =>
  Number(message.Attributes?.[name] ?? 0)

/** Messages that failed five times, and the way back into their queue. */
export const deadLetters = (
  sqs: SQSClient,
  { url, deadLettersUrl }: QueueUrls,
  pause: (milliseconds: number) => Promise<unknown>,
) => {
  const attributesOf = async (QueueUrl: string) => {
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    )
    return Attributes ?? {}
  }

  /** A long poll asks every server of SQS: one that is too short misses messages. */
  const receive = async (VisibilityTimeout: number) => {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: deadLettersUrl,
        MaxNumberOfMessages: batchSize,
        VisibilityTimeout,
        WaitTimeSeconds: 1,
        MessageSystemAttributeNames: ['SentTimestamp', 'ApproximateReceiveCount'],
      }),
    )
    return Messages
  }

  const giveBack = async (messages: readonly Message[]) => {
    for (let from = 0; from < messages.length; from += batchSize)
      await sqs.send(
        new ChangeMessageVisibilityBatchCommand({
          QueueUrl: deadLettersUrl,
          Entries: messages.slice(from, from + batchSize).map(({ ReceiptHandle }, index) => ({
            Id: String(index),
            ReceiptHandle,
            VisibilityTimeout: 0,
          })),
        }),
      )
  }

  /** About how many wait; those that somebody is looking at right now are counted as well. */
  const count = async () => {
    const attributes = await attributesOf(deadLettersUrl)
    return (
      Number(attributes.ApproximateNumberOfMessages) +
      Number(attributes.ApproximateNumberOfMessagesNotVisible)
    )
  }

  /** The messages, at most so many, which are back in their place when this returns. */
  const look = async (most: number): Promise<SetAside[]> => {
    const { MessageRetentionPeriod } = await attributesOf(deadLettersUrl)
    const seen = new Map<string, Message>()
    try {
      while (seen.size < most) {
        const messages = await receive(lookSeconds)
        for (const message of messages) seen.set(message.MessageId ?? '', message)
        if (messages.length === 0) break
      }
    } finally {
      await giveBack([...seen.values()])
    }
    return [...seen].map(([messageId, message]) => {
      const sentAt = attribute(message, 'SentTimestamp')
      return {
        messageId,
        body: message.Body ?? '',
        sentAt,
        goneAt: sentAt + Number(MessageRetentionPeriod) * 1000,
        timesReceived: attribute(message, 'ApproximateReceiveCount'),
      }
    })
  }

  /**
   * Moves those that `mayGo` says, one after the other: sent first and deleted afterwards, so that a crash in between
   * leaves a second copy, which does nothing twice, and never loses one. The others are given back.
   */
  const moveEach = async (mayGo: (body: string) => boolean, onProgress: (moved: number) => void) => {
    const staying = new Map<string, Message>()
    let moved = 0
    try {
      for (let messages = await receive(moveSeconds); messages.length > 0;) {
        for (const message of messages) {
          const { MessageId = '', ReceiptHandle, Body = '' } = message
          if (mayGo(Body)) {
            await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: Body }))
            await sqs.send(new DeleteMessageCommand({ QueueUrl: deadLettersUrl, ReceiptHandle }))
            moved += 1
          } else staying.set(MessageId, message)
        }
        onProgress(moved)
        messages = await receive(moveSeconds)
      }
    } finally {
      await giveBack([...staying.values()])
    }
    return { moved, left: staying.size }
  }

  const lastTask = async (SourceArn: string | undefined) => {
    const { Results } = await sqs.send(new ListMessageMoveTasksCommand({ SourceArn, MaxResults: 1 }))
    return Results?.[0]
  }

  /**
   * Has SQS move all of them, and waits until it has. SQS runs one such task for a queue at a time, so one that runs
   * already is followed; it takes up to 500 messages a second, and 36 hours at most. The target is named because messages
   * that came from a topic know no queue to go back to.
   * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html
   */
  const moveAll = async (onProgress: (moved: number) => void) => {
    const [from, to] = await Promise.all([attributesOf(deadLettersUrl), attributesOf(url)])
    const SourceArn = from.QueueArn
    const before = await lastTask(SourceArn)
    const isFollowing = before?.Status === 'RUNNING'
    if (!isFollowing)
      await sqs.send(new StartMessageMoveTaskCommand({ SourceArn, DestinationArn: to.QueueArn }))
    for (;;) {
      const task = await lastTask(SourceArn)
      const isOurs = isFollowing || task?.StartedTimestamp !== before?.StartedTimestamp
      const moved = (isOurs && task?.ApproximateNumberOfMessagesMoved) || 0
      onProgress(moved)
      if (isOurs && task?.Status === 'COMPLETED') return { moved, left: 0 }
      if (isOurs && task?.Status !== 'RUNNING')
        throw new Error(
          `SQS stopped moving messages, after ${moved} of them: ${task?.FailureReason ?? task?.Status ?? 'it does not say why'}.`,
        )
      await pause(2000)
    }
  }

  return { count, look, moveEach, moveAll }
}
