import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { SESClient } from '@aws-sdk/client-ses'
import type { SQSClient } from '@aws-sdk/client-sqs'

/** Gives what the service would: an answer, or one of the SDK's own errors. Commands are named as AWS does: PutItem. */
export type Answer = (commandName: string, input: object) => Promise<object>

/** Nobody is called; the credentials only keep the SDK from looking for real ones. */
export const nowhere = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'simulated', secretAccessKey: 'simulated' },
  // The way to `answer` is worked out once for each command, and not each time.
  cacheMiddleware: true,
}

/** A client of the SDK that asks `answer`, and tries nothing twice: no signing, no serialising, no network. */
export const answeredBy = <Client extends DynamoDBClient | SQSClient | SESClient>(
  client: Client,
  answer: Answer,
): Client => {
  // What all three have in common; the middleware leads nowhere else, so that it needs to know nothing of the service.
  const { middlewareStack } = client as Pick<DynamoDBClient, 'middlewareStack'>
  middlewareStack.add(
    (_next, { commandName = '' }) =>
      async ({ input }) => ({
        // The output is whatever the service answers to this command, which only the command itself knows.
        output: (await answer(commandName.replace(/Command$/, ''), input)) as never,
        response: {},
      }),
    { step: 'initialize', priority: 'high', name: 'answeredBy' },
  )
  return client
}
