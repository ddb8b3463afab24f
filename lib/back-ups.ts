import { Aws, Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import {
  BackupPlan,
  BackupPlanRule,
  BackupResource,
  BackupVault,
  CfnBackupVault,
} from 'aws-cdk-lib/aws-backup'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { Schedule } from 'aws-cdk-lib/aws-events'
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'

import type { TableName } from '../adapters/tables.ts'
import { birthmark } from './keys.ts'

/**
 * No longer and no shorter than DynamoDB's own back-ups. People are told 35 days, and a tombstone keeps whoever was
 * erased away for twice as long (domain/person/retention.ts; a test holds the three together).
 */
const keptDays = 35

/** Beside the nightly functions, which begin at 8 and 9. */
const hourUtc = 7

interface Given {
  key: IKey
  tables: Record<TableName, { tableArn: string }>
}

/** AWS Backup may read these tables into this vault, with this key, and do nothing else; our functions are no part of it. */
const addRole = (stack: Stack, { key, tables }: Given, vault: CfnBackupVault) => {
  const allow = (actions: string[], resources: string[], conditions?: Record<string, object>) =>
    new PolicyStatement({ actions, resources, ...(conditions && { conditions }) })
  return new Role(stack, 'BackUpRole', {
    description: 'What AWS Backup may do: lib/back-ups.ts.',
    assumedBy: new ServicePrincipal('backup.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
    inlinePolicies: {
      permissions: new PolicyDocument({
        // AWS's own policy for this (AWSBackupServiceRolePolicyForBackup), less every service and table but ours.
        statements: [
          allow(
            ['dynamodb:DescribeTable', 'dynamodb:ListTagsOfResource', 'dynamodb:StartAwsBackupJob'],
            Object.values(tables).map(({ tableArn }) => tableArn),
          ),
          allow(['backup:DescribeBackupVault', 'backup:CopyIntoBackupVault'], [vault.attrBackupVaultArn]),
          allow(['kms:DescribeKey'], [key.keyArn]),
          allow(['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'], [key.keyArn], {
            StringEquals: {
              'kms:ViaService': ['backup', 'dynamodb'].map((name) => `${name}.${stack.region}.amazonaws.com`),
            },
          }),
          allow(['kms:CreateGrant'], [key.keyArn], { Bool: { 'kms:GrantIsForAWSResource': 'true' } }),
        ],
      }),
    },
  })
}

/**
 * A copy of every table each night, in a vault that nobody empties: DynamoDB's own back-ups go when somebody who may
 * change a table switches them off, these do not. Gives the number of copies that failed.
 */
export const addBackUps = (stack: Stack, given: Given): Metric => {
  const vault = new CfnBackupVault(stack, 'BackUpVault', {
    // It stays when the stack goes, so a stack that comes back needs another name for its own.
    backupVaultName: `${stack.stackName}-${birthmark}`,
    encryptionKeyArn: given.key.keyArn,
    // In this way of locking, an account's own administrators can still take the lock away; in the other nobody ever could.
    lockConfiguration: { minRetentionDays: keptDays, maxRetentionDays: keptDays },
  })
  vault.applyRemovalPolicy(RemovalPolicy.RETAIN)
  const plan = new BackupPlan(stack, 'BackUpPlan', {
    backupPlanRules: [
      new BackupPlanRule({
        ruleName: 'nightly',
        backupVault: BackupVault.fromBackupVaultName(stack, 'BackUpVaultByName', vault.ref),
        scheduleExpression: Schedule.cron({ hour: String(hourUtc), minute: '0' }),
        startWindow: Duration.hours(1),
        completionWindow: Duration.hours(12),
        deleteAfter: Duration.days(keptDays),
      }),
    ],
  })
  plan.addSelection('EveryTable', {
    role: addRole(stack, given, vault),
    disableDefaultBackupPolicy: true,
    resources: Object.values(given.tables).map(({ tableArn }) => BackupResource.fromArn(tableArn)),
  })
  return new Metric({
    namespace: 'AWS/Backup',
    metricName: 'NumberOfBackupJobsFailed',
    dimensionsMap: { BackupVaultName: vault.ref },
    statistic: 'Sum',
    period: Duration.hours(1),
  })
}
