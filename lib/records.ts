import { RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { AttributeType, BillingMode, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'

import { type TableKey, type TableName, tables } from '../adapters/tables.ts'
import { type Trigger, triggers } from '../functions/triggers.ts'
import { mapByName } from './by-name.ts'

interface Shape extends TableKey {
  indexes: Record<string, TableKey>
  expiresBy?: string
}

/** Tables whose changes wake a function. */
const followed: ReadonlySet<string> = new Set(
  Object.values<Trigger>(triggers).flatMap(({ changesOf }) => changesOf ?? []),
)

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
      // That a row was changed is all that is told of it.
      ...(followed.has(name) && { stream: StreamViewType.KEYS_ONLY }),
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
