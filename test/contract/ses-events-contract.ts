import { SendEmailCommand, SendRawEmailCommand } from '@aws-sdk/client-ses'
import type { SendEmailCommandInput } from '@aws-sdk/client-ses'
import { describe, expect, it } from 'vitest'

import { soon } from '../support/soon.ts'
import { sender, useAccount } from './ses-connection.ts'
import type { ConnectSes } from './ses-connection.ts'

export const eventsContract = (name: string, connect: ConnectSes) =>
  describe(`${name}: events`, () => {
    const { client, eventsOf } = useAccount(connect)

    const sendTo = async (address: string, more: Partial<SendEmailCommandInput> = {}) => {
      const { MessageId } = await client().send(
        new SendEmailCommand({
          Source: sender,
          Destination: { ToAddresses: [address] },
          Message: { Subject: { Data: 'Your place' }, Body: { Text: { Data: 'You have a place.' } } },
          ConfigurationSetName: 'events',
          Tags: [{ Name: 'emailId', Value: 'email-1' }],
          ...more,
        }),
      )
      return MessageId
    }

    it('tells of a mail by its message id and tags', async () => {
      const id = await sendTo('robin@example.org')

      await expect.poll(() => eventsOf(id), soon).toHaveLength(2)
      for (const { mail } of eventsOf(id)) {
        expect(mail.tags).toMatchObject({ emailId: ['email-1'], 'ses:configuration-set': ['events'] })
        expect(mail.destination).toEqual(['robin@example.org'])
      }
    })

    it('tells of a whole message by the tags and the configuration set of the call', async () => {
      const { MessageId } = await client().send(
        new SendRawEmailCommand({
          Destinations: ['robin@example.org'],
          RawMessage: {
            Data: Buffer.from(`From: ${sender}\r\nTo: robin@example.org\r\n\r\nYou have a place.`),
          },
          ConfigurationSetName: 'events',
          Tags: [{ Name: 'emailId', Value: 'email-2' }],
        }),
      )

      await expect.poll(() => eventsOf(MessageId), soon).toHaveLength(2)
      expect(eventsOf(MessageId)[0]?.mail).toMatchObject({
        destination: ['robin@example.org'],
        tags: { emailId: ['email-2'], 'ses:configuration-set': ['events'] },
      })
    })

    it.for([
      ['robin@example.org', ['Send', 'Delivery']],
      ['success@simulator.amazonses.com', ['Send', 'Delivery']],
      ['ooto@simulator.amazonses.com', ['Send', 'Delivery']],
      ['bounce@simulator.amazonses.com', ['Send', 'Bounce']],
      ['bounce+label@simulator.amazonses.com', ['Send', 'Bounce']],
      ['suppressionlist@simulator.amazonses.com', ['Send', 'Bounce']],
      ['complaint@simulator.amazonses.com', ['Send', 'Delivery', 'Complaint']],
    ] as const)('tells of a mail to %s: %s', async ([address, expected]) => {
      const id = await sendTo(address)

      await expect.poll(() => eventsOf(id).map(({ eventType }) => eventType), soon).toEqual(expected)
    })

    it('says who bounced for good, and who complained', async () => {
      const bounced = await sendTo('bounce@simulator.amazonses.com')
      const complained = await sendTo('complaint@simulator.amazonses.com')

      await expect
        .poll(() => eventsOf(bounced).at(1)?.bounce, soon)
        .toMatchObject({
          bounceType: 'Permanent',
          bouncedRecipients: [{ emailAddress: 'bounce@simulator.amazonses.com' }],
        })
      await expect
        .poll(() => eventsOf(complained).at(2)?.complaint, soon)
        .toMatchObject({
          complainedRecipients: [{ emailAddress: 'complaint@simulator.amazonses.com' }],
        })
    })

    it('tells nothing of a mail without a configuration set', async () => {
      const silent = await sendTo('robin@example.org', { ConfigurationSetName: undefined })
      const told = await sendTo('robin@example.org')

      await expect.poll(() => eventsOf(told), soon).toHaveLength(2)
      expect(eventsOf(silent)).toEqual([])
    })
  })
