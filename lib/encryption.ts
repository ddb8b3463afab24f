import { Aws, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'

/** Services that write into our encrypted topics and queues on their own account, not as one of our functions. */
const writers = {
  alarms: 'cloudwatch.amazonaws.com',
  'what became of an e-mail': 'ses.amazonaws.com',
  'a topic that fills a queue': 'sns.amazonaws.com',
}

/**
 * One key for everything at rest: records, messages, secrets, logs. It stays when the stack goes, because the records
 * stay and nobody could read them without it. Key policies name the account, never a topic or a queue: those name the
 * key, and CloudFormation refuses a circle.
 */
export const addKey = (stack: Stack) => {
  const key = new Key(stack, 'Key', {
    description: `Encrypts what ${stack.stackName} keeps about people who ask for a group.`,
    alias: stack.stackName,
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })

  for (const service of Object.values(writers))
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(service)],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    )

  key.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal(`logs.${Aws.REGION}.amazonaws.com`)],
      actions: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
      resources: ['*'],
      conditions: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': stack.formatArn({
            service: 'logs',
            resource: 'log-group:*',
          }),
        },
      },
    }),
  )

  return key
}
