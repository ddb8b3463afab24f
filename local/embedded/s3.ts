import { createHash } from 'node:crypto'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'

import { listen, stopListening } from './listen.ts'

interface Asked {
  method: string
  path: string
  /** By names in lower case. */
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: Uint8Array
}

interface Answer {
  status: number
  headers: Record<string, string>
  body: Uint8Array
}

interface Kept {
  etag: string
  bytes: Uint8Array
  notes: Record<string, string>
}

const refusal = (status: number, code: string): Answer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`),
})

const nothing = new Uint8Array()

/** To those who may not list a bucket S3 does not say what is missing, and our functions may not. */
const missing = () => refusal(403, 'AccessDenied')
const preconditionFailed = () => refusal(412, 'PreconditionFailed')

const notesIn = (headers: Asked['headers']) =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      name.startsWith('x-amz-meta-') ? [[name, String(value)]] : [],
    ),
  )

/**
 * Amazon S3 in this process, as far as we ask it: to read an object unless it is still the same, to hear of one, and to
 * write one on a condition. It keeps nothing when the process ends: what lies in it is made anew.
 */
export const startS3 = async ({ buckets, port }: { buckets: readonly string[]; port?: number }) => {
  const kept = new Map<string, Kept>()
  let refusals = 0
  const asked: string[] = []

  const read = ({ method, path, headers }: Asked): Answer => {
    const object = kept.get(path)
    if (!object) return missing()
    const { etag, notes, bytes } = object
    if (headers['if-none-match'] === etag) return { status: 304, headers: { etag }, body: nothing }
    return {
      status: 200,
      headers: { ...notes, etag, 'content-length': String(bytes.byteLength) },
      body: method === 'HEAD' ? nothing : bytes,
    }
  }

  const write = ({ path, headers, body }: Asked): Answer => {
    const object = kept.get(path)
    const { 'if-match': wanted, 'if-none-match': unless } = headers
    if (unless !== undefined && unless !== '*') return refusal(501, 'NotImplemented')
    if (unless === '*' && object) return preconditionFailed()
    if (wanted !== undefined && !object) return refusal(404, 'NoSuchKey')
    if (wanted !== undefined && wanted !== object?.etag) return preconditionFailed()
    const etag = `"${createHash('md5').update(body).digest('hex')}"`
    kept.set(path, { etag, bytes: body.slice(), notes: notesIn(headers) })
    return { status: 200, headers: { etag }, body: nothing }
  }

  const answerTo = (asked: Asked): Answer => {
    // A page open in this machine's browser can send forms here, but it cannot sign them.
    if (!String(asked.headers['authorization']).startsWith('AWS4-')) return refusal(403, 'AccessDenied')
    const [bucket = '', key] = asked.path.slice(1).split('/')
    if (!buckets.includes(bucket) || !key) return refusal(404, 'NoSuchBucket')
    if (asked.method === 'GET' || asked.method === 'HEAD') return read(asked)
    return asked.method === 'PUT' ? write(asked) : refusal(501, 'NotImplemented')
  }

  const answer = (request: Asked): Answer => {
    const given = refusals > 0 ? refusal(503, 'SlowDown') : answerTo(request)
    refusals = Math.max(0, refusals - 1)
    asked.push(`${request.method} ${given.status}`)
    return given
  }

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    try {
      const { method = '', url: path = '', headers } = request
      const {
        status,
        headers: answered,
        body,
      } = answer({ method, path, headers, body: await buffer(request) })
      response.writeHead(status, answered).end(body)
    } catch {
      // Whoever went away in the middle of a request hears nothing more.
      response.destroy()
    }
  }
  const server = createServer((request, response) => void serve(request, response))

  return {
    endpoint: await listen(server, port),
    answer,
    /** What lies under each path, such as `/bucket/key`. */
    objects: kept,
    /** So many requests from now on are answered with "slow down". */
    refuseNext: (requests: number) => void (refusals = requests),
    /** Every request so far, and what came of it: `GET 304`. */
    asked: () => [...asked],
    stop: () => stopListening(server),
  }
}
