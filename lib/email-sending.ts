import { Fn, type Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import {
  ConfigurationSet,
  ConfigurationSetEventDestination,
  type ConfigurationSetProps,
  ConfigurationSetTlsPolicy,
  EmailSendingEvent,
  EventDestination,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses'
import { CfnSubscription, Topic } from 'aws-cdk-lib/aws-sns'

import { mapByName, pascalCase } from './by-name.ts'
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

/**
 * What a bounce does to later mail: to a person none goes out any more. Staff always hear of requests, so neither the
 * account's list of suppressed addresses nor a bounce of last week stands between us and a mailbox that was repaired.
 */
const suppression = {
  person: { suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS },
  staff: { disableSuppressionList: true },
} satisfies Record<string, Partial<ConfigurationSetProps>>

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
  const topic = reportTo(stack, key, sesEvents)
  const sets = mapByName(suppression, (audience, suppressed) => {
    const id = `EmailTo${pascalCase(audience)}`
    const configurationSet = new ConfigurationSet(stack, id, {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      ...suppressed,
    })
    new ConfigurationSetEventDestination(stack, `${id}Events`, {
      configurationSet,
      destination: EventDestination.snsTopic(topic),
      events,
    })
    return configurationSet.configurationSetName
  })

  const arnOf = (resource: string, resourceName: string) =>
    stack.formatArn({ service: 'ses', resource, resourceName })
  return {
    configurationSets: sets,
    senderAddress,
    /** What SES asks leave for: the address or, where only its domain is verified, the domain; and the sets. */
    arns: [
      arnOf('identity', senderAddress),
      arnOf('identity', Fn.select(1, Fn.split('@', senderAddress))),
      ...Object.values(sets).map((set) => arnOf('configuration-set', set)),
    ],
  }
}

export type EmailSending = ReturnType<typeof addEmailSending>
