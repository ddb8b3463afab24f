import { awsJsonServer } from './aws-json.ts'
import { openEngine } from './dynamodb-engine.ts'
import { rowOperations } from './dynamodb-rows.ts'
import { tableOperations } from './dynamodb-tables.ts'
import { openTimeToLive } from './dynamodb-time-to-live.ts'
import { transactionOperations } from './dynamodb-transactions.ts'

/**
 * Amazon DynamoDB in this process. Dynalite is its engine; what Dynalite has not, or not safely (transactions, writes
 * that survive a kill, expiry), stands in the files named like this one. Without a folder all is kept in memory.
 */
export const startDynamodb = async ({
  folder,
  now,
  port,
}: {
  folder?: string
  now: () => number
  port?: number
}) => {
  const engine = await openEngine(folder)
  const timeToLive = await openTimeToLive(engine, now)
  const server = awsJsonServer('1.0', 'DynamoDB_20120810', {
    ...tableOperations(engine),
    ...rowOperations(engine),
    ...(await transactionOperations(engine, now)),
    ...timeToLive.operations,
  })
  const stop = async () => {
    await timeToLive.stop()
    await engine.close()
  }
  try {
    const endpoint = await server.listen(port)
    return {
      endpoint,
      ask: server.ask,
      stop: async () => {
        await server.stop()
        await stop()
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}
