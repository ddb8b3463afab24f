import { GetSendQuotaCommand, SendEmailCommand, SendRawEmailCommand } from '@aws-sdk/client-ses'
import type { SendEmailCommandInput, SendRawEmailCommandInput } from '@aws-sdk/client-ses'
import { describe, expect, it } from 'vitest'

import { sender, useAccount } from './ses-connection.ts'
import type { ConnectSes } from './ses-connection.ts'

const invitation = (head: string[] = []) =>
  [
    'From: Open Circle <staff@example.org>',
    'To: Robin Vale <robin@example.org>',
    'Subject: =?utf-8?Q?Tu_c=C3=ADrculo?=',
    'List-Unsubscribe: <https://example.org/stop>',
    ...head,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="parts"',
    '',
    '--parts',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Hasta el martes.',
    '--parts',
    'Content-Type: text/calendar; charset=utf-8; method=REQUEST; name="tuesday.ics"',
    'Content-Disposition: attachment; filename="tuesday.ics"',
    '',
    'BEGIN:VCALENDAR',
    'END:VCALENDAR',
    '--parts--',
    '',
  ].join('\r\n')

const addresses = (count: number) => Array.from({ length: count }, (_, i) => `person-${i}@example.org`)

const withSubject = (subject: string) => ({
  Message: { Subject: { Data: subject }, Body: { Text: { Data: 'x' } } },
})

