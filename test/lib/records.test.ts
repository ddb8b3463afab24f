import { describe, expect, it } from 'vitest'

import { type TableKey, tables } from '../../adapters/tables.ts'
import { resourcesOf, synthesise } from './synthesise.ts'

const template = synthesise()
const found = resourcesOf(template, 'AWS::DynamoDB::Table')

const keySchema = ({ partition, sort }: TableKey) => [
  { AttributeName: partition, KeyType: 'HASH' },
  ...(sort === undefined ? [] : [{ AttributeName: sort, KeyType: 'RANGE' }]),
]

/** There is one key, so a table that names a key names ours. */
const arnOf = (type: string) => ({ 'Fn::GetAtt': [resourcesOf(template, type)[0]?.id, 'Arn'] })

const wanted: [string, TableKey & { indexes: Record<string, TableKey>; expiresBy?: string }][] =
  Object.entries(tables)

const tableOf = (name: string) => {
  const one = found.find(({ id }) => id.startsWith(`Records${name}`))
  if (!one) throw new Error(`There is no table of ${name}.`)
  return one
}

describe('the tables', () => {
  it('stay under the names CloudFormation knows them by, because another name would be an empty table', () => {
    const ids = found.map(({ id }) => id)

    expect(ids).toMatchInlineSnapshot(`
      [
        "Recordsintakes482D1B4B",
        "Recordsreferrals9F88B255",
        "Recordsgroups35C66001",
        "RecordsemailsD82B8C08",
        "Recordstrail079EFA3B",
        "Recordsstaff6A99987A",
        "Recordstombstones4450D49D",
        "Recordsfeeds05284F8C",
      ]
    `)
  })

  it.each(found)('are kept, protected, recoverable and encrypted with our key: $id', ({ body }) => {
    expect(body.DeletionPolicy).toBe('Retain')
    expect(body.UpdateReplacePolicy).toBe('Retain')
    expect(body.Properties).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: arnOf('AWS::KMS::Key') },
      BillingMode: 'PAY_PER_REQUEST',
    })
  })

  it.each(wanted)('have the key, the indexes and the expiry that the adapters rely on: %s', (name, shape) => {
    const { Properties } = tableOf(name).body

    expect(Properties['KeySchema']).toEqual(keySchema(shape))
    expect(Properties['GlobalSecondaryIndexes'] ?? []).toEqual(
      Object.entries(shape.indexes).map(([IndexName, index]) => ({
        IndexName,
        KeySchema: keySchema(index),
        Projection: { ProjectionType: 'ALL' },
      })),
    )
    expect(Properties['TimeToLiveSpecification']).toEqual(
      shape.expiresBy && { AttributeName: shape.expiresBy, Enabled: true },
    )
  })

  it('are these and no others', () => {
    expect(found).toHaveLength(wanted.length)
  })
})
