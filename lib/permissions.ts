import type { Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'

import type { TableName, tables as shapes } from '../adapters/tables.ts'
import type { FunctionName, QueueName } from '../functions/triggers.ts'
import type { EmailSending } from './email-sending.ts'
import type { Keys, Parameter } from './keys.ts'
import type { PackedGroups } from './packed-groups.ts'
import type { StaffSignIn } from './staff-sign-in.ts'

type Verb =
  | 'BatchGetItem'
  | 'GetItem'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem'
  | 'Query'
  | 'Scan'
type Index<Table extends TableName> = string & keyof (typeof shapes)[Table]['indexes']

interface Parts {
  stack: Stack
  key: IKey
  keys: Keys
  tables: Record<TableName, { tableArn: string; tableStreamArn?: string | undefined }>
  packedGroups: PackedGroups
  queues: Record<QueueName, { queue: { queueArn: string } }>
  email: EmailSending
  staffSignIn: StaffSignIn
}

const allow = (actions: string[], resources: string[], conditions?: Record<string, Record<string, string>>) =>
  new PolicyStatement({ actions, resources, ...(conditions && { conditions }) })

/**
 * Everything that each function may touch, and so everything it could leak or spoil: the page to show to whoever
 * answers for data protection. Its own logs and the use of the encryption key are added below, by rule.
 */
const grants = (parts: Parts): Record<FunctionName, PolicyStatement[]> => {
  const { tables, packedGroups, queues, email, staffSignIn } = parts
  const { identifierKey, linkKeys, siteAddress } = parts.keys

  const may = (table: TableName, ...verbs: Verb[]) =>
    allow(
      verbs.map((verb) => `dynamodb:${verb}`),
      [tables[table].tableArn],
    )
  const query = <Table extends TableName>(table: Table, index: Index<Table>) =>
    allow(['dynamodb:Query'], [`${tables[table].tableArn}/index/${index}`])
  /** What Lambda asks for in the name of a function that a stream wakes (Lambda guide, "Using AWS Lambda with DynamoDB"). */
  const followChangesOf = (table: TableName) =>
    allow(
      ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((verb) => `dynamodb:${verb}`),
      [tables[table].tableStreamArn ?? ''],
    )
  const packed = (...verbs: ('GetObject' | 'PutObject')[]) =>
    allow(
      verbs.map((verb) => `s3:${verb}`),
      [packedGroups.arn],
    )
  const sendTo = (queue: QueueName) => allow(['sqs:SendMessage'], [queues[queue].queue.queueArn])
  const workOn = (queue: QueueName) =>
    allow(
      ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
      [queues[queue].queue.queueArn],
    )
  const read = (...parameters: Parameter[]) => [
    allow(
      ['ssm:GetParameters'],
      parameters.map(({ arn }) => arn),
    ),
    allow(
      ['secretsmanager:GetSecretValue'],
      parameters.flatMap(({ secretArn }) => secretArn ?? []),
    ),
  ]

  return {
    'serve-form': [],
    'ask-questions': read(linkKeys),
    'sign-in-staff': [
      may('staff', 'GetItem', 'UpdateItem'),
      may('trail', 'PutItem'),
      ...read(linkKeys, siteAddress, staffSignIn.parameter),
    ],
    // The trail, where it writes who looked, is the one thing that it may add to.
    'serve-console': [
      may('staff', 'GetItem'),
      may('intakes', 'GetItem'),
      may('referrals', 'GetItem'),
      may('groups', 'GetItem', 'Scan'),
      may('emails', 'Query'),
      may('trail', 'PutItem', 'Query'),
      may('feeds', 'GetItem'),
      query('intakes', 'byReference'),
      query('intakes', 'inbox'),
      query('referrals', 'byIntake'),
      query('referrals', 'inbox'),
      ...read(linkKeys, siteAddress),
    ],
    'preview-decision': [
      may('staff', 'GetItem'),
      may('intakes', 'GetItem'),
      may('referrals', 'GetItem'),
      may('groups', 'GetItem'),
      may('feeds', 'GetItem'),
      query('intakes', 'byReference'),
      query('referrals', 'byIntake'),
      ...read(linkKeys, siteAddress),
    ],
    'decide-intake': [
      may('staff', 'GetItem'),
      may('intakes', 'GetItem', 'PutItem'),
      may('referrals', 'GetItem', 'PutItem'),
      may('groups', 'GetItem', 'UpdateItem'),
      may('emails', 'PutItem'),
      may('tombstones', 'PutItem'),
      may('trail', 'PutItem'),
      may('feeds', 'GetItem'),
      query('intakes', 'byReference'),
      query('referrals', 'byIntake'),
      sendTo('emails'),
      sendTo('intakes'),
      ...read(identifierKey, linkKeys, siteAddress),
    ],
    'submit-intake': [sendTo('intakes'), ...read(identifierKey, linkKeys, siteAddress)],
    'answer-link': [
      may('intakes', 'GetItem', 'PutItem'),
      may('referrals', 'GetItem', 'PutItem'),
      may('groups', 'GetItem', 'UpdateItem'),
      may('emails', 'PutItem', 'Query'),
      may('tombstones', 'GetItem', 'PutItem'),
      may('trail', 'PutItem', 'Query'),
      query('referrals', 'byIntake'),
      sendTo('intakes'),
      sendTo('emails'),
      ...read(identifierKey, linkKeys, siteAddress),
    ],
    'answer-facilitator': [
      may('intakes', 'GetItem', 'PutItem'),
      may('referrals', 'GetItem', 'PutItem'),
      may('groups', 'UpdateItem'),
      may('emails', 'PutItem'),
      may('trail', 'PutItem'),
      sendTo('emails'),
      sendTo('intakes'),
      ...read(linkKeys),
    ],
    'match-intake': [
      workOn('intakes'),
      may('intakes', 'GetItem', 'PutItem'),
      may('tombstones', 'ConditionCheckItem'),
      may('groups', 'BatchGetItem', 'GetItem', 'Scan', 'UpdateItem'),
      packed('GetObject'),
      may('feeds', 'GetItem'),
      query('intakes', 'due'),
      may('referrals', 'PutItem'),
      may('emails', 'PutItem'),
      may('trail', 'PutItem'),
      sendTo('emails'),
    ],
    'send-email': [
      workOn('emails'),
      may('emails', 'ConditionCheckItem', 'GetItem', 'PutItem', 'UpdateItem'),
      may('intakes', 'GetItem', 'PutItem'),
      may('referrals', 'GetItem'),
      may('trail', 'PutItem'),
      query('intakes', 'inbox'),
      query('referrals', 'inbox'),
      allow(['ses:SendRawEmail'], email.arns, {
        StringEquals: { 'ses:FromAddress': email.senderAddress },
      }),
      ...read(linkKeys, siteAddress),
    ],
    'record-delivery': [
      workOn('ses-events'),
      may('emails', 'GetItem', 'PutItem'),
      may('intakes', 'GetItem', 'PutItem'),
      may('trail', 'PutItem'),
      query('emails', 'byEmailId'),
    ],
    // The one function that can delete a row: what is left of someone who was erased.
    'sweep-due': [
      may('emails', 'DeleteItem', 'GetItem', 'PutItem', 'Query'),
      may('groups', 'UpdateItem'),
      may('intakes', 'DeleteItem', 'GetItem', 'PutItem'),
      may('referrals', 'DeleteItem', 'GetItem', 'PutItem'),
      may('trail', 'DeleteItem', 'PutItem', 'Query'),
      query('emails', 'due'),
      query('intakes', 'due'),
      query('referrals', 'due'),
      query('referrals', 'byIntake'),
      sendTo('emails'),
      sendTo('intakes'),
      // Two numbers about the account. AWS knows no narrower way to grant them.
      allow(['ses:GetSendQuota'], ['*']),
    ],
    reconcile: [
      may('emails', 'GetItem', 'Scan'),
      may('groups', 'GetItem', 'Scan'),
      may('intakes', 'GetItem', 'Scan'),
      may('referrals', 'GetItem', 'Scan'),
      query('emails', 'byEmailId'),
      query('referrals', 'byGroup'),
      query('referrals', 'byIntake'),
    ],
    // S3 asks for both from whoever replaces an object only where it is still the one that was seen.
    'publish-directory': [followChangesOf('groups'), may('groups', 'Scan'), packed('GetObject', 'PutObject')],
    'set-place-prices': [
      may('intakes', 'Scan'),
      may('referrals', 'Scan'),
      may('groups', 'Scan'),
      may('feeds', 'GetItem', 'PutItem'),
    ],
    'erase-expired': [
      may('intakes', 'GetItem', 'PutItem', 'Scan'),
      may('referrals', 'GetItem', 'PutItem'),
      may('groups', 'UpdateItem'),
      may('emails', 'PutItem'),
      may('tombstones', 'PutItem'),
      may('trail', 'PutItem'),
      sendTo('emails'),
      sendTo('intakes'),
    ],
  }
}

/**
 * What each service does with the encryption key in the name of the function that calls it. For tables: DynamoDB
 * guide, "Authorizing use of your customer managed key", less the making of grants.
 */
const keyUses = {
  dynamodb: [
    'kms:Decrypt',
    'kms:DescribeKey',
    'kms:Encrypt',
    'kms:GenerateDataKey',
    'kms:ReEncryptFrom',
    'kms:ReEncryptTo',
  ],
  sqs: ['kms:Decrypt', 'kms:GenerateDataKey'],
  s3: ['kms:Decrypt', 'kms:GenerateDataKey'],
  secretsmanager: ['kms:Decrypt'],
}

const useOfKey = ({ stack, key }: Parts, granted: PolicyStatement[]) =>
  Object.entries(keyUses)
    .filter(([service]) =>
      granted.some(({ actions }) => actions.some((action) => action.startsWith(`${service}:`))),
    )
    .map(([service, actions]) =>
      allow(actions, [key.keyArn], {
        StringEquals: { 'kms:ViaService': `${service}.${stack.region}.amazonaws.com` },
      }),
    )

export const permissionsOf = (parts: Parts, name: FunctionName): PolicyStatement[] => {
  const granted = grants(parts)[name]
  return [...granted, ...useOfKey(parts, granted)]
}

/** The ARN of a log group ends in `:*`, its streams: the one wildcard that AWS leaves no way around. */
export const mayLog = (logGroupArn: string) =>
  allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroupArn])
