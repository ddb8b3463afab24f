import { DynamoDBClient } from '@aws-sdk/client-dynamodb'

import { startDynamodb } from '../../local/embedded/dynamodb.ts'
import { straightTo } from '../../local/straight-to.ts'
import { dynamodbModel, modelClient } from '../simulation/aws/dynamodb/model.ts'
import { dynamodbClient } from '../support/dynamodb-client.ts'
import { newFolder, removeFolder } from '../support/temporary-folder.ts'
import { dynamodbContract } from './dynamodb-contract.ts'

const startAt = Date.parse('2026-03-01T09:00:00Z')

/** In memory it is asked straight, as our functions ask it; on disk over the network, as the commands do. */
const connect = async (folder?: string) => {
  let now = startAt
  const dynamodb = await startDynamodb({ ...(folder && { folder }), now: () => now })
  const client = folder
    ? dynamodbClient(dynamodb.endpoint)
    : new DynamoDBClient({ ...straightTo(dynamodb), maxAttempts: 1 })
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

const connectToModel = async () => {
  let now = startAt
  const { perform } = dynamodbModel({ now: () => now })
  const client = modelClient(async (commandName, input) => perform(commandName, input))
  return {
    client,
    passTime: (ms: number) => {
      now += ms
    },
    close: async () => client.destroy(),
  }
}

dynamodbContract('DynamoDB in memory', () => connect(), startAt)
dynamodbContract('DynamoDB on disk', async () => connect(await newFolder()), startAt)
dynamodbContract('DynamoDB as the simulation models it', connectToModel, startAt)