export const sendingContract = (name: string, connect: ConnectSes) =>
  describe(`${name}: sending`, () => {
    const { client, mails, mailWith } = useAccount(connect)

    const send = (more: Partial<SendEmailCommandInput> = {}) =>
      client().send(
        new SendEmailCommand({
          Source: sender,
          Destination: { ToAddresses: ['robin@example.org'] },
          Message: {
            Subject: { Data: 'Your place' },
            Body: { Text: { Data: 'You have a place.' }, Html: { Data: '<p>You have a place.</p>' } },
          },
          ...more,
        }),
      )
    const sendRaw = (message: string, more: Partial<SendRawEmailCommandInput> = {}) =>
      client().send(new SendRawEmailCommand({ RawMessage: { Data: Buffer.from(message) }, ...more }))
    const quota = () => client().send(new GetSendQuotaCommand({}))

    it('sends text and HTML, and keeps every character', async () => {
      const { MessageId } = await send({
        Message: {
          Subject: { Data: 'Tu círculo & <más>', Charset: 'UTF-8' },
          Body: { Text: { Data: 'Hasta el martes 🕊' }, Html: { Data: '<p>Hasta el martes &amp; 🕊</p>' } },
        },
      })

      expect(mailWith(MessageId)).toMatchObject({
        from: sender,
        to: ['robin@example.org'],
        subject: 'Tu círculo & <más>',
        text: 'Hasta el martes 🕊',
        html: '<p>Hasta el martes &amp; 🕊</p>',
        attachments: [],
      })
    })

    it('takes a sender whose name is encoded and shows it as it is read', async () => {
      const encoded = `=?UTF-8?B?${Buffer.from('Círculo Abierto').toString('base64')}?=`
      const { MessageId } = await send({ Source: `${encoded} <staff@example.org>` })

      expect(mailWith(MessageId)?.from).toBe('Círculo Abierto <staff@example.org>')
    })

    it('sends to everyone it is addressed to', async () => {
      const { MessageId } = await send({
        Destination: {
          ToAddresses: ['Robin Vale <robin@example.org>', 'lee@example.org'],
          CcAddresses: ['kim@example.org'],
          BccAddresses: ['jo@example.org'],
        },
      })

      expect(mailWith(MessageId)?.to).toEqual([
        'robin@example.org',
        'lee@example.org',
        'kim@example.org',
        'jo@example.org',
      ])
    })

    it('sends a whole message with its attachment', async () => {
      const { MessageId } = await sendRaw(invitation())

      expect(mailWith(MessageId)).toMatchObject({ subject: 'Tu círculo', to: ['robin@example.org'] })
      expect(mailWith(MessageId)?.text).toContain('Hasta el martes.')
      expect(mailWith(MessageId)?.attachments).toMatchObject([
        {
          filename: 'tuesday.ics',
          contentType: 'text/calendar',
          content: expect.stringContaining('VCALENDAR'),
        },
      ])
    })

    it('keeps the text of a whole message to the letter, without a line more or less', async () => {
      const { MessageId } = await sendRaw(
        'From: staff@example.org\r\nTo: robin@example.org\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHola,\r\n\r\nhasta el martes 🕊',
      )

      expect(mailWith(MessageId)?.text).toBe('Hola,\n\nhasta el martes 🕊')
    })

    it('sends a whole message to the destinations of the call rather than those in it', async () => {
      const { MessageId } = await sendRaw(invitation(), { Destinations: ['lee@example.org'] })

      expect(mailWith(MessageId)?.to).toEqual(['lee@example.org'])
    })

    it('lists mails in the order they were sent', async () => {
      const before = mails().length
      for (const subject of ['first', 'second', 'third']) await send(withSubject(subject))

      expect(
        mails()
          .slice(before)
          .map(({ subject }) => subject),
      ).toEqual(['first', 'second', 'third'])
    })

    it.for<[string, Partial<SendEmailCommandInput>, string]>([
      ['an unknown configuration set', { ConfigurationSetName: 'nowhere' }, 'ConfigurationSetDoesNotExist'],
      ['a sender who is not verified', { Source: 'someone@elsewhere.example' }, 'MessageRejected'],
      ['an address without a domain', { Destination: { ToAddresses: ['robin'] } }, 'InvalidParameterValue'],
      [
        'an address with a space',
        { Destination: { ToAddresses: ['ro bin@example.org'] } },
        'InvalidParameterValue',
      ],
      [
        'an address with a line break',
        { Destination: { ToAddresses: ['robin@example.org\r\nBcc: x@example.org'] } },
        'InvalidParameterValue',
      ],
      ['a subject with a line break', withSubject('Hello\r\nBcc: jo@example.org'), 'InvalidParameterValue'],
      [
        'a name that is not encoded',
        { Source: 'Círculo Abierto <staff@example.org>' },
        'InvalidParameterValue',
      ],
      ['nobody to send to', { Destination: { ToAddresses: [] } }, 'InvalidParameterValue'],
      ['51 people', { Destination: { ToAddresses: addresses(51) } }, 'InvalidParameterValue'],
      [
        'a tag with other signs',
        { Tags: [{ Name: 'emailId', Value: 'robin@example.org' }] },
        'InvalidParameterValue',
      ],
    ])('refuses %s', async ([, more, code]) => {
      const before = mails().length

      await expect(send(more)).rejects.toMatchObject({
        name: expect.stringMatching(new RegExp(`^${code}(Exception)?$`)),
      })
      expect(mails()).toHaveLength(before)
    })

    it.for<[string, string, string]>([
      ['a header given twice', invitation(['Subject: another']), 'InvalidParameterValue'],
      ['a line that is no header', invitation(['no header at all']), 'InvalidParameterValue'],
      ['a message from nobody', 'To: robin@example.org\r\n\r\nhello', 'InvalidParameterValue'],
      [
        'a sender who is not verified',
        'From: someone@elsewhere.example\r\nTo: robin@example.org\r\n\r\nhello',
        'MessageRejected',
      ],
    ])('refuses a whole message with %s', async ([, message, code]) => {
      await expect(sendRaw(message)).rejects.toMatchObject({ name: code })
    })

    it.for<[string, Partial<SendRawEmailCommandInput>, string]>([
      ['an unknown configuration set', { ConfigurationSetName: 'nowhere' }, 'ConfigurationSetDoesNotExist'],
      ['a source that is not verified', { Source: 'someone@elsewhere.example' }, 'MessageRejected'],
      [
        'a destination that adds another',
        { Destinations: ['robin@example.org>, <jo@example.org'] },
        'InvalidParameterValue',
      ],
      [
        'a tag with other signs',
        { Tags: [{ Name: 'emailId', Value: 'robin@example.org' }] },
        'InvalidParameterValue',
      ],
    ])('refuses a whole message that is sent with %s', async ([, more, code]) => {
      await expect(sendRaw(invitation(), more)).rejects.toMatchObject({
        name: expect.stringMatching(new RegExp(`^${code}(Exception)?$`)),
      })
    })

    it('takes fifty people', async () => {
      const { MessageId } = await send({ Destination: { ToAddresses: addresses(50) } })

      expect(mailWith(MessageId)?.to).toHaveLength(50)
    })

    it('counts what was sent in a day', async () => {
      const before = await quota()
      await send()

      expect((await quota()).SentLast24Hours).toBe((before.SentLast24Hours ?? 0) + 1)
      expect(before.MaxSendRate).toBeGreaterThan(0)
    })
  })
