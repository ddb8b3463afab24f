import { ChangeMessageVisibilityCommand, GetQueueUrlCommand } from '@aws-sdk/client-sqs'
import { describe, expect, it } from 'vitest'

import { useQueues } from './sqs-connection.ts'
import type { ConnectSqs } from './sqs-connection.ts'

export const messagesContract = (name: string, connect: ConnectSqs) =>
  describe.concurrent(`${name}: messages`, () => {
    const { client, create, send, receive, bodies, remove, attributes } = useQueues(connect)

    const setVisibility = (QueueUrl: string, ReceiptHandle: string | undefined, VisibilityTimeout: number) =>
      client().send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }))

    it('finds a queue that was created, and creates it only once', async () => {
      const url = await create('found', { VisibilityTimeout: '60' })

      expect(await create('found', { VisibilityTimeout: '60' })).toBe(url)
      expect((await client().send(new GetQueueUrlCommand({ QueueName: 'found' }))).QueueUrl).toBe(url)
      expect((await attributes(url))['QueueArn']).toMatch(/:found$/)
    })

    it('does not find a queue that was never created', async () => {
      await expect(client().send(new GetQueueUrlCommand({ QueueName: 'nowhere' }))).rejects.toMatchObject({
        name: 'QueueDoesNotExist',
      })
    })

    it('gives a message with its attributes until it is deleted', async () => {
      const url = await create('messages', { VisibilityTimeout: '0' })
      await send(url, '{"person":"Robin Vale, 🕊"}', {
        MessageAttributes: { kind: { DataType: 'String', StringValue: 'submitted' } },
      })

      const [first] = await receive(url, { MessageAttributeNames: ['All'] })
      const [again] = await receive(url)

      expect(first).toMatchObject({
        Body: '{"person":"Robin Vale, 🕊"}',
        MessageAttributes: { kind: { StringValue: 'submitted' } },
        Attributes: { ApproximateReceiveCount: '1' },
      })
      expect(Number(first?.Attributes?.SentTimestamp)).toBeGreaterThan(0)
      expect(again?.Attributes?.ApproximateReceiveCount).toBe('2')

      await remove(url, again!)
      expect(await receive(url)).toEqual([])
    })

    it('hides a message that was received until its visibility timeout has passed', async () => {
      const url = await create('hidden', { VisibilityTimeout: '1' })
      await send(url, 'hidden')

      expect(await bodies(url)).toEqual(['hidden'])
      expect(await bodies(url)).toEqual([])
      expect(await bodies(url, { WaitTimeSeconds: 5 })).toEqual(['hidden'])
    })

    it('gives a message back at once when its visibility is set to nothing', async () => {
      const url = await create('returned', { VisibilityTimeout: '30' })
      await send(url, 'returned')
      const [message] = await receive(url)

      await setVisibility(url, message?.ReceiptHandle, 0)

      const [again] = await receive(url)
      expect(again).toMatchObject({ Body: 'returned', Attributes: { ApproximateReceiveCount: '2' } })
    })

    it('hides a message for longer when asked', async () => {
      const url = await create('extended', { VisibilityTimeout: '1' })
      await send(url, 'extended')
      const [message] = await receive(url)

      await setVisibility(url, message?.ReceiptHandle, 30)

      expect(await bodies(url, { WaitTimeSeconds: 2 })).toEqual([])
    })

    it('holds a delayed message back', async () => {
      const url = await create('delayed')
      await send(url, 'delayed', { DelaySeconds: 1 })

      expect(await bodies(url)).toEqual([])
      expect(await bodies(url, { WaitTimeSeconds: 5 })).toEqual(['delayed'])
    })

    it('refuses a delay of more than 15 minutes, and a message of more than a megabyte', async () => {
      const url = await create('refused')

      await expect(send(url, 'late', { DelaySeconds: 901 })).rejects.toThrow('DelaySeconds')
      await expect(send(url, 'x'.repeat(1024 * 1024 + 1))).rejects.toMatchObject({ $fault: 'client' })
      expect(await receive(url)).toEqual([])
    })

    it('refuses a character that XML has not', async () => {
      const url = await create('characters')

      await expect(send(url, 'not \uffff')).rejects.toMatchObject({ $fault: 'client' })
      await expect(send(url, 'not \u0000')).rejects.toMatchObject({ $fault: 'client' })
      expect(await receive(url)).toEqual([])
    })

    it('wakes one who waits as soon as a message comes', async () => {
      const url = await create('woken')
      const waiting = bodies(url, { WaitTimeSeconds: 10 })
      const startedAt = performance.now()

      await send(url, 'woken')

      expect(await waiting).toEqual(['woken'])
      expect(performance.now() - startedAt).toBeLessThan(3000)
    })

    it('lets one who waits in vain go after the time asked', async () => {
      const url = await create('vain')
      const startedAt = performance.now()

      expect(await bodies(url, { WaitTimeSeconds: 1 })).toEqual([])
      expect(performance.now() - startedAt).toBeGreaterThan(900)
    })

    it('moves a message to the dead-letter queue once it was received too often', async () => {
      const dead = await create('dead')
      const deadLetterTargetArn = (await attributes(dead))['QueueArn']
      const url = await create('deadly', {
        VisibilityTimeout: '0',
        RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 2 }),
      })
      await send(url, 'poison')

      expect(await bodies(url)).toEqual(['poison'])
      expect(await bodies(url)).toEqual(['poison'])
      expect(await bodies(url)).toEqual([])
      expect(await bodies(dead)).toEqual(['poison'])
    })

    it('counts what waits, what is in flight and what is delayed', async () => {
      const url = await create('counted')
      for (const body of ['a', 'b', 'c']) await send(url, body)
      await send(url, 'd', { DelaySeconds: 60 })
      await receive(url)

      expect(await attributes(url)).toMatchObject({
        ApproximateNumberOfMessages: '2',
        ApproximateNumberOfMessagesNotVisible: '1',
        ApproximateNumberOfMessagesDelayed: '1',
      })
    })

    it('shares 100 messages among ten who receive at once, none twice', async () => {
      const url = await create('shared')
      await Promise.all(Array.from({ length: 100 }, (_, i) => send(url, `message-${i}`)))

      const got = await Promise.all(
        Array.from({ length: 10 }, async () => {
          const mine: Array<string | undefined> = []
          for (let batch; (batch = await bodies(url, { MaxNumberOfMessages: 10 })).length > 0;)
            mine.push(...batch)
          return mine
        }),
      )

      expect(got.flat()).toHaveLength(100)
      expect(new Set(got.flat()).size).toBe(100)
    })
  })
