import type { Input } from './dynalite-types.ts'
import { checked, checkInput, operations, perform } from './dynalite.ts'
import type { Engine } from './dynamodb-engine.ts'
import { openTokens } from './dynamodb-tokens.ts'
import { transactWriteItems } from './dynamodb-transact-write.ts'
import { refuseTwoOnOneRow, soleEntry, struct, upToAHundred } from './dynamodb-transaction-items.ts'
import type { Action, Items } from './dynamodb-transaction-items.ts'

const readTypes = { TransactItems: upToAHundred({ Get: struct('Get', operations.GetItem.types) }) }

const transactGetItems = (engine: Engine) => async (input: Input) => {
  const { store } = engine
  const { TransactItems } = checkInput(store, readTypes, undefined, input) as { TransactItems: Items<'Get'> }
  const gets = TransactItems.map((item) => checked(store, 'GetItem', soleEntry(item)[1]) as Action)
  return engine.inTurn(async () => {
    await refuseTwoOnOneRow(store, gets)
    const answers = await Promise.all(gets.map((get) => perform(store, 'GetItem', get)))
    return { Responses: answers.map((answer) => ('Item' in answer ? { Item: answer.Item } : {})) }
  })
}

export const transactionOperations = async (engine: Engine, now: () => number) => ({
  TransactWriteItems: transactWriteItems(engine, await openTokens(engine, now)),
  TransactGetItems: transactGetItems(engine),
})
