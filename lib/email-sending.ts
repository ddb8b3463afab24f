import { Fn, type Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import {
  ConfigurationSet,
  ConfigurationSetEventDestination,
  ConfigurationSetTlsPolicy,
  EmailSendingEvent,
  EventDestination,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses'
import { CfnSubscription, Topic } from 'aws-cdk-lib/aws-sns'

import type { WorkQueue } from './work-queue.ts'

/** Everything that tells what became of an e-mail. Not opens and clicks: whether a person reads is theirs to know. */
const events = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.RENDERING_FAILURE,
  EmailSendingEvent.DELIVERY_DELAY,
]

/** SES cannot write to SQS itself, so a topic stands between. What the topic cannot hand over is set aside as well. */
const reportTo = (stack: Stack, key: IKey, { queue, deadLetters }: WorkQueue): Topic => {
  const topic = new Topic(stack, 'EmailEvents', { masterKey: key, enforceSSL: true })
  const mayFill = [queue, deadLetters].map((target) =>
    target.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('sns.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [target.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': topic.topicArn } },
      }),
    ),
  )
  const subscription = new CfnSubscription(stack, 'EmailEventsToQueue', {
    topicArn: topic.topicArn,
    protocol: 'sqs',
    endpoint: queue.queueArn,
    rawMessageDelivery: true,
    redrivePolicy: { deadLetterTargetArn: deadLetters.queueArn },
  })
  for (const { policyDependable } of mayFill)
    if (policyDependable) subscription.node.addDependency(policyDependable)
  return topic
}

export const addEmailSending = (stack: Stack, key: IKey, sesEvents: WorkQueue, senderAddress: string) => {
  const configurationSet = new ConfigurationSet(stack, 'EmailReports', {
    tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
  })
  new ConfigurationSetEventDestination(stack, 'EmailEventDestination', {
    configurationSet,
    destination: EventDestination.snsTopic(reportTo(stack, key, sesEvents)),
    events,
  })

  const identityArn = (identity: string) =>
    stack.formatArn({ service: 'ses', resource: 'identity', resourceName: identity })
  return {
    configurationSet: configurationSet.configurationSetName,
    senderAddress,
    /** What SES asks leave for: the address or, where only its domain is verified, the domain; and the set. */
    arns: [
      identityArn(senderAddress),
      identityArn(Fn.select(1, Fn.split('@', senderAddress))),
      stack.formatArn({
        service: 'ses',
        resource: 'configuration-set',
        resourceName: configurationSet.configurationSetName,
      }),
    ],
  }
}

export type EmailSending = ReturnType<typeof addEmailSending>
