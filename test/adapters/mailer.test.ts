import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses'
import { describe, expect, it } from 'vitest'

import { type Letter, mailer } from '../../adapters/mailer.ts'
import { mockedClient } from '../support/mocked-client.ts'

const aLetter = (audience: Letter['audience']): Letter => ({
  emailId: '019ab123-4567-7abc-8def-00000000000e',
  audience,
  fromName: 'Riverside Circle',
  to: 'reader@example.org',
  subject: 'Someone is coming',
  html: '<p>On Tuesday.</p>',
  text: 'On Tuesday.',
})

const openMailer = () => {
  const ses = mockedClient(SESClient)
  const open = mailer(new SESClient({}), {
    sender: 'notes@rc.example.org',
    configurationSets: { person: 'those-who-ask', staff: 'those-who-work' },
    now: () => Date.parse('2026-10-20T16:00:00Z'),
  })
  return { ses, open }
}

const refusal = () => Object.assign(new Error('no'), { name: 'MessageRejected' })

describe('the mailer', () => {
  it.each([
    ['person', 'those-who-ask', { is: 'refused', code: 'MessageRejected' }],
    ['facilitator', 'those-who-ask', { is: 'refused', code: 'MessageRejected' }],
    ['staff', 'those-who-work', { is: 'not-sent' }],
  ] as const)(
    'writes to a %s by way of %s, and a refusal is final for all but staff',
    async (audience, set, result) => {
      const { ses, open } = openMailer()
      ses.on(SendRawEmailCommand).rejects(refusal())

      expect(await open.send(open.compose(aLetter(audience)))).toEqual(result)
      expect(ses.commandCalls(SendRawEmailCommand)[0]?.args[0].input).toMatchObject({
        ConfigurationSetName: set,
        Destinations: ['reader@example.org'],
        Source: 'notes@rc.example.org',
      })
    },
  )
})
