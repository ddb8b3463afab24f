import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { SendEmailCommand, SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses'
import { describe, expect, it, onTestFinished } from 'vitest'

import type { SesEvent } from '../../local/embedded/ses-events.ts'
import { startSes } from '../../local/embedded/ses.ts'
import type { Fault } from '../../local/embedded/ses.ts'
import { straightTo } from '../../local/straight-to.ts'
import { soon } from '../support/soon.ts'
import { newFolder, removeFolder, temporaryFolder } from '../support/temporary-folder.ts'
import { sender } from './ses-connection.ts'
import { sesContract } from './ses-contract.ts'

const now = () => Date.parse('2026-03-01T09:00:00Z')

/** In memory it is asked straight, as our functions ask it; on disk over the network. */
const connect = async (folder?: string, onEvent?: (event: SesEvent) => Promise<void>) => {
  const events: SesEvent[] = []
  const ses = await startSes({
    ...(folder && { folder }),
    now,
    verified: ['example.org'],
    configurationSets: ['events'],
    onEvent: onEvent ?? (async (event) => void events.push(event)),
  })
  const { endpoint, region, credentials, ...straight } = straightTo(ses)
  const client = new SESClient({
    endpoint,
    region,
    credentials,
    ...(folder ? {} : straight),
    maxAttempts: 1,
  })
  const close = async () => {
    client.destroy()
    await ses.stop()
  }
  const send = (subject: string) =>
    client.send(
      new SendEmailCommand({
        Source: sender,
        Destination: { ToAddresses: ['robin@example.org'] },
        Message: { Subject: { Data: subject }, Body: { Text: { Data: 'You have a place.' } } },
        ConfigurationSetName: 'events',
        Tags: [{ Name: 'emailId', Value: subject.replaceAll(' ', '-') }],
      }),
    )
  return {
    ...ses,
    client,
    close,
    send,
    events: () => events,
    subjects: () => ses.mails().map((mail) => mail.subject),
  }
}

sesContract('SES in memory', () => connect())
sesContract('SES on disk', async () => {
  const folder = await newFolder()
  const connection = await connect(folder)
  return { ...connection, close: () => connection.close().then(() => removeFolder(folder)) }
})

describe('the embedded SES', () => {
  it('shows a mail as the mailbox lists it', async () => {
    const { send, mails, close } = await connect()
    onTestFinished(close)
    const { MessageId } = await send('Your place')

    expect(mails()).toEqual([
      {
        id: MessageId,
        at: '2026-03-01T09:00:00.000Z',
        from: sender,
        to: ['robin@example.org'],
        subject: 'Your place',
        text: 'You have a place.',
        html: '',
        attachments: [],
        headers: [
          { name: 'From', value: sender },
          { name: 'To', value: 'robin@example.org' },
          { name: 'Subject', value: 'Your place' },
        ],
      },
    ])
  })

  it('shows the headers of a message that was given whole', async () => {
    const { client, mails, raw, close } = await connect()
    onTestFinished(close)
    const message = `From: ${sender}\r\nTo: robin@example.org\r\nList-Unsubscribe: <https://example.org>\r\n\r\nhello`

    const { MessageId = '' } = await client.send(
      new SendRawEmailCommand({ RawMessage: { Data: Buffer.from(message) } }),
    )

    expect(raw(MessageId)).toBe(message)
    expect(mails()[0]?.headers).toContainEqual({ name: 'List-Unsubscribe', value: '<https://example.org>' })
  })

  it.for<[Fault, string, string[]]>([
    ['Throttling', 'Throttling', ['after']],
    ['MessageRejected', 'MessageRejected', ['after']],
    ['ServiceUnavailable', 'ServiceUnavailable', ['after']],
    ['timeout-before-send', 'TimeoutError', ['after']],
    ['timeout-after-send', 'TimeoutError', ['during', 'after']],
  ])('fails the next call with %s when told to, and only that', async ([fault, name, arrived]) => {
    const { send, faults, subjects, events, close } = await connect()
    onTestFinished(close)
    faults.next([fault])

    await expect(send('during')).rejects.toMatchObject({ name })
    await send('after')

    expect(subjects()).toEqual(arrived)
    await expect
      .poll(() => events().map(({ mail }) => mail.commonHeaders.subject), soon)
      .toEqual(arrived.flatMap((subject) => [subject, subject]))
  })

  it('offers an event again until it is taken', async () => {
    const taken: string[] = []
    let refusals = 2
    const { send, close } = await connect(undefined, async ({ eventType }) => {
      if (refusals-- > 0) throw new Error('not now')
      taken.push(eventType)
    })
    onTestFinished(close)
    await send('Your place')

    await expect.poll(() => taken, soon).toEqual(['Send', 'Delivery'])
  })
})

describe('the embedded SES, started again on its folder', () => {
  it('has its mails in their order, and goes on after them', async () => {
    const folder = await temporaryFolder()
    const first = await connect(folder)
    for (let i = 1; i <= 11; i += 1) await first.send(`mail-${i}`)
    const before = first.mails()
    await first.close()

    const second = await connect(folder)
    onTestFinished(second.close)
    await second.send('mail-12')

    expect(second.mails().slice(0, 11)).toEqual(before)
    expect(second.subjects().at(-1)).toBe('mail-12')
  })

  it('publishes the events that nobody had taken, and no others', async () => {
    const folder = await temporaryFolder()
    const first = await connect(folder)
    await first.send('told')
    await expect.poll(() => first.events(), soon).toHaveLength(2)
    await first.close()
    const deaf = await connect(folder, () => Promise.reject(new Error('not now')))
    await deaf.send('untold')
    await deaf.close()

    const { events, close } = await connect(folder)
    onTestFinished(close)

    await expect
      .poll(() => events().map(({ eventType, mail }) => `${eventType} ${mail.commonHeaders.subject}`), soon)
      .toEqual(['Send untold', 'Delivery untold'])
  })

  it('says what to do when its mails are broken', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, '00000001.json'), '{"mail":')

    await expect(connect(folder)).rejects.toThrow(/cannot be read: start with `npm start -- --fresh`/)
  })
})
