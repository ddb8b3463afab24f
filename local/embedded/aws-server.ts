import { createServer } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'

import { AwsError } from './aws-error.ts'
import { listen, stopListening } from './listen.ts'

type Protocol = {
  contentType: string
  /** The body of an answer; nothing hangs up without one. */
  answer: (headers: IncomingHttpHeaders, body: string) => Promise<string | undefined>
  refusal: (error: AwsError) => string
}

export type Reply = { status: number; headers: Record<string, string>; body: string }

/** Asks an embedded service from within this process. Nothing comes back when it hangs up. */
export type Ask = (headers: Record<string, string>, body: string) => Promise<Reply | undefined>

/** Above the largest request of any service here: 16 MB to BatchWriteItem. */
const maxBytes = 17 * 1024 * 1024

const tooLarge = () => new AwsError('RequestEntityTooLarge', 'The request is too large.', {}, 413)

const bodyOf = async (request: IncomingMessage) => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > maxBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

/** A page open in this machine's browser can send forms here, but it cannot sign them. */
const refuseUnsigned = ({ authorization }: IncomingHttpHeaders) => {
  if (!authorization?.startsWith('AWS4-'))
    throw new AwsError('MissingAuthenticationToken', 'Request is missing Authentication Token', {}, 403)
}

/** Says where the fault is and not with what: an error's message may quote what a person wrote. */
const reportFault = (fault: unknown) => {
  const { name, stack = '' } = fault instanceof Error ? fault : new Error('not an error')
  console.error(`A fault in the embedded AWS: ${name}\n${stack.match(/^ {4}at .*$/gm)?.join('\n') ?? ''}`)
  return new AwsError('InternalFailure', `The embedded AWS failed with ${name}.`, {}, 500)
}

/** A service that answers over the network and, the same, within this process. */
export const awsServer = ({ contentType, answer, refusal }: Protocol) => {
  const replyWith = (status: number, body: string): Reply => ({
    status,
    headers: { 'content-type': contentType },
    body,
  })
  const refuse = (error: unknown) => {
    const refused = error instanceof AwsError ? error : reportFault(error)
    return replyWith(refused.status, refusal(refused))
  }

  const reply = async (headers: IncomingHttpHeaders, body: string): Promise<Reply | undefined> => {
    try {
      refuseUnsigned(headers)
      const text = await answer(headers, body)
      return text === undefined ? undefined : replyWith(200, text)
    } catch (error) {
      return refuse(error)
    }
  }

  const asked = async (request: IncomingMessage): Promise<Reply | undefined> => {
    try {
      return await reply(request.headers, await bodyOf(request))
    } catch (error) {
      // Whoever went away in the middle of a request hears nothing more.
      return request.destroyed && !request.complete ? undefined : refuse(error)
    }
  }

  const send = (response: ServerResponse, answered: Reply | undefined) => {
    if (!answered) return void response.destroy()
    response.writeHead(answered.status, answered.headers).end(answered.body)
  }

  const server = createServer(
    (request, response) => void asked(request).then((answered) => send(response, answered)),
  )
  const underWay = new Set<Promise<unknown>>()
  let isOpen = true

  return {
    listen: (port?: number) => listen(server, port),
    ask: ((headers, body) => {
      if (!isOpen) return Promise.resolve(undefined)
      const mine = reply(headers, body).finally(() => underWay.delete(mine))
      underWay.add(mine)
      return mine
    }) satisfies Ask,
    /** Lets requests under way finish. */
    stop: async () => {
      isOpen = false
      await stopListening(server)
      await Promise.all(underWay)
    },
  }
}
