import { ResourceInUseException, ResourceNotFoundException } from '@aws-sdk/client-dynamodb'
import type {
  CreateTableCommandInput,
  DescribeTableCommandInput,
  UpdateTimeToLiveCommandInput,
} from '@aws-sdk/client-dynamodb'

import { invalid } from './refusals.ts'
import { openTable } from './table.ts'
import type { Table } from './table.ts'

export const openTables = (now: () => number) => {
  const tables = new Map<string, { table: Table; created: CreateTableCommandInput }>()

  const named = (name: string | undefined) => {
    const known = tables.get(name ?? '')
    if (known) return known
    throw new ResourceNotFoundException({ message: 'Requested resource not found', $metadata: {} })
  }
  const described = ({
    created: { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, ...rest },
  }: {
    created: CreateTableCommandInput
  }) => ({
    TableName: rest.TableName,
    TableStatus: 'ACTIVE',
    KeySchema,
    AttributeDefinitions,
    ...(GlobalSecondaryIndexes && {
      GlobalSecondaryIndexes: GlobalSecondaryIndexes.map((index) => ({ ...index, IndexStatus: 'ACTIVE' })),
    }),
  })

  return {
    tableNamed: (name: string | undefined) => named(name).table,
    expire: () => {
      for (const { table } of tables.values()) table.expire()
    },
    operations: {
      CreateTable: (created: CreateTableCommandInput) => {
        const { TableName = '' } = created
        if (tables.has(TableName))
          throw new ResourceInUseException({ message: `Table already exists: ${TableName}`, $metadata: {} })
        tables.set(TableName, { table: openTable(created, now), created: structuredClone(created) })
        return { TableDescription: described(named(TableName)) }
      },
      DescribeTable: ({ TableName }: DescribeTableCommandInput) => ({ Table: described(named(TableName)) }),
      ListTables: () => ({ TableNames: [...tables.keys()].toSorted() }),

      UpdateTimeToLive: ({ TableName, TimeToLiveSpecification }: UpdateTimeToLiveCommandInput) => {
        const { table } = named(TableName)
        const { Enabled = false, AttributeName } = TimeToLiveSpecification ?? {}
        if (Enabled === (table.expiresBy() !== undefined))
          throw invalid(`TimeToLive is already ${Enabled ? 'enabled' : 'disabled'}`)
        table.setExpiry(Enabled ? AttributeName : undefined)
        return { TimeToLiveSpecification }
      },
      DescribeTimeToLive: ({ TableName }: DescribeTableCommandInput) => {
        const AttributeName = named(TableName).table.expiresBy()
        return {
          TimeToLiveDescription: AttributeName
            ? { AttributeName, TimeToLiveStatus: 'ENABLED' }
            : { TimeToLiveStatus: 'DISABLED' },
        }
      },
    },
  }
}
