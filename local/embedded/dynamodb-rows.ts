import { AwsError } from './aws-error.ts'
import type { Input, Row, Store, Table } from './dynalite-types.ts'
import { checked, perform, tableNamed } from './dynalite.ts'
import type { Operation } from './dynalite.ts'
import { openDraft } from './dynamodb-draft.ts'
import type { Engine } from './dynamodb-engine.ts'

const isEmpty = (row: Row, attribute: string) => row[attribute]?.S === '' || row[attribute]?.B === ''

const refuseEmptyIndexKeys = ({ GlobalSecondaryIndexes: indexes = [] }: Table, row: Row) => {
  for (const { IndexName, KeySchema } of indexes)
    for (const { AttributeName } of KeySchema)
      if (isEmpty(row, AttributeName))
        throw new AwsError(
          'ValidationException',
          'One or more parameter values are not valid. A value specified for a secondary index key is not supported. ' +
            'The AttributeValue for a key attribute cannot contain an empty string value. ' +
            `IndexName: ${IndexName}, IndexKey: ${AttributeName}`,
        )
}

const withOldRow = (error: unknown, row: Row | undefined) =>
  error instanceof AwsError && error.name === 'ConditionalCheckFailedException' && row
    ? new AwsError(error.name, error.message, { Item: row })
    : error

/** Works out what a write would change, and writes nothing. */
export const attempt = async (store: Store, operation: Operation, input: Input) => {
  const draft = openDraft(store)
  try {
    const answer = await perform(draft.store, operation, input)
    for (const { table, row } of draft.written) refuseEmptyIndexKeys(await tableNamed(store, table), row)
    return { answer, changes: draft.changes, written: draft.written }
  } catch (error) {
    throw input['ReturnValuesOnConditionCheckFailure'] === 'ALL_OLD'
      ? withOldRow(error, draft.found())
      : error
  }
}

export const write = (engine: Engine, operation: Operation) => async (input: Input) => {
  const data = checked(engine.store, operation, input)
  return engine.inTurn(async () => {
    const { answer, changes } = await attempt(engine.store, operation, data)
    await engine.commit(changes)
    return answer
  })
}

export const read = (engine: Engine, operation: Operation) => async (input: Input) =>
  perform(engine.store, operation, checked(engine.store, operation, input))

export const rowOperations = (engine: Engine) => ({
  PutItem: write(engine, 'PutItem'),
  UpdateItem: write(engine, 'UpdateItem'),
  DeleteItem: write(engine, 'DeleteItem'),
  BatchWriteItem: write(engine, 'BatchWriteItem'),
  GetItem: read(engine, 'GetItem'),
  BatchGetItem: read(engine, 'BatchGetItem'),
  Query: read(engine, 'Query'),
  Scan: read(engine, 'Scan'),
})
