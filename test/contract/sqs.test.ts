import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import {
  ChangeMessageVisibilityCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import { describe, expect, it, onTestFinished } from 'vitest'

import { startSqs } from '../../local/embedded/sqs.ts'
import { straightTo } from '../../local/straight-to.ts'
import { sqsClient } from '../support/sqs-client.ts'
import { newFolder, removeFolder, temporaryFolder } from '../support/temporary-folder.ts'
import { callsOf } from './sqs-connection.ts'
import { sqsContract } from './sqs-contract.ts'

/** In memory it is asked straight, as our functions ask it; on disk over the network, as the commands do. */
const connect = async (folder?: string) => {
  const sqs = await startSqs({ ...(folder && { folder }) })
  const client = folder ? sqsClient(sqs.endpoint) : new SQSClient({ ...straightTo(sqs), maxAttempts: 1 })
  const close = async () => {
    client.destroy()
    await sqs.stop()
  }
  return { client, endpoint: sqs.endpoint, close, ...callsOf(() => client) }
}

sqsContract('SQS in memory', () => connect())
sqsContract('SQS on disk', async () => {
  const folder = await newFolder()
  const connection = await connect(folder)
  return { client: connection.client, close: () => connection.close().then(() => removeFolder(folder)) }
})

describe('the embedded SQS, started again on its folder', () => {
  it('has its queues at the new address, and what waited in them', async () => {
    const folder = await temporaryFolder()
    const first = await connect(folder)
    const dead = await first.create('dead')
    const deadLetterTargetArn = (await first.attributes(dead))['QueueArn']
    const url = await first.create('kept', {
      VisibilityTimeout: '1',
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 2 }),
    })
    await first.send(url, 'in flight')
    await first.receive(url)
    await first.send(url, 'delayed', { DelaySeconds: 1 })
    await first.send(url, 'ready')
    await first.close()

    const second = await connect(folder)
    onTestFinished(second.close)
    const { QueueUrl = '' } = await second.client.send(new GetQueueUrlCommand({ QueueName: 'kept' }))
    const { QueueUrls } = await second.client.send(new ListQueuesCommand({}))

    expect(QueueUrl).toBe(`${second.endpoint}/000000000000/kept`)
    expect(QueueUrls).toEqual([`${second.endpoint}/000000000000/dead`, QueueUrl])
    const got: Array<string | undefined> = []
    while (got.length < 3) {
      const messages = await second.receive(QueueUrl, { WaitTimeSeconds: 5, MaxNumberOfMessages: 10 })
      for (const message of messages) await second.remove(QueueUrl, message)
      got.push(...messages.map(({ Body, Attributes }) => `${Body} ${Attributes?.ApproximateReceiveCount}`))
    }
    expect(new Set(got)).toEqual(new Set(['in flight 2', 'delayed 1', 'ready 1']))

    const third = await connect(folder)
    onTestFinished(third.close)
    expect(await third.attributes(QueueUrl)).toMatchObject({
      ApproximateNumberOfMessages: '0',
      ApproximateNumberOfMessagesNotVisible: '0',
    })
  })

  it('has a message that was given back, with its count', async () => {
    const folder = await temporaryFolder()
    const first = await connect(folder)
    const url = await first.create('returned')
    await first.send(url, 'returned')
    const [message] = await first.receive(url)
    await first.client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: url,
        ReceiptHandle: message?.ReceiptHandle,
        VisibilityTimeout: 0,
      }),
    )
    await first.close()

    const second = await connect(folder)
    onTestFinished(second.close)
    const [again] = await second.receive(await second.create('returned'))

    expect(again).toMatchObject({ Body: 'returned', Attributes: { ApproximateReceiveCount: '2' } })
  })

  it('has a message that went to the dead-letter queue there and nowhere else', async () => {
    const folder = await temporaryFolder()
    const first = await connect(folder)
    const dead = await first.create('dead')
    const deadLetterTargetArn = (await first.attributes(dead))['QueueArn']
    const redrive = {
      VisibilityTimeout: '0',
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 1 }),
    }
    const url = await first.create('deadly', redrive)
    await first.send(url, 'poison')
    await first.receive(url)
    await first.receive(url)
    await first.close()

    const second = await connect(folder)
    onTestFinished(second.close)

    expect(await second.bodies(await second.create('deadly', redrive))).toEqual([])
    expect(await second.bodies(await second.create('dead'))).toEqual(['poison'])
  })
})

describe('starting the embedded SQS', () => {
  it('listens on this machine only and refuses what is not signed', async () => {
    const { endpoint, close } = await connect()
    onTestFinished(close)

    const answer = await fetch(endpoint, {
      method: 'POST',
      body: new URLSearchParams({ Action: 'CreateTopic' }),
    })

    expect(endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(answer.status).toBe(403)
  })

  it('says which port is in use', async () => {
    const other = createServer()
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
    onTestFinished(() => void other.close())
    const { port } = other.address() as AddressInfo

    await expect(startSqs({ port })).rejects.toThrow(`Port ${port} is in use by another program`)
  })

  it('says what to do when its data is broken', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'fauxqs.db'), 'nonsense'.repeat(1000))

    await expect(startSqs({ folder })).rejects.toThrow(/cannot be read: start with `npm start -- --fresh`/)
  })
})
