import type { Ask } from './aws-server.ts'
import { buildApp, newStores } from './fauxqs.ts'
import { host, whyNotListening } from './listen.ts'
import { keepQueues } from './sqs-keeping.ts'

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html */
const longestDelaySeconds = 900

type Sending = { DelaySeconds?: number; Entries?: Array<{ DelaySeconds?: number }> } | undefined
/** As the answer of an HTTP server: a header may come as a number, or several times. */
const asWords = (headers: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))

type WithUrls = { QueueUrl?: string; QueueUrls?: string[] } | undefined

/** A queue keeps the address it was made at; callers need the one we have now. */
const urlsAt = (endpoint: string, answer: WithUrls) => {
  const moved = (url: string) => endpoint + new URL(url).pathname
  return {
    ...answer,
    ...(answer?.QueueUrl && { QueueUrl: moved(answer.QueueUrl) }),
    ...(answer?.QueueUrls && { QueueUrls: answer.QueueUrls.map(moved) }),
  }
}

/** Amazon SQS in this process, on fauxqs. Without a folder all is kept in memory. */
export const startSqs = async ({ folder, port = 0 }: { folder?: string; port?: number } = {}) => {
  const stores = newStores()
  const persistence = folder ? await keepQueues(folder, stores) : undefined

  const app = buildApp({ logger: false, stores })
  // An idle connection stays: one that we close as a client writes to it would look like a failed call.
  app.server.keepAliveTimeout = 0
  app.addHook('onClose', async () => persistence?.close())

  // A page open in this machine's browser can send forms here, but it cannot sign them.
  app.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' || request.headers.authorization?.startsWith('AWS4-')) return
    await reply
      .status(403)
      .send({ __type: 'MissingAuthenticationToken', message: 'The request is not signed.' })
  })

  app.addHook('preHandler', async (request, reply) => {
    const sending = request.body as Sending
    const delays = [sending, ...(sending?.Entries ?? [])].map((one) => one?.DelaySeconds ?? 0)
    if (delays.every((delay) => delay >= 0 && delay <= longestDelaySeconds)) return
    await reply.status(400).send({
      __type: 'com.amazonaws.sqs#InvalidParameterValue',
      message: 'Value for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= 900.',
    })
  })

  app.addHook('preSerialization', async (request, _reply, answer: WithUrls) =>
    answer?.QueueUrl || answer?.QueueUrls ? urlsAt(`http://${request.headers.host}`, answer) : answer,
  )

  const ask: Ask = async (headers, body) => {
    const {
      statusCode,
      headers: answered,
      body: text,
    } = await app.inject({ method: 'POST', url: '/', headers, body })
    return { status: statusCode, headers: asWords(answered), body: text }
  }

  try {
    const endpoint = await app.listen({ port, host })
    return {
      endpoint,
      ask,
      /** How many messages a queue holds: those that wait, and those that somebody has in hand. */
      held: (url: string) => {
        const queue = stores.sqsStore.getQueue(url)
        return queue ? queue.messages.length + queue.inflightMessages.size : 0
      },
      stop: () => app.close(),
    }
  } catch (cause) {
    await app.close()
    throw whyNotListening(port, cause)
  }
}
