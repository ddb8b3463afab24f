import type { AttributeValue, CreateTableCommandInput, KeySchemaElement } from '@aws-sdk/client-dynamodb'

import type { KeyNames } from './listing.ts'
import { invalid } from './refusals.ts'
import { typeOf } from './values.ts'
import type { Row } from './values.ts'

const keyNames = (schema: KeySchemaElement[] | undefined): KeyNames => {
  const named = (type: string) => schema?.find(({ KeyType }) => KeyType === type)?.AttributeName
  const partition = named('HASH')
  if (partition === undefined) throw invalid('No Hash Key specified in schema')
  return { partition, sort: named('RANGE') }
}

export const attributesOf = ({ partition, sort }: KeyNames) =>
  sort === undefined ? [partition] : [partition, sort]

const isEmpty = (value: AttributeValue | undefined) => value?.S === '' || value?.B?.length === 0

/** What the keys of a table and its indexes are, and what DynamoDB refuses for their sake. */
export const readSchema = (input: CreateTableCommandInput) => {
  const own = keyNames(input.KeySchema)
  const indexes = (input.GlobalSecondaryIndexes ?? []).map(({ IndexName = '', KeySchema, Projection }) => {
    if (Projection?.ProjectionType !== 'ALL') throw new Error('The model knows only indexes of whole rows.')
    return [IndexName, keyNames(KeySchema)] as const
  })
  const types = new Map(input.AttributeDefinitions?.map((one) => [one.AttributeName, one.AttributeType]))
  const key = attributesOf(own)
  const indexed = [...new Set(indexes.flatMap(([, names]) => attributesOf(names)))]

  const refuseWrongType = (row: Row, names: string[]) => {
    for (const name of names)
      if (row[name] && typeOf(row[name]) !== types.get(name))
        throw invalid(`One or more parameter values were invalid: Type mismatch for key ${name}`)
  }

  return {
    own,
    indexes,
    key,
    hasType: (name: string, value: AttributeValue | undefined) => typeOf(value) === types.get(name),

    refuseEmptyKeys: (row: Row) => {
      for (const name of [...key, ...indexed])
        if (isEmpty(row[name]))
          throw invalid(
            'One or more parameter values are not valid. ' +
              `The AttributeValue for a key attribute cannot contain an empty string value. Key: ${name}`,
          )
    },
    refuseWrongRow: (row: Row) => {
      for (const name of key)
        if (!row[name])
          throw invalid(`One or more parameter values were invalid: Missing the key ${name} in the item`)
      refuseWrongType(row, key)
      refuseWrongType(row, indexed)
    },
    refuseWrongKey: (row: Row) => {
      if (Object.keys(row).length !== key.length || key.some((name) => !row[name]))
        throw invalid('The provided key element does not match the schema')
      refuseWrongType(row, key)
    },
  }
}
