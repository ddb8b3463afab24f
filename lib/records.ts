import { RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'

import { type TableKey, type TableName, tables } from '../adapters/tables.ts'
import { mapByName } from './by-name.ts'

interface Shape extends TableKey {
  indexes: Record<string, TableKey>
  expiresBy?: string
}

const text = (name: string) => ({ name, type: AttributeType.STRING })

const keyed = ({ partition, sort }: TableKey) => ({
  partitionKey: text(partition),
  ...(sort === undefined ? {} : { sortKey: text(sort) }),
})

/**
 * A table per record, each kept when the stack goes: what people trusted us with is never removed by a deployment.
 * `Table` and not `TableV2`, which takes a key of our own only where the region is known when the stack is written.
 */
export const addRecords = (stack: Stack, key: IKey): Record<TableName, Table> => {
  const records = new Construct(stack, 'Records')
  return mapByName<TableName, Shape, Table>(tables, (name, { indexes, expiresBy, ...ownKey }) => {
    const table = new Table(records, name, {
      ...keyed(ownKey),
      ...(expiresBy === undefined ? {} : { timeToLiveAttribute: expiresBy }),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    mapByName(indexes, (indexName, indexKey) =>
      table.addGlobalSecondaryIndex({ indexName, ...keyed(indexKey) }),
    )
    return table
  })
}
