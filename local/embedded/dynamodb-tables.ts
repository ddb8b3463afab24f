import type { Input } from './dynalite-types.ts'
import { checked, tableNamed } from './dynalite.ts'
import type { Changes } from './dynamodb-draft.ts'
import type { Engine } from './dynamodb-engine.ts'
import { indexPrefix, rowPrefix, startingWith, tableKey, timeToLivePrefix } from './dynamodb-keys.ts'
import { read, write } from './dynamodb-rows.ts'

const deleteTable = (engine: Engine) => async (input: Input) => {
  const { TableName } = checked(engine.store, 'DeleteTable', input) as { TableName: string }
  return engine.inTurn(async () => {
    const table = await tableNamed(engine.store, TableName)
    const changes: Changes = new Map([
      [tableKey(TableName), undefined],
      [timeToLivePrefix + TableName, undefined],
    ])
    const prefixes = [
      rowPrefix(TableName),
      ...(table.GlobalSecondaryIndexes ?? []).map(({ IndexName }) =>
        indexPrefix('Global', TableName, IndexName),
      ),
      ...(table.LocalSecondaryIndexes ?? []).map(({ IndexName }) =>
        indexPrefix('Local', TableName, IndexName),
      ),
    ]
    for (const prefix of prefixes)
      for await (const key of engine.store.db.keys(startingWith(prefix))) changes.set(key, undefined)
    await engine.commit(changes)
    return { TableDescription: { ...table, TableStatus: 'DELETING' } }
  })
}

const listTables = (engine: Engine) => async (input: Input) => {
  const { Limit = 100, ExclusiveStartTableName: after = '' } = checked(engine.store, 'ListTables', input) as {
    Limit?: number
    ExclusiveStartTableName?: string
  }
  const names: string[] = []
  for await (const key of engine.store.db.keys(startingWith(tableKey(''))))
    names.push(key.slice(tableKey('').length))
  const rest = names.filter((name) => name > after)
  const TableNames = rest.slice(0, Limit)
  return { TableNames, ...(rest.length > Limit && { LastEvaluatedTableName: TableNames.at(-1) }) }
}

export const tableOperations = (engine: Engine) => ({
  CreateTable: write(engine, 'CreateTable'),
  DeleteTable: deleteTable(engine),
  DescribeTable: read(engine, 'DescribeTable'),
  ListTables: listTables(engine),
})
