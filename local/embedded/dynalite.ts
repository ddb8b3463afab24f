import { createRequire } from 'node:module'

import { AwsError } from './aws-error.ts'
import type {
  Action,
  Custom,
  Done,
  Dynalite,
  Input,
  Rules,
  Store,
  Table,
  Types,
  Validations,
} from './dynalite-types.ts'

const require = createRequire(import.meta.url)
export const dynalite: Dynalite = require('dynalite/db')
const validations: Validations = require('dynalite/validations')

const onCheckFailure = { type: 'String', enum: ['ALL_OLD', 'NONE'] }

const load = (name: string) => {
  const action: Action = require(`dynalite/actions/${name}`)
  const { types, custom }: Rules = require(`dynalite/validations/${name}`)
  return { action, custom, types }
}
const loadWrite = (name: string) => {
  const { types, ...rest } = load(name)
  return { ...rest, types: { ...types, ReturnValuesOnConditionCheckFailure: onCheckFailure } }
}

export const operations = {
  CreateTable: load('createTable'),
  DeleteTable: load('deleteTable'),
  DescribeTable: load('describeTable'),
  ListTables: load('listTables'),
  GetItem: load('getItem'),
  BatchGetItem: load('batchGetItem'),
  Query: load('query'),
  Scan: load('scan'),
  BatchWriteItem: load('batchWriteItem'),
  PutItem: loadWrite('putItem'),
  UpdateItem: loadWrite('updateItem'),
  DeleteItem: loadWrite('deleteItem'),
}
export type Operation = keyof typeof operations

/** Dynalite puts what AWS would answer on the error itself; anything else is a fault of the engine. */
const asAwsError = (error: unknown) => {
  if (!(error instanceof Error) || !('body' in error)) return error
  const { __type, message, Message } = error.body as Record<string, string | undefined>
  return new AwsError(__type?.split('#')[1] ?? 'InternalFailure', message ?? Message ?? '')
}

export const checkInput = (store: Store, types: Types, custom: Custom | undefined, input: Input) => {
  try {
    const checked = validations.checkTypes(input, types)
    validations.checkValidations(checked, types, custom, store)
    return checked
  } catch (error) {
    throw asAwsError(error)
  }
}

/** Checks and parses what can be judged without looking at a table. */
export const checked = (store: Store, operation: Operation, input: Input) =>
  checkInput(store, operations[operation].types, operations[operation].custom, input)

/** Dynalite goes on in callbacks, where a throw would end the whole process: here it ends the one request. */
const guarded = (store: Store, fail: (fault: unknown) => void): Store => {
  const guard =
    <Result>(done: Done<Result>): Done<Result> =>
    (error, result) => {
      try {
        done(error, result)
      } catch (fault) {
        fail(fault)
      }
    }
  return {
    ...store,
    getTable: (name: string, ...rest: [Done<Table>] | [boolean, Done<Table>]) =>
      rest.length === 1
        ? store.getTable(name, guard(rest[0]))
        : store.getTable(name, rest[0], guard(rest[1])),
    getItemDb: (table) => {
      const rows = store.getItemDb(table)
      return { ...rows, get: (key, done) => rows.get(key, guard(done)) }
    },
  }
}

export const perform = (store: Store, operation: Operation, input: Input) =>
  new Promise<object>((resolve, reject) => {
    operations[operation].action(guarded(store, reject), input, (error, answer) =>
      error ? reject(asAwsError(error)) : resolve(answer ?? {}),
    )
  })

export const tableNamed = (store: Store, name: string) =>
  new Promise<Table>((resolve, reject) => {
    store.getTable(name, (error, table) => (table ? resolve(table) : reject(asAwsError(error))))
  })
