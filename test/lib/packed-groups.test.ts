import { describe, expect, it } from 'vitest'

import { allStatements } from './statements.ts'
import { plain, resourceOf, resourcesOf, synthesise } from './synthesise.ts'

const template = synthesise()

describe('the bucket of the packed groups', () => {
  it('is the only one, encrypted with our key, and open to nobody outside', () => {
    const { Properties } = resourceOf(template, 'AWS::S3::Bucket', 'PackedGroups')
    const [rule] = (Properties['BucketEncryption'] as { ServerSideEncryptionConfiguration: object[] })
      .ServerSideEncryptionConfiguration

    expect(resourcesOf(template, 'AWS::S3::Bucket')).toHaveLength(1)
    expect(Properties['PublicAccessBlockConfiguration']).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    })
    expect(rule).toMatchObject({ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } })
    expect(
      plain(
        (rule as Record<string, Record<string, unknown>>)['ServerSideEncryptionByDefault']?.[
          'KMSMasterKeyID'
        ],
      ),
    ).toBe('Key')
  })

  it('lets nobody in without encryption on the way, and gives nobody leave', () => {
    const said = allStatements(template)
      .filter(({ on }) => on.startsWith('PackedGroupsPolicy'))
      .map(({ statement }) => statement)

    expect(said.map(({ Effect }) => Effect)).toEqual(said.map(() => 'Deny'))
    expect(JSON.stringify(said)).toContain('"aws:SecureTransport":"false"')
  })

  it('stays when the stack goes, because S3 removes none that something lies in', () => {
    const { DeletionPolicy } = resourceOf(template, 'AWS::S3::Bucket', 'PackedGroups')

    expect(DeletionPolicy).toBe('Retain')
  })
})

describe('the stream of changes', () => {
  it('is of the groups alone, and names nothing but the row that changed', () => {
    const streams = resourcesOf(template, 'AWS::DynamoDB::Table').flatMap(({ id, body: { Properties } }) =>
      Properties['StreamSpecification'] ? [[id.slice(0, 13), Properties['StreamSpecification']]] : [],
    )

    expect(streams).toEqual([['Recordsgroups', { StreamViewType: 'KEYS_ONLY' }]])
  })
})
