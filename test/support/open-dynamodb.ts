import { startDynamodb } from '../../local/embedded/dynamodb.ts'
import { dynamodbClient } from './dynamodb-client.ts'

/** An embedded DynamoDB with a client, at a moment that does not move. */
export const openDynamodb = async (folder?: string) => {
  const now = () => Date.parse('2026-03-01T09:00:00Z')
  const dynamodb = await startDynamodb({ ...(folder && { folder }), now })
  const client = dynamodbClient(dynamodb.endpoint)
  const close = async () => {
    client.destroy()
    await dynamodb.stop()
  }
  return { client, endpoint: dynamodb.endpoint, close }
}
