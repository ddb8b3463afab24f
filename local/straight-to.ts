import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate as othersGoFirst } from 'node:timers/promises'

import type { Wire } from '../adapters/aws-wire.ts'
import type { Ask } from './embedded/aws-server.ts'
import type { startS3 } from './embedded/s3.ts'

interface Embedded {
  endpoint: string
  ask: Ask
}

interface Request {
  headers: Record<string, string>
  body?: string | Uint8Array
}

/** What a service does, it does in its own name and not in that of whoever asked, as across a network. */
const inItsOwnName = AsyncLocalStorage.snapshot()

/** As a connection fails that is closed before an answer came: the SDK cannot know what became of the request. */
const hungUp = () =>
  Object.assign(new Error('The embedded service hung up.'), { name: 'TimeoutError', code: 'ECONNRESET' })

const asText = (body: Request['body'] = '') =>
  typeof body === 'string' ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString()

/**
 * Settings for a client of the SDK whose requests go straight to an embedded service in this process: the same requests
 * and answers, with no network between them and no signature, which nobody here would check. Together these two are
 * most of what a call costs.
 */
export const straightTo = ({ endpoint, ask }: Embedded) => ({
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  signer: { sign: async <Signed>(request: Signed) => request },
  requestHandler: {
    async handle({ headers, body }: Request) {
      await othersGoFirst()
      const reply = await inItsOwnName(ask, { ...headers, authorization: 'AWS4-LOCAL' }, asText(body))
      if (!reply) throw hungUp()
      const { status, headers: answered, body: text } = reply
      return { response: { statusCode: status, headers: answered, body: Buffer.from(text) } }
    },
    httpHandlerConfigs: () => ({}),
    updateHttpClientConfig: () => {},
    destroy: () => {},
  },
})

/** The same for S3, whose requests are told apart by method and path, and whose bodies are no text. */
export const objectsStraightTo = ({
  endpoint,
  answer,
}: Pick<Awaited<ReturnType<typeof startS3>>, 'endpoint' | 'answer'>): Wire => ({
  endpoint,
  async send({ method, path, headers, body }) {
    await othersGoFirst()
    const given = body instanceof Uint8Array ? body : new Uint8Array()
    const asked = { method, path, headers: { ...headers, authorization: 'AWS4-LOCAL' }, body: given }
    const { status, headers: answered, body: bytes } = inItsOwnName(answer, asked)
    return { statusCode: status, headers: answered, body: bytes }
  },
})
