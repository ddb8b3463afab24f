import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'

import { alarm } from './on-call.ts'

interface WorkQueueProps {
  /** Who is not being helped while messages fail or wait, as a sentence: it is what on-call reads first. */
  impact: string
  /** The time limit of the function that works on it. */
  timeoutSeconds: number
  /** True where a message may be all there is of what a person sent us: such a queue outlives the stack. */
  isOnlyCopy: boolean
  key: IKey
  onCall: ITopic
}

/** Tries of one message before it is set aside for a person to look at. */
const maxReceiveCount = 5

/** SQS allows no more, and a long weekend with a broken function must not cost anyone their request. */
const retentionPeriod = Duration.days(14)

/** A queue, the place for what it could not do, and two alarms that say whom it concerns. */
export class WorkQueue extends Construct {
  readonly queue: Queue
  readonly deadLetters: Queue

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id)
    const { impact, timeoutSeconds, isOnlyCopy, key, onCall } = props
    const kept = {
      retentionPeriod,
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: key,
      enforceSSL: true,
      removalPolicy: isOnlyCopy ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    }

    this.deadLetters = new Queue(this, 'DeadLetters', kept)
    this.queue = new Queue(this, 'Queue', {
      ...kept,
      // Six times the function's limit: AWS Lambda guide, "Using Lambda with Amazon SQS".
      visibilityTimeout: Duration.seconds(6 * timeoutSeconds),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount },
    })

    alarm(this, 'SetAside', onCall, {
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) }),
      threshold: 1,
      impact,
      sign: `A message failed ${maxReceiveCount} times and waits in the dead-letter queue.`,
    })
    alarm(this, 'Waiting', onCall, {
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(1) }),
      threshold: Duration.minutes(5).toSeconds(),
      impact,
      sign: 'The oldest message has waited for more than five minutes.',
    })
  }
}
