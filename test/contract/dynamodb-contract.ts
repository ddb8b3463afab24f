import type { ConnectDynamodb } from './dynamodb-connection.ts'
import { contentionContract } from './dynamodb-contention-contract.ts'
import { expiryContract } from './dynamodb-expiry-contract.ts'
import { indexesContract } from './dynamodb-indexes-contract.ts'
import { queriesContract } from './dynamodb-queries-contract.ts'
import { refusalsContract } from './dynamodb-refusals-contract.ts'
import { rowsContract } from './dynamodb-rows-contract.ts'
import { transactionsContract } from './dynamodb-transactions-contract.ts'
import { updatesContract } from './dynamodb-updates-contract.ts'

/** What AWS documents of DynamoDB, as far as this project leans on it; whatever stands in for it must hold to this. */
export const dynamodbContract = (name: string, connect: ConnectDynamodb, startAt: number) => {
  rowsContract(name, connect)
  updatesContract(name, connect)
  refusalsContract(name, connect)
  queriesContract(name, connect)
  indexesContract(name, connect)
  transactionsContract(name, connect)
  contentionContract(name, connect)
  expiryContract(name, connect, startAt)
}
