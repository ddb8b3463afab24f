import { BatchGetItemCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { SESClient } from '@aws-sdk/client-ses'
import { SQSClient, SendMessageBatchCommand } from '@aws-sdk/client-sqs'
import { marshall } from '@aws-sdk/util-dynamodb'

import type { ObjectStore } from '../../adapters/object-store.ts'
import { openOutside, thisMachine } from '../../adapters/outside.ts'
import type { Group } from '../../domain/groups/group.ts'
import { pack } from '../../domain/matching/snapshot/pack.ts'
import { connectTo } from '../../functions/shared/connection.ts'
import { localTables } from '../../local/create-tables.ts'
import { localSettings, parameterNames } from '../../local/settings.ts'
import { mockedClient } from './mocked-client.ts'

process.env['AWS_REGION'] = 'us-east-1'

const parameters = new Map<string, string>([
  [parameterNames.IDENTIFIER_KEY_NAME, JSON.stringify({ 1: 'a key that only the tests use, long enough' })],
  [parameterNames.LINK_KEYS_NAME, JSON.stringify({ 1: 'another key that only the tests use, too' })],
  [parameterNames.SITE_ADDRESS_NAME, 'https://circle.example.org/prod'],
])

/** The groups as they were packed a minute ago, however often anyone asks. */
const objectsOf = (groups: readonly Group[]): ObjectStore => ({
  get: async () => ({ etag: '"1"', bytes: pack(groups, '2026-11-23T16:59:00.000Z') }),
  head: async () => null,
  put: async () => true,
})

/** The AWS clients as seen from inside, for what no emulator can show: how many calls, in which order, and what if one fails. */
export const mockAws = ({ groups = [] }: { groups?: Group[] } = {}) => {
  const dynamodb = mockedClient(DynamoDBClient)
  const sqs = mockedClient(SQSClient)
  const ses = mockedClient(SESClient)
  const items = groups.map((group) => marshall(group, { removeUndefinedValues: true }))
  dynamodb
    .on(ScanCommand)
    .resolves({ Items: items })
    .on(BatchGetItemCommand)
    .resolves({ Responses: { [localTables.groups]: items } })
  sqs.on(SendMessageBatchCommand).resolves({ Successful: [], Failed: [] })
  const settings = localSettings({
    intakes: 'https://sqs.example.org/intakes',
    emails: 'https://sqs.example.org/emails',
  })
  let parametersRead = 0
  const getParameters = async ({ Names }: { Names: readonly string[] }) => {
    parametersRead += 1
    return { Parameters: Names.map((Name) => ({ Name, Value: parameters.get(Name) ?? '' })) }
  }
  connectTo(
    openOutside(settings, {
      ...thisMachine,
      now: () => Date.parse('2026-11-23T17:00:00Z'),
      randomBytes: (count) => new Uint8Array(count).fill(7),
      aws: { ssm: { getParameters }, s3: objectsOf(groups) },
    }),
  )
  return {
    dynamodb,
    sqs,
    ses,
    /** Calls of any kind that were made, by service. */
    calls: () => ({
      sqs: sqs.calls().length,
      dynamodb: dynamodb.calls().length,
      ses: ses.calls().length,
      ssm: parametersRead,
    }),
  }
}
