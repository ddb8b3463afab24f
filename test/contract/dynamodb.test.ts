import { startDynamodb } from '../../local/embedded/dynamodb.ts'
import { dynamodbClient } from '../support/dynamodb-client.ts'
import { newFolder, removeFolder } from '../support/temporary-folder.ts'
import { dynamodbContract } from './dynamodb-contract.ts'

const startAt = Date.parse('2026-03-01T09:00:00Z')

const connect = async (folder?: string) => {
  let now = startAt
  const dynamodb = await startDynamodb({ ...(folder && { folder }), now: () => now })
  const client = dynamodbClient(dynamodb.endpoint)
  return {
    client,
    passTime: (ms: number) => {
      now += ms
    },
    close: async () => {
      client.destroy()
      await dynamodb.stop()
      if (folder) await removeFolder(folder)
    },
  }
}

dynamodbContract('DynamoDB in memory', () => connect(), startAt)
dynamodbContract('DynamoDB on disk', async () => connect(await newFolder()), startAt)
