import { SQSClient } from '@aws-sdk/client-sqs'

/** Talks to an embedded SQS and tries nothing twice, so that a test sees each answer. */
export const sqsClient = (endpoint: string) =>
  new SQSClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  })
