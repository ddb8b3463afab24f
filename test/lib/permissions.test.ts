import { describe, expect, it } from 'vitest'

import { tables } from '../../adapters/tables.ts'
import { type FunctionName, triggers } from '../../functions/triggers.ts'
import { pascalCase } from '../../lib/by-name.ts'
import { allStatements, grantsOf } from './statements.ts'
import { listed, plain, resourcesOf, synthesise } from './synthesise.ts'

const template = synthesise()

const ring = (name: string) => `parameter/aws/reference/secretsmanager/OpenCircle-${name}-BIRTH`
const useOfSecrets = 'kms:Decrypt Key if kms:ViaService is secretsmanager.REGION.amazonaws.com'
const identifierKey = [
  `ssm:GetParameters ${ring('identifier-key')}`,
  'secretsmanager:GetSecretValue IdentifierKey',
]
const linkKeys = [`ssm:GetParameters ${ring('link-keys')}`, 'secretsmanager:GetSecretValue LinkKeys']
const staffSignIn = [
  `ssm:GetParameters ${ring('staff-sign-in')}`,
  'secretsmanager:GetSecretValue StaffSignIn',
]
const siteAddress = 'ssm:GetParameters parameter/OpenCircle/site-address'
const allParameters = [...identifierKey, ...linkKeys, siteAddress, useOfSecrets]
const useOfQueues = ['kms:Decrypt', 'kms:GenerateDataKey'].map(
  (action) => `${action} Key if kms:ViaService is sqs.REGION.amazonaws.com`,
)
const useOfObjects = ['kms:Decrypt', 'kms:GenerateDataKey'].map(
  (action) => `${action} Key if kms:ViaService is s3.REGION.amazonaws.com`,
)
const useOfTables = [
  'Decrypt',
  'DescribeKey',
  'Encrypt',
  'GenerateDataKey',
  'ReEncryptFrom',
  'ReEncryptTo',
].map((action) => `kms:${action} Key if kms:ViaService is dynamodb.REGION.amazonaws.com`)
const may = (table: string, ...verbs: string[]) => verbs.map((verb) => `dynamodb:${verb} Records${table}`)
const workOn = (queue: string) =>
  ['DeleteMessage', 'GetQueueAttributes', 'ReceiveMessage'].map((action) => `sqs:${action} ${queue}Queue`)
const sendEmailAs = (resource: string) =>
  `ses:SendRawEmail arn:aws:ses:REGION:ACCOUNT:${resource} if ses:FromAddress is SenderAddress`

