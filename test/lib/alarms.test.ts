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

describe('alarms', () => {
  it.each(alarms)('reach on-call and say who is not being helped: $name', ({ actions, says }) => {
    expect(actions).toEqual(['OnCall'])
    expect(says).toMatch(/^(People|Staff|Somebody|Nobody|A person|What is due|AWS may soon stop)\b.+\. .+\.$/)
  })

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

  it.each(['email-failed', 'staff-address-bounced', 'intake-could-not-be-matched', 'groups-unreadable'])(
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

  it('hear from the console that the issuer does not answer', () => {
    const heard = resourcesOf(template, 'AWS::Logs::MetricFilter')
      .filter(({ body }) => body.Properties['FilterPattern'] === '{ $.event = "issuer-away" }')
      .map(({ body }) => plain(body.Properties['LogGroupName']))

    expect(heard).toEqual(['ServeConsoleLogs'])
    expect(alarm('IssuerAway')).toMatchObject({ MetricName: 'issuer-away', Threshold: 1 })
  })

  it('hear of what the night finds in the records', () => {
    const heard = resourcesOf(template, 'AWS::Logs::MetricFilter')
      .filter(({ body }) => body.Properties['FilterPattern'] === '{ $.event = "reconcile-found" }')
      .map(({ body }) => plain(body.Properties['LogGroupName']))

    expect(heard).toEqual(['ReconcileLogs'])
    expect(alarm('ReconcileFound')).toMatchObject({ MetricName: 'reconcile-found', Threshold: 1 })
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
