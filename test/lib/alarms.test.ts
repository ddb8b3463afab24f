import { describe, expect, it } from 'vitest'

import { triggers } from '../../functions/triggers.ts'
import { pascalCase } from '../../lib/by-name.ts'
import { listed, plain, resourceOf, resourcesOf, synthesise } from './synthesise.ts'

const template = synthesise()
const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(({ id, body }) => ({
  name: plain({ Ref: id }),
  actions: listed(body.Properties['AlarmActions']).map(plain),
  says: plain(body.Properties['AlarmDescription']),
}))
const alarm = (name: string) => resourceOf(template, 'AWS::CloudWatch::Alarm', name).Properties

/** How a number gets out of the log lines. */
const filtersOf = (metricName: string) =>
  resourcesOf(template, 'AWS::Logs::MetricFilter').flatMap(({ body: { Properties } }) =>
    listed(Properties['MetricTransformations']).flatMap((one) => {
      const { MetricName, MetricValue } = one as { MetricName: string; MetricValue: string }
      return MetricName === metricName
        ? [
            {
              pattern: Properties['FilterPattern'],
              value: MetricValue,
              logs: plain(Properties['LogGroupName']),
            },
          ]
        : []
    }),
  )

describe('alarms', () => {
  it.each(alarms)(
    'reach on-call, say who is not being helped and where it says what to do: $name',
    ({ name, actions, says }) => {
      expect(actions).toEqual(['OnCall'])
      expect(says).toMatch(
        /^(People|Staff|Somebody|Nobody|A person|What is due|AWS may soon stop)\b.+\. .+\. What to do: /,
      )
      expect(says).toMatch(new RegExp(`docs/operations\\.md, ${name}\\.$`))
    },
  )

  it('go to the address that was chosen, through a topic that CloudWatch can write to', () => {
    template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: { Ref: 'OnCallAddress' },
    })
    const { Properties: key } = resourceOf(template, 'AWS::KMS::Key', 'Key')
    const { Properties: policy } = resourceOf(template, 'AWS::SNS::TopicPolicy', 'OnCallPolicy')

    expect(JSON.stringify(key)).toContain('cloudwatch.amazonaws.com')
    expect(JSON.stringify(policy)).toContain('cloudwatch.amazonaws.com')
  })

  it.each(Object.keys(triggers))('watch %s for errors', (name) => {
    expect(alarm(`${pascalCase(name)}Errors`)).toMatchObject({
      MetricName: 'Errors',
      Threshold: 1,
      Dimensions: [{ Name: 'FunctionName' }],
    })
  })

  it('take the silence of the sweeper for bad news', () => {
    expect(alarm('SweepDueSilent')).toMatchObject({
      MetricName: 'Invocations',
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    })
  })

  it.each(['email-failed', 'staff-address-bounced', 'intake-could-not-be-matched'])(
    'hear of %s from every worker',
    (event) => {
      const heard = resourcesOf(template, 'AWS::Logs::MetricFilter')
        .filter(({ body }) => body.Properties['FilterPattern'] === `{ $.event = "${event}" }`)
        .map(({ body }) => plain(body.Properties['LogGroupName']))

      expect(heard.toSorted()).toEqual([
        'MatchIntakeLogs',
        'RecordDeliveryLogs',
        'SendEmailLogs',
        'SweepDueLogs',
      ])
      expect(alarm(pascalCase(event))).toMatchObject({ MetricName: event, Namespace: 'OpenCircle/events' })
    },
  )

  it.each([
    ['groups-unreadable', ['MatchIntake', 'PublishDirectory', 'RecordDelivery', 'SendEmail', 'SweepDue']],
    ['packed-groups-lost', ['MatchIntake']],
  ])('hear of %s from whoever reads groups', (event, names) => {
    const heard = resourcesOf(template, 'AWS::Logs::MetricFilter')
      .filter(({ body }) => body.Properties['FilterPattern'] === `{ $.event = "${event}" }`)
      .map(({ body }) => plain(body.Properties['LogGroupName']))

    expect(heard.toSorted()).toEqual(names.map((name) => `${name}Logs`))
    expect(alarm(pascalCase(event))).toMatchObject({ MetricName: event, Threshold: 1 })
  })

  it('take it for bad news when nothing was packed for half an hour, before the packed groups are old', () => {
    expect(alarm('PublishDirectorySilent')).toMatchObject({
      Period: 1800,
      EvaluationPeriods: 1,
      TreatMissingData: 'breaching',
    })
  })

  it('hear from whoever signs staff in that the issuer does not answer', () => {
    const heard = resourcesOf(template, 'AWS::Logs::MetricFilter')
      .filter(({ body }) => body.Properties['FilterPattern'] === '{ $.event = "issuer-away" }')
      .map(({ body }) => plain(body.Properties['LogGroupName']))

    expect(heard).toEqual(['SignInStaffLogs'])
    expect(alarm('IssuerAway')).toMatchObject({ MetricName: 'issuer-away', Threshold: 1 })
  })

  it('hear of what the night finds in the records', () => {
    const heard = resourcesOf(template, 'AWS::Logs::MetricFilter')
      .filter(({ body }) => body.Properties['FilterPattern'] === '{ $.event = "reconcile-found" }')
      .map(({ body }) => plain(body.Properties['LogGroupName']))

    expect(heard).toEqual(['ReconcileLogs'])
    expect(alarm('ReconcileFound')).toMatchObject({ MetricName: 'reconcile-found', Threshold: 1 })
  })

  it('hear when e-mails are a quarter of an hour late, as the sweeper saw them', () => {
    expect(filtersOf('emails-late-seconds')).toEqual([
      { pattern: '{ $.event = "swept" }', value: '$.lateSeconds', logs: 'SweepDueLogs' },
    ])
    expect(alarm('EmailsLate')).toMatchObject({
      MetricName: 'emails-late-seconds',
      Statistic: 'Maximum',
      Period: 600,
      Threshold: 900,
    })
  })

  it('hear when four fifths of the day’s e-mails are sent', () => {
    expect(filtersOf('sending-quota-percent')).toEqual([
      { pattern: '{ $.event = "sending-quota" }', value: '$.percent', logs: 'SweepDueLogs' },
    ])
    expect(alarm('SendingQuota')).toMatchObject({ Statistic: 'Maximum', Threshold: 80 })
  })

  it('compare over a day what was accepted with what became of it, and let go what is on its way', () => {
    expect(filtersOf('accepted')).toEqual([
      { pattern: '{ $.event = "accepted" }', value: '1', logs: 'SubmitIntakeLogs' },
    ])
    expect(filtersOf('stored')).toEqual([
      {
        pattern: '{ ($.event = "stored") || ($.event = "sent-again") || ($.event = "came-after-erasure") }',
        value: '1',
        logs: 'MatchIntakeLogs',
      },
    ])
    const { Metrics, Threshold, ComparisonOperator } = alarm('AcceptedNotStored')
    expect(Metrics).toMatchObject([
      { Expression: '0.99 * FILL(accepted, 0) - FILL(stored, 0)', ReturnData: true },
      { Id: 'accepted', MetricStat: { Period: 86_400, Stat: 'Sum' } },
      { Id: 'stored', MetricStat: { Period: 86_400, Stat: 'Sum' } },
    ])
    expect([ComparisonOperator, Threshold]).toEqual(['GreaterThanThreshold', 3])
  })

  it('take it for bad news when the night did not look', () => {
    expect(alarm('ReconcileSilent')).toMatchObject({
      Period: 3600,
      EvaluationPeriods: 26,
      TreatMissingData: 'breaching',
    })
  })

  it('speak up before AWS does: at 2 % bounces and 0.1 % complaints', () => {
    expect(alarm('BounceRate')).toMatchObject({ Namespace: 'AWS/SES', Threshold: 0.02 })
    expect(alarm('ComplaintRate')).toMatchObject({ Namespace: 'AWS/SES', Threshold: 0.001 })
  })

  it('watch the API for errors that people see', () => {
    expect(alarm('HttpApiErrors')).toMatchObject({ MetricName: '5XXError', Threshold: 1 })
  })
})