const expected: Record<FunctionName, string[]> = {
  'serve-form': [],
  'ask-questions': [...linkKeys, useOfSecrets],
  'sign-in-staff': [
    ...may('staff', 'GetItem', 'UpdateItem'),
    ...may('trail', 'PutItem'),
    ...useOfTables,
    ...linkKeys,
    siteAddress,
    ...staffSignIn,
    useOfSecrets,
  ],
  'serve-console': [
    ...may('staff', 'GetItem'),
    ...may('intakes', 'GetItem'),
    ...may('referrals', 'GetItem'),
    ...may('groups', 'GetItem', 'Scan'),
    ...may('emails', 'Query'),
    ...may('trail', 'PutItem', 'Query'),
    ...may('feeds', 'GetItem'),
    'dynamodb:Query Recordsintakes/index/byReference',
    'dynamodb:Query Recordsintakes/index/inbox',
    'dynamodb:Query Recordsreferrals/index/byIntake',
    'dynamodb:Query Recordsreferrals/index/inbox',
    ...useOfTables,
    ...linkKeys,
    siteAddress,
    useOfSecrets,
  ],
  'preview-decision': [
    ...may('staff', 'GetItem'),
    ...may('intakes', 'GetItem'),
    ...may('referrals', 'GetItem'),
    ...may('groups', 'GetItem'),
    ...may('feeds', 'GetItem'),
    'dynamodb:Query Recordsintakes/index/byReference',
    'dynamodb:Query Recordsreferrals/index/byIntake',
    ...useOfTables,
    ...linkKeys,
    siteAddress,
    useOfSecrets,
  ],
  'decide-intake': [
    ...may('staff', 'GetItem'),
    ...may('intakes', 'GetItem', 'PutItem'),
    ...may('referrals', 'GetItem', 'PutItem'),
    ...may('groups', 'GetItem', 'UpdateItem'),
    ...may('emails', 'PutItem'),
    ...may('tombstones', 'PutItem'),
    ...may('trail', 'PutItem'),
    ...may('feeds', 'GetItem'),
    'dynamodb:Query Recordsintakes/index/byReference',
    'dynamodb:Query Recordsreferrals/index/byIntake',
    'sqs:SendMessage EmailsQueue',
    'sqs:SendMessage IntakesQueue',
    ...useOfTables,
    ...useOfQueues,
    ...allParameters,
  ],
  'submit-intake': ['sqs:SendMessage IntakesQueue', ...useOfQueues, ...allParameters],
  'answer-link': [
    ...may('intakes', 'GetItem', 'PutItem'),
    ...may('referrals', 'GetItem', 'PutItem'),
    'dynamodb:Query Recordsreferrals/index/byIntake',
    ...may('groups', 'GetItem', 'UpdateItem'),
    ...may('emails', 'PutItem', 'Query'),
    ...may('tombstones', 'GetItem', 'PutItem'),
    ...may('trail', 'PutItem', 'Query'),
    'sqs:SendMessage IntakesQueue',
    'sqs:SendMessage EmailsQueue',
    ...useOfTables,
    ...useOfQueues,
    ...allParameters,
  ],
  'answer-facilitator': [
    ...may('intakes', 'GetItem', 'PutItem'),
    ...may('referrals', 'GetItem', 'PutItem'),
    ...may('groups', 'UpdateItem'),
    ...may('emails', 'PutItem'),
    ...may('trail', 'PutItem'),
    'sqs:SendMessage EmailsQueue',
    'sqs:SendMessage IntakesQueue',
    ...useOfTables,
    ...useOfQueues,
    ...linkKeys,
    useOfSecrets,
  ],
  'match-intake': [
    ...may('intakes', 'GetItem', 'PutItem'),
    ...may('tombstones', 'ConditionCheckItem'),
    ...may('groups', 'BatchGetItem', 'GetItem', 'Scan', 'UpdateItem'),
    's3:GetObject PackedGroups/groups',
    ...useOfObjects,
    ...may('feeds', 'GetItem'),
    'dynamodb:Query Recordsintakes/index/due',
    ...may('referrals', 'PutItem'),
    ...may('emails', 'PutItem'),
    ...may('trail', 'PutItem'),
    'sqs:SendMessage EmailsQueue',
    ...workOn('Intakes'),
    ...useOfTables,
    ...useOfQueues,
  ],
  'send-email': [
    ...may('emails', 'GetItem', 'UpdateItem', 'PutItem', 'ConditionCheckItem'),
    ...may('intakes', 'GetItem', 'PutItem'),
    ...may('referrals', 'GetItem'),
    ...may('trail', 'PutItem'),
    'dynamodb:Query Recordsintakes/index/inbox',
    'dynamodb:Query Recordsreferrals/index/inbox',
    sendEmailAs('identity/SenderAddress'),
    sendEmailAs('identity/SenderAddress by @[1]'),
    sendEmailAs('configuration-set/EmailToPerson'),
    sendEmailAs('configuration-set/EmailToStaff'),
    ...workOn('Emails'),
    ...useOfTables,
    ...useOfQueues,
    ...linkKeys,
    siteAddress,
    useOfSecrets,
  ],
  'record-delivery': [
    'dynamodb:Query Recordsemails/index/byEmailId',
    ...may('emails', 'GetItem', 'PutItem'),
    ...may('intakes', 'GetItem', 'PutItem'),
    ...may('trail', 'PutItem'),
    ...workOn('SesEvents'),
    ...useOfTables,
    ...useOfQueues,
  ],
  'sweep-due': [
    'dynamodb:Query Recordsemails/index/due',
    ...may('emails', 'DeleteItem', 'GetItem', 'PutItem', 'Query'),
    ...may('groups', 'UpdateItem'),
    'dynamodb:Query Recordsintakes/index/due',
    ...may('intakes', 'DeleteItem', 'GetItem', 'PutItem'),
    'dynamodb:Query Recordsreferrals/index/due',
    'dynamodb:Query Recordsreferrals/index/byIntake',
    ...may('referrals', 'DeleteItem', 'GetItem', 'PutItem'),
    ...may('trail', 'DeleteItem', 'PutItem', 'Query'),
    'sqs:SendMessage IntakesQueue',
    'sqs:SendMessage EmailsQueue',
    'ses:GetSendQuota *',
    ...useOfTables,
    ...useOfQueues,
  ],
  'publish-directory': [
    ...['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map(
      (action) => `dynamodb:${action} Recordsgroups`,
    ),
    ...may('groups', 'Scan'),
    's3:GetObject PackedGroups/groups',
    's3:PutObject PackedGroups/groups',
    ...useOfTables,
    ...useOfObjects,
  ],
  'set-place-prices': [
    ...may('intakes', 'Scan'),
    ...may('referrals', 'Scan'),
    ...may('groups', 'Scan'),
    ...may('feeds', 'GetItem', 'PutItem'),
    ...useOfTables,
  ],
  'erase-expired': [
    ...may('intakes', 'GetItem', 'PutItem', 'Scan'),
    ...may('referrals', 'GetItem', 'PutItem'),
    ...may('groups', 'UpdateItem'),
    ...may('emails', 'PutItem'),
    ...may('tombstones', 'PutItem'),
    ...may('trail', 'PutItem'),
    'sqs:SendMessage IntakesQueue',
    'sqs:SendMessage EmailsQueue',
    ...useOfTables,
    ...useOfQueues,
  ],
  reconcile: [
    ...may('emails', 'GetItem', 'Scan'),
    ...may('groups', 'GetItem', 'Scan'),
    ...may('intakes', 'GetItem', 'Scan'),
    ...may('referrals', 'GetItem', 'Scan'),
    'dynamodb:Query Recordsemails/index/byEmailId',
    'dynamodb:Query Recordsreferrals/index/byGroup',
    'dynamodb:Query Recordsreferrals/index/byIntake',
    ...useOfTables,
  ],
}

