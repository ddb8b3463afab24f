import { DynamoDBClient } from '@aws-sdk/client-dynamodb'

/** Talks to an embedded DynamoDB and tries nothing twice, so that a test sees each answer. */
export const dynamodbClient = (endpoint: string) =>
  new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  })
