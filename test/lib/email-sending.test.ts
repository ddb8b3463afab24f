import { describe, expect, it } from 'vitest'

import { plain, resourceOf, resourcesOf, synthesise } from './synthesise.ts'

const template = synthesise()

describe('sending e-mail', () => {
  it('is encrypted on its way, and spares addresses that bounced or complained', () => {
    const [set] = resourcesOf(template, 'AWS::SES::ConfigurationSet')

    expect(set?.body.Properties).toMatchObject({
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    })
  })

  it('reports what became of an e-mail, and never whether somebody read it', () => {
    const [destination] = resourcesOf(template, 'AWS::SES::ConfigurationSetEventDestination')

    expect(destination?.body.Properties['EventDestination']).toMatchObject({
      Enabled: true,
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
  })

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
