import { AwsError } from './aws-error.ts'
import type { Input } from './dynalite-types.ts'
import { checkInput, tableNamed } from './dynalite.ts'
import type { Engine } from './dynamodb-engine.ts'
import { startExpiry } from './dynamodb-expiry.ts'
import { startingWith, timeToLivePrefix } from './dynamodb-keys.ts'

const types = {
  TableName: { type: 'String', notNull: true },
  TimeToLiveSpecification: {
    type: 'FieldStruct<TimeToLiveSpecification>',
    notNull: true,
    children: {
      AttributeName: { type: 'String', notNull: true, lengthGreaterThanOrEqual: 1 },
      Enabled: { type: 'Boolean', notNull: true },
    },
  },
}
type Update = { TableName: string; TimeToLiveSpecification: { AttributeName: string; Enabled: boolean } }

/** The attribute whose time ends a row is kept per table, as `ttl~TABLE`. */
export const openTimeToLive = async (engine: Engine, now: () => number) => {
  const { store } = engine
  const attributes = new Map<string, string>()
  const set = (key: string, attribute: unknown) => {
    const table = key.slice(timeToLivePrefix.length)
    if (attribute) attributes.set(table, attribute as string)
    else attributes.delete(table)
  }
  for await (const [key, attribute] of store.db.iterator(startingWith(timeToLivePrefix))) set(key, attribute)
  engine.watch((changes) => {
    for (const [key, attribute] of changes) if (key.startsWith(timeToLivePrefix)) set(key, attribute)
  })

  const update = async (input: Input) => {
    const { TableName, TimeToLiveSpecification: wanted } = checkInput(
      store,
      types,
      undefined,
      input,
    ) as Update
    return engine.inTurn(async () => {
      await tableNamed(store, TableName)
      if (attributes.has(TableName) === wanted.Enabled)
        throw new AwsError(
          'ValidationException',
          `TimeToLive is already ${wanted.Enabled ? 'enabled' : 'disabled'}`,
        )
      await engine.commit(
        new Map([[timeToLivePrefix + TableName, wanted.Enabled ? wanted.AttributeName : undefined]]),
      )
      return { TimeToLiveSpecification: wanted }
    })
  }

  const describe = async (input: Input) => {
    const { TableName } = checkInput(store, { TableName: types.TableName }, undefined, input) as Update
    await tableNamed(store, TableName)
    const AttributeName = attributes.get(TableName)
    return {
      TimeToLiveDescription: AttributeName
        ? { AttributeName, TimeToLiveStatus: 'ENABLED' }
        : { TimeToLiveStatus: 'DISABLED' },
    }
  }

  return {
    stop: startExpiry(engine, attributes, now),
    operations: { UpdateTimeToLive: update, DescribeTimeToLive: describe },
  }
}
