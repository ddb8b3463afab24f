import { describe, expect, it } from 'vitest'

import { plain, resourceOf, resourcesOf, synthesise } from './synthesise.ts'

const template = synthesise()

describe('sending e-mail', () => {
  it.each(['EmailToPerson', 'EmailToStaff'])('is encrypted on its way: %s', (name) => {
    const set = resourceOf(template, 'AWS::SES::ConfigurationSet', name)

    expect(set.Properties['DeliveryOptions']).toEqual({ TlsPolicy: 'REQUIRE' })
  })

  it('spares people whose address bounced or who complained', () => {
    const set = resourceOf(template, 'AWS::SES::ConfigurationSet', 'EmailToPerson')

    expect(set.Properties['SuppressionOptions']).toEqual({ SuppressedReasons: ['BOUNCE', 'COMPLAINT'] })
  })

  it('reaches staff again as soon as their mailbox works, whatever came back before', () => {
    const set = resourceOf(template, 'AWS::SES::ConfigurationSet', 'EmailToStaff')

    expect(set.Properties['SuppressionOptions']).toEqual({ SuppressedReasons: [] })
  })

  it.each(['EmailToPerson', 'EmailToStaff'])(
    'reports what became of it, never whether it was read: %s',
    (name) => {
      const destination = resourcesOf(template, 'AWS::SES::ConfigurationSetEventDestination').find(
        ({ body }) => plain(body.Properties['ConfigurationSetName']) === name,
      )

      expect(destination?.body.Properties['EventDestination']).toMatchObject({
        Enabled: true,
        SnsDestination: { TopicARN: { Ref: expect.stringMatching(/^EmailEvents[0-9A-F]{8}$/) } },
        MatchingEventTypes: [
          'send',
          'delivery',
          'bounce',
          'complaint',
          'reject',
          'renderingFailure',
          'deliveryDelay',
        ],
      })
    },
  )

  it('reports as SES wrote it, into the queue, and sets aside what the queue did not take', () => {
    const { Endpoint, TopicArn, RawMessageDelivery, RedrivePolicy } = resourceOf(
      template,
      'AWS::SNS::Subscription',
      'EmailEventsToQueue',
    ).Properties

    expect(RawMessageDelivery).toBe(true)
    expect(plain(TopicArn)).toBe('EmailEvents')
    expect(plain(Endpoint)).toBe('SesEventsQueue')
    expect(plain((RedrivePolicy as { deadLetterTargetArn: unknown }).deadLetterTargetArn)).toBe(
      'SesEventsDeadLetters',
    )
  })

  it('goes through encrypted topics, and the key lets in those who write to them', () => {
    const topics = resourcesOf(template, 'AWS::SNS::Topic').map(({ body }) =>
      plain(body.Properties['KmsMasterKeyId']),
    )
    const [key] = resourcesOf(template, 'AWS::KMS::Key')

    expect(topics).toEqual(['Key', 'Key'])
    for (const service of ['cloudwatch', 'ses', 'sns'])
      expect(JSON.stringify(key?.body.Properties['KeyPolicy'])).toContain(`"${service}.amazonaws.com"`)
  })
})
