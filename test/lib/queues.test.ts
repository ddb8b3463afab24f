import { describe, expect, it } from 'vitest'

import { listed, plain, resourcesOf, synthesise } from './synthesise.ts'

const template = synthesise()
const queues = resourcesOf(template, 'AWS::SQS::Queue')
const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm')
const working = queues.filter(({ body }) => body.Properties['RedrivePolicy'])
const setAside = queues.filter(({ body }) => !body.Properties['RedrivePolicy'])

const alarmsOn = (queue: string, metric: string) =>
  alarms.filter(
    ({ body: { Properties } }) =>
      Properties['MetricName'] === metric &&
      listed(Properties['Dimensions']).some((one) => plain((one as { Value: unknown }).Value) === queue),
  )

const policiesOf = (queue: string) =>
  resourcesOf(template, 'AWS::SQS::QueuePolicy')
    .filter(({ body }) => listed(body.Properties['Queues']).map(plain).includes(queue))
    .map(({ body }) => JSON.stringify(body.Properties['PolicyDocument']))

describe('the queues', () => {
  it.each(working)('set aside what fails five times: $id', ({ body }) => {
    const { deadLetterTargetArn, maxReceiveCount } = body.Properties['RedrivePolicy'] as Record<
      string,
      unknown
    >

    expect(maxReceiveCount).toBe(5)
    expect(setAside.map(({ id }) => plain({ Ref: id }))).toContain(plain(deadLetterTargetArn))
  })

  it('each have a place of their own for what fails', () => {
    const targets = working.map(({ body }) =>
      plain((body.Properties['RedrivePolicy'] as Record<string, unknown>)['deadLetterTargetArn']),
    )

    expect(new Set(targets).size).toBe(3)
    expect(setAside).toHaveLength(3)
  })

  it.each(setAside)('alarm at the first message set aside, and say who waits: $id', ({ id }) => {
    const [alarm] = alarmsOn(plain({ Ref: id }), 'ApproximateNumberOfMessagesVisible')

    expect(alarm?.body.Properties).toMatchObject({
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      AlarmDescription: expect.stringMatching(/^(People|Nobody)\b/),
    })
  })

  it.each(working)('alarm when a message waits for five minutes, and say who waits: $id', ({ id }) => {
    const [alarm] = alarmsOn(plain({ Ref: id }), 'ApproximateAgeOfOldestMessage')

    expect(alarm?.body.Properties).toMatchObject({
      Threshold: 300,
      AlarmDescription: expect.stringMatching(/^(People|Nobody)\b/),
    })
  })

  it.each(queues)(
    'keep messages two weeks, encrypted, and are reached over TLS only: $id',
    ({ id, body }) => {
      expect(body.Properties).toMatchObject({ MessageRetentionPeriod: 14 * 24 * 60 * 60 })
      expect(plain(body.Properties['KmsMasterKeyId'])).toBe('Key')
      expect(policiesOf(plain({ Ref: id })).join()).toContain('"aws:SecureTransport":"false"')
    },
  )

  it('hide a message for six times as long as its function may take', () => {
    const seconds = working.map(({ body }) => body.Properties['VisibilityTimeout'])

    expect(seconds).toEqual([360, 360, 360])
  })

  it('outlive the stack where a message may be the only copy of a request', () => {
    const kept = queues
      .filter(({ body }) => body.DeletionPolicy === 'Retain')
      .map(({ id }) => plain({ Ref: id }))

    expect(kept).toEqual(['IntakesDeadLetters', 'IntakesQueue'])
  })
})
