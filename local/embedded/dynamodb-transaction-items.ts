import { AwsError } from './aws-error.ts'
import type { Input, Row, Store } from './dynalite-types.ts'
import { tableNamed } from './dynalite.ts'

/** One action of a transaction: the same as the operation on a single row, without its own answer. */
export type Action = { TableName: string; Item?: Row; Key?: Row } & Input
export type Items<Kind extends string> = Array<Partial<Record<Kind, Action>>>

export const refusal = (message: string) => new AwsError('ValidationException', message)

/** Shapes in the terms of Dynalite's own checks. */
export const required = { type: 'String', notNull: true }
export const struct = (name: string, children: object) => ({ type: `FieldStruct<${name}>`, children })
export const upToAHundred = (children: object) => ({
  type: 'List',
  notNull: true,
  lengthGreaterThanOrEqual: 1,
  lengthLessThanOrEqual: 100,
  children: { type: 'ValueStruct<TransactItem>', children },
})

export const soleEntry = <Kind extends string>(item: Partial<Record<Kind, Action>>) => {
  const [entry, ...others] = Object.entries(item) as Array<[Kind, Action]>
  if (!entry || others.length > 0)
    throw refusal('TransactItems can only contain one of Check, Put, Update or Delete')
  return entry
}

export const refuseTwoOnOneRow = async (store: Store, actions: Action[]) => {
  const rows = new Set<string>()
  for (const { TableName, Key, Item } of actions) {
    const { KeySchema } = await tableNamed(store, TableName)
    rows.add(JSON.stringify([TableName, KeySchema.map(({ AttributeName: name }) => (Key ?? Item)?.[name])]))
  }
  if (rows.size < actions.length)
    throw refusal('Transaction request cannot include multiple operations on one item')
}
