import { join } from 'node:path'

import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SESClient } from '@aws-sdk/client-ses'
import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs'

import type { Environment } from '../adapters/config.ts'
import { objectStore } from '../adapters/object-store.ts'
import { thisMachine } from '../adapters/outside.ts'
import { parameterStore } from '../adapters/parameter-store.ts'
import { createTables } from './create-tables.ts'
import { startDynamodb } from './embedded/dynamodb.ts'
import { startS3 } from './embedded/s3.ts'
import { startSes } from './embedded/ses.ts'
import { startSqs } from './embedded/sqs.ts'
import { startSsm } from './embedded/ssm.ts'
import { createQueues } from './queues.ts'
import { localSettings, packedGroupsBucket, parameterNames } from './settings.ts'
import { objectsStraightTo, straightTo } from './straight-to.ts'

interface Options {
  /** Where everything is kept; without one it is gone when the process ends. */
  folder?: string
  now: () => number
  siteAddress: string
  keys: { identifierKey: string; linkKeys: string }
  /** Where staff sign in, as the stack would keep it; nowhere, if nothing is said. */
  signIn?: string
  settings?: Partial<Environment>
  /** A message in hand when the process dies is seen again after this long; AWS waits six function time-outs. */
  visibilitySeconds?: number
}

/**
 * Points every AWS client of this process at the embedded services, with invented credentials. A service that we do not
 * embed fails at once: nothing of a local run can reach AWS, whatever this machine is signed in to.
 */
const pointClients = (endpoints: Record<'DYNAMODB' | 'SQS' | 'SES' | 'SSM' | 'S3', string>) =>
  Object.assign(process.env, {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
    ...Object.fromEntries(Object.entries(endpoints).map(([name, url]) => [`AWS_ENDPOINT_URL_${name}`, url])),
  })

/** DynamoDB, SQS, SES, S3 and Parameter Store in this process, with the tables and queues of the stack. */
export const startAws = async ({
  folder,
  now,
  siteAddress,
  keys,
  signIn = '',
  settings = {},
  visibilitySeconds = 30,
}: Options) => {
  const at = (name: string) => (folder === undefined ? {} : { folder: join(folder, name) })
  const choices = localSettings({ intakes: '', emails: '' }, settings)

  const dynamodb = await startDynamodb({ ...at('dynamodb'), now })
  const sqs = await startSqs(at('sqs'))
  const parameters = new Map<string, string>([
    [parameterNames.IDENTIFIER_KEY_NAME, keys.identifierKey],
    [parameterNames.LINK_KEYS_NAME, keys.linkKeys],
    [parameterNames.SITE_ADDRESS_NAME, siteAddress],
    [parameterNames.STAFF_SIGN_IN_NAME, signIn],
  ])
  const ssm = await startSsm({ parameters })
  const s3 = await startS3({ buckets: [packedGroupsBucket] })
  pointClients({
    DYNAMODB: dynamodb.endpoint,
    SQS: sqs.endpoint,
    SSM: ssm.endpoint,
    S3: s3.endpoint,
    SES: 'http://127.0.0.1:9',
  })

  const sqsClient = new SQSClient(straightTo(sqs))
  const dynamodbClient = new DynamoDBClient(straightTo(dynamodb))
  await createTables(dynamodbClient)
  const queues = await createQueues(sqsClient, visibilitySeconds)
  const queueUrls = {
    intakes: queues.intakes.url,
    emails: queues.emails.url,
    'ses-events': queues['ses-events'].url,
  }

  const ses = await startSes({
    ...at('ses'),
    now,
    verified: [choices.SENDER_ADDRESS],
    configurationSets: [choices.CONFIGURATION_SET, choices.STAFF_CONFIGURATION_SET],
    // On AWS the reports of SES come through SNS into this queue.
    onEvent: async (event) => {
      await sqsClient.send(
        new SendMessageCommand({ QueueUrl: queueUrls['ses-events'], MessageBody: JSON.stringify(event) }),
      )
    },
  })
  process.env['AWS_ENDPOINT_URL_SES'] = ses.endpoint

  return {
    settings: localSettings(queueUrls, settings),
    queues,
    queueUrls,
    dynamodbEndpoint: dynamodb.endpoint,
    clients: {
      dynamodb: dynamodbClient,
      sqs: sqsClient,
      // What the deployed mailer has: whether to try again is for the row of the letter to say.
      ses: new SESClient({ ...straightTo(ses), maxAttempts: 1 }),
      ssm: parameterStore(thisMachine.pause, {
        endpoint: ssm.endpoint,
        send: async (request) => (await straightTo(ssm).requestHandler.handle(request)).response,
      }),
      s3: objectStore(thisMachine.pause, objectsStraightTo(s3)),
    },
    ses,
    s3,
    parameters,
    /** Whether nothing waits in any queue, nothing is being worked on, and all that became of the mails is told. */
    isAtRest: () => !ses.isPublishing() && Object.values(queueUrls).every((url) => sqs.held(url) === 0),
    async stop() {
      await ses.stop()
      await Promise.all([sqs.stop(), ssm.stop(), s3.stop()])
      await dynamodb.stop()
    },
  }
}

export type LocalAws = Awaited<ReturnType<typeof startAws>>
