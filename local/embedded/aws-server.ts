import { createServer } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'

import { AwsError } from './aws-error.ts'

type Protocol = {
  contentType: string
  /** The body of an answer; nothing hangs up without one. */
  answer: (headers: IncomingHttpHeaders, body: string) => Promise<string | undefined>
  refusal: (error: AwsError) => string
}

/** Above the largest request of any service here: 16 MB to BatchWriteItem. */
const maxBytes = 17 * 1024 * 1024

const bodyOf = async (request: IncomingMessage) => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > maxBytes) throw new AwsError('RequestEntityTooLarge', 'The request is too large.', {}, 413)
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

export const awsServer = ({ contentType, answer, refusal }: Protocol) => {
  const reply = async (request: IncomingMessage, response: ServerResponse) => {
    try {
      const body = await bodyOf(request)
      refuseUnsigned(request.headers)
      const text = await answer(request.headers, body)
      if (text === undefined) return response.destroy()
      return response.writeHead(200, { 'content-type': contentType }).end(text)
    } catch (error) {
      if (request.destroyed && !request.complete) return response.destroy()
      const refused = error instanceof AwsError ? error : reportFault(error)
      return response.writeHead(refused.status, { 'content-type': contentType }).end(refusal(refused))
    }
  }
  return createServer((request, response) => void reply(request, response))
}
