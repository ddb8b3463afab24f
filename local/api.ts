import { gzipSync } from 'node:zlib'

import { apiEvent } from './api-event.ts'
import { invoke } from './handlers.ts'
import { readBody, serve, urlOf } from './http-server.ts'

/** What is smaller the gateway sends as it is (`minCompressionSize` in lib/http-api.ts). */
const leastCompressedBytes = 1024

/** Stands where API Gateway stands: the same paths, the same events, on this machine alone. */
export const startApi = (port: number) =>
  serve(port, async (request, response) => {
    const body = await readBody(request)
    if (body === 'too-large') return void response.writeHead(413).end()
    const incoming = {
      method: request.method ?? 'GET',
      url: urlOf(request),
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      ),
      body,
    }
    // What no route fits is answered with the page for what is not there, as the gateway does.
    const routed =
      apiEvent(incoming) ?? apiEvent({ ...incoming, method: 'GET', url: new URL('/not/here', incoming.url) })
    if (!routed) return void response.writeHead(404).end()
    const answer = await invoke.http(routed.name, routed.event)
    for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, String(value))
    for (const [name, values] of Object.entries(answer.multiValueHeaders ?? {}))
      response.setHeader(name, values.map(String))
    const isCompressed =
      Buffer.byteLength(answer.body) >= leastCompressedBytes &&
      /\bgzip\b/.test(request.headers['accept-encoding']?.toString() ?? '')
    if (isCompressed) response.setHeader('content-encoding', 'gzip')
    response.writeHead(answer.statusCode)
    response.end(request.method === 'HEAD' ? '' : isCompressed ? gzipSync(answer.body) : answer.body)
  })
