import { AsyncLocalStorage } from 'node:async_hooks'

import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SESClient } from '@aws-sdk/client-ses'
import { SQSClient } from '@aws-sdk/client-sqs'

import type { ObjectStore } from '../../adapters/object-store.ts'
import { openOutside } from '../../adapters/outside.ts'
import type { ParameterStore } from '../../adapters/parameter-store.ts'
import { connectTo } from '../../functions/shared/connection.ts'
import { type FunctionName, triggers } from '../../functions/triggers.ts'
import { invoke } from '../../local/handlers.ts'
import type { Product } from './product.ts'

/** What IAM would ask for one thing: the action, and the name of what it is done to. */
export interface Call {
  action: string
  on: string
}

type TransactItem = Record<string, { TableName: string }>

interface Input {
  TableName: string
  IndexName?: string
  TransactItems: TransactItem[]
  RequestItems: Record<string, object>
  QueueUrl: string
  ConfigurationSetName: string
  Source: string
}

const inTransaction: Record<string, string> = {
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
}

const ofTransaction = ({ TransactItems }: Input) =>
  TransactItems.flatMap((item) =>
    Object.entries(item).map(([kind, { TableName }]) => ({
      action: `dynamodb:${inTransaction[kind] ?? kind}`,
      on: TableName,
    })),
  )

/** IAM knows no action for a transaction: it asks for each part (AWS service authorization reference). */
const callsOf = (command: string, input: Input): Call[] => {
  switch (command) {
    case 'TransactWriteItemsCommand':
    case 'TransactGetItemsCommand':
      return ofTransaction(input)
    case 'QueryCommand':
      return [
        {
          action: 'dynamodb:Query',
          on: input.IndexName ? `${input.TableName}/index/${input.IndexName}` : input.TableName,
        },
      ]
    case 'BatchGetItemCommand':
      return Object.keys(input.RequestItems).map((on) => ({ action: 'dynamodb:BatchGetItem', on }))
    case 'SendMessageCommand':
    case 'SendMessageBatchCommand':
      return [{ action: 'sqs:SendMessage', on: input.QueueUrl }]
    case 'SendRawEmailCommand':
      return [
        { action: 'ses:SendRawEmail', on: input.ConfigurationSetName },
        { action: 'ses:SendRawEmail', on: input.Source },
      ]
    case 'GetSendQuotaCommand':
      return [{ action: 'ses:GetSendQuota', on: '*' }]
    default:
      return [{ action: `dynamodb:${command.replace(/Command$/, '')}`, on: input.TableName }]
  }
}

/** Parameter Store reads a secret in the name of whoever asks for it. */
const callsForParameters = (names: readonly string[]): Call[] =>
  names.flatMap((on) => [
    { action: 'ssm:GetParameters', on },
    ...(on.startsWith('/aws/reference/secretsmanager/')
      ? [{ action: 'secretsmanager:GetSecretValue', on }]
      : []),
  ])

type Send = (this: unknown, command: { input: object }, ...rest: unknown[]) => unknown

const clients = [DynamoDBClient, SQSClient, SESClient]

const watchClients = (see: (calls: Call[]) => void) => {
  const restores = clients.map(({ prototype }) => {
    // The clients' many overloads of `send` all come down to this one.
    const client = prototype as unknown as { send: Send }
    const { send } = client
    client.send = function (command, ...rest) {
      // Each kind of command reads the fields of its own kind of input.
      see(callsOf(command.constructor.name, command.input as Input))
      return send.call(this, command, ...rest)
    }
    return () => void (client.send = send)
  })
  return () => restores.forEach((restore) => restore())
}

/**
 * From now on each function of the product runs as Lambda runs it, with its own settings and no others, and what it
 * asks of AWS is written down. One runs at a time, for a process is connected to one thing at a time.
 */
export const recordCalls = (product: Product) => {
  const calls = new Map<FunctionName, Call[]>()
  const running = new AsyncLocalStorage<FunctionName>()
  const see = (made: Call[]) => {
    const name = running.getStore()
    if (name) calls.set(name, [...(calls.get(name) ?? []), ...made])
  }
  const restoreClients = watchClients(see)
  const { ssm, s3 } = product.aws.clients
  const ssmSeen: ParameterStore = {
    getParameters: (input) => {
      see(callsForParameters(input.Names))
      return ssm.getParameters(input)
    },
  }

  const seeS3 = (verb: 'GetObject' | 'PutObject', on: string) => see([{ action: `s3:${verb}`, on }])
  const s3Seen: ObjectStore = {
    get: (at, unless) => {
      seeS3('GetObject', at)
      return s3.get(at, unless)
    },
    head: (at) => {
      seeS3('GetObject', at)
      return s3.head(at)
    },
    put: (at, given) => {
      seeS3('PutObject', at)
      return s3.put(at, given)
    },
  }

  let last: Promise<unknown> = Promise.resolve()
  const alone = <T>(name: FunctionName, run: () => Promise<T>): Promise<T> => {
    const mine = last.then(() => {
      const settings = Object.fromEntries(
        triggers[name].settings.map((setting) => [setting, product.aws.settings[setting]]),
      )
      connectTo(
        openOutside(settings, { ...product.world, aws: { ...product.world.aws, ssm: ssmSeen, s3: s3Seen } }),
      )
      return running.run(name, run)
    })
    last = mine.catch(() => {})
    return mine
  }
  const { http, queue, schedule } = { ...invoke }
  Object.assign(invoke, {
    http: (name, event) => alone(name, () => http(name, event)),
    queue: (name, event) => alone(name, () => queue(name, event)),
    schedule: (name) => alone(name, () => schedule(name)),
  } satisfies typeof invoke)

  return {
    of: (name: FunctionName): Call[] => calls.get(name) ?? [],
    stop: () => {
      restoreClients()
      Object.assign(invoke, { http, queue, schedule })
    },
  }
}