describe('permissions', () => {
  it.each(Object.entries(expected))('give %s what it needs and no more', (name, grants) => {
    const id = pascalCase(name)
    const ownLogs = ['logs:CreateLogStream', 'logs:PutLogEvents'].map((action) => `${action} ${id}Logs`)

    expect(grantsOf(template, id)).toEqual([...ownLogs, ...grants].toSorted())
  })

  it('let one function alone delete a row: the sweeper, what is left of someone who was erased', () => {
    const deleting = Object.keys(expected).filter((name) =>
      grantsOf(template, pascalCase(name)).some((grant) => /^dynamodb:(Delete|BatchWrite)/.test(grant)),
    )

    expect(deleting).toEqual(['sweep-due'])
  })

  const writesOf = (name: FunctionName) =>
    grantsOf(template, pascalCase(name)).filter((grant) =>
      /^(dynamodb:(Put|Update|Delete|Batch|Transact)|sqs:|ses:|s3:Put)/.test(grant),
    )

  it('let the pages of staff write nothing but that somebody looked, and a preview nothing at all', () => {
    expect(writesOf('serve-console')).toEqual(['dynamodb:PutItem Recordstrail'])
    expect(writesOf('preview-decision')).toEqual([])
  })

  it('let nobody but who signs staff in read the secret of their sign-in, or end and begin a session', () => {
    const having = (grant: RegExp) =>
      Object.keys(expected).filter((name) =>
        grantsOf(template, pascalCase(name)).some((one) => grant.test(one)),
      )

    expect(having(/GetSecretValue StaffSignIn|\/OpenCircle-staff-sign-in-/)).toEqual(['sign-in-staff'])
    expect(having(/UpdateItem Recordsstaff/)).toEqual(['sign-in-staff'])
  })

  it.each(Object.keys(expected))('reach what %s is told the name of, and nothing else', (name) => {
    const settings: readonly string[] = triggers[name as FunctionName].settings
    const told = [
      ...Object.keys(tables)
        .filter((table) => settings.includes(`${table.toUpperCase()}_TABLE`))
        .map((table) => `Records${table}`),
      ...['Intakes', 'Emails']
        .filter((queue) => settings.includes(`${queue.toUpperCase()}_QUEUE_URL`))
        .map((queue) => `sqs:SendMessage ${queue}Queue`),
      ...(settings.includes('IDENTIFIER_KEY_NAME') ? [ring('identifier-key')] : []),
      ...(settings.includes('LINK_KEYS_NAME') ? [ring('link-keys')] : []),
      ...(settings.includes('STAFF_SIGN_IN_NAME') ? [ring('staff-sign-in')] : []),
      ...(settings.includes('PACKED_GROUPS') ? ['PackedGroups/groups'] : []),
      ...(settings.includes('SITE_ADDRESS_NAME') ? ['parameter/OpenCircle/site-address'] : []),
    ]

    const reached = grantsOf(template, pascalCase(name)).flatMap(
      (grant) => grant.match(/Records[a-z]+|sqs:SendMessage \w+|PackedGroups.+|parameter\/.+/) ?? [],
    )

    expect([...new Set(reached)].toSorted()).toEqual(told.toSorted())
  })

  // In a key policy `*` means this key; the next test has those.
  it('never allow more than what is named', () => {
    const wide = allStatements(template)
      .filter(({ on, statement }) => statement.Effect === 'Allow' && !on.startsWith('Key'))
      .flatMap(({ on, statement }) =>
        [...listed(statement.Action), ...listed(statement.Resource ?? [])]
          .map(plain)
          .filter((text) => text.includes('*'))
          .map((text) => `${on}: ${text}`),
      )

    // GetSendQuota tells two numbers about the account and has no resource that could be named.
    expect(wide).toEqual([expect.stringMatching(/^SweepDueRole\w+: \*$/)])
  })

  it('let only our own account use the key, and services only on behalf of it', () => {
    const uses = allStatements(template)
      .filter(({ on }) => on.startsWith('Key'))
      .map(({ statement: { Principal, Action, Condition = {} } }) => {
        const { AWS: account, Service: service } = Principal as { AWS?: unknown; Service?: unknown }
        const asked = Object.values(Condition)
          .flatMap(Object.entries)
          .map(([key, value]) => `${key} ${plain(value)}`)
        return [
          listed(account ?? service)
            .map(plain)
            .join(' '),
          listed(Action).join(' '),
          asked.join(),
        ]
      })

    const write = 'kms:Decrypt kms:GenerateDataKey'
    const ours = 'aws:SourceAccount ACCOUNT'
    expect(uses).toEqual([
      // Without its own account nobody could ever administer a key, and AWS asks for just this.
      ['arn:aws:iam::ACCOUNT:root', 'kms:*', ''],
      ['cloudwatch.amazonaws.com ses.amazonaws.com sns.amazonaws.com', write, ours],
      [
        'logs.REGION.amazonaws.com',
        'kms:Decrypt kms:DescribeKey kms:Encrypt kms:GenerateDataKey kms:GenerateDataKeyWithoutPlaintext kms:ReEncryptFrom kms:ReEncryptTo',
        'kms:EncryptionContext:aws:logs:arn arn:aws:logs:REGION:ACCOUNT:log-group:*',
      ],
    ])
  })

  it('are written out here: no function has a managed policy or a policy beside its role', () => {
    const managed = resourcesOf(template, 'AWS::IAM::Role')
      .filter(({ body }) => body.Properties['ManagedPolicyArns'])
      .map(({ id }) => id.replace(/[0-9A-F]{8}$/, ''))

    // API Gateway writes its logs through one role for the whole account, and AWS keeps the policy for it.
    expect(managed).toEqual(['HttpApiCloudWatchRole'])
    template.resourceCountIs('AWS::IAM::Policy', 0)
    template.resourceCountIs('AWS::IAM::ManagedPolicy', 0)
  })
})
