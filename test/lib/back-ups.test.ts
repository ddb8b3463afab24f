import { describe, expect, it } from 'vitest'

import { tables } from '../../adapters/tables.ts'
import { backupDays } from '../../domain/person/retention.ts'
import { grantsOf } from './statements.ts'
import { listed, plain, resourceOf, synthesise } from './synthesise.ts'

const template = synthesise()
const vault = resourceOf(template, 'AWS::Backup::BackupVault', 'BackUpVault')
const { BackupPlan: plan } = resourceOf(template, 'AWS::Backup::BackupPlan', 'BackUpPlan')
  .Properties as unknown as { BackupPlan: { BackupPlanRule: Record<string, unknown>[] } }

describe('the copies of each night', () => {
  it('are made of every table', () => {
    const { BackupSelection } = resourceOf(template, 'AWS::Backup::BackupSelection', 'BackUpPlanEveryTable')
      .Properties as unknown as { BackupSelection: { Resources: unknown[] } }

    expect(BackupSelection.Resources.map(plain).toSorted()).toEqual(
      Object.keys(tables)
        .map((name) => `Records${name}`)
        .toSorted(),
    )
  })

  it('are kept as long as people are told, no longer and no shorter, and nobody deletes one before', () => {
    const [nightly] = plan.BackupPlanRule

    expect(plan.BackupPlanRule).toHaveLength(1)
    expect(nightly).toMatchObject({
      ScheduleExpression: 'cron(0 7 * * ? *)',
      Lifecycle: { DeleteAfterDays: backupDays },
    })
    expect(vault.Properties['LockConfiguration']).toEqual({
      MinRetentionDays: backupDays,
      MaxRetentionDays: backupDays,
    })
  })

  it('are encrypted with our key, and outlive the stack', () => {
    expect(plain(vault.Properties['EncryptionKeyArn'])).toBe('Key')
    expect(vault).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })
  })

  it('are made by a role that AWS Backup alone takes on, and that can do nothing else', () => {
    const { Properties: role } = resourceOf(template, 'AWS::IAM::Role', 'BackUpRole')
    const trust = role['AssumeRolePolicyDocument'] as { Statement: unknown[] }

    expect(trust.Statement).toEqual([
      {
        Action: 'sts:AssumeRole',
        Effect: 'Allow',
        Principal: { Service: 'backup.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      },
    ])
    const actions = grantsOf(template, 'BackUp').map((grant) => grant.split(' ')[0])
    expect([...new Set(actions)]).toEqual([
      'backup:CopyIntoBackupVault',
      'backup:DescribeBackupVault',
      'dynamodb:DescribeTable',
      'dynamodb:ListTagsOfResource',
      'dynamodb:StartAwsBackupJob',
      'kms:CreateGrant',
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:Encrypt',
      'kms:GenerateDataKey',
    ])
  })

  it('are heard of by on-call when one fails', () => {
    const { Properties: alarm } = resourceOf(template, 'AWS::CloudWatch::Alarm', 'BackUpsFailed')

    expect(alarm).toMatchObject({ Namespace: 'AWS/Backup', MetricName: 'NumberOfBackupJobsFailed' })
    expect(
      listed(alarm['Dimensions']).map((one) => {
        const { Name, Value } = one as { Name: string; Value: unknown }
        return [Name, plain(Value)]
      }),
    ).toEqual([['BackupVaultName', 'BackUpVault']])
  })
})
