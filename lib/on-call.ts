import { Aws, Stack } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { CfnSubscription, type ITopic, Topic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'

/** Where every alarm goes. The address has to confirm the subscription once (docs/deploy.md). */
export const addOnCall = (stack: Stack, key: IKey, address: string): Topic => {
  const topic = new Topic(stack, 'OnCall', { masterKey: key, enforceSSL: true })
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  )
  new CfnSubscription(stack, 'OnCallAddressSubscription', {
    topicArn: topic.topicArn,
    protocol: 'email',
    endpoint: address,
  })
  return topic
}

interface Worry {
  metric: IMetric
  /** Who is not being helped while this is so, as a sentence. */
  impact: string
  /** What was measured, as a sentence: what to look at first. */
  sign: string
  threshold: number
  /** At the threshold already, unless said otherwise. */
  when?: ComparisonOperator
  /** Only after so many periods in a row; one, unless said otherwise. */
  periods?: number
  /** Silence is good news, unless said otherwise. */
  silence?: TreatMissingData
}

/** By this name docs/operations.md says what to do. What a queue brings is called after the queue. */
const nameOf = (scope: Construct, id: string) => `${scope instanceof Stack ? '' : scope.node.id}${id}`

export const alarm = (
  scope: Construct,
  id: string,
  onCall: ITopic,
  { metric, impact, sign, threshold, when, periods, silence }: Worry,
) =>
  new Alarm(scope, id, {
    metric,
    threshold,
    evaluationPeriods: periods ?? 1,
    comparisonOperator: when ?? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: silence ?? TreatMissingData.NOT_BREACHING,
    alarmDescription: `${impact} ${sign} What to do: docs/operations.md, ${nameOf(scope, id)}.`,
  }).addAlarmAction(new SnsAction(onCall))
