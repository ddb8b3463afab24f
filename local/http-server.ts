import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'

import { listen } from './embedded/listen.ts'

/** API Gateway takes no more (AWS: "Payload size", 10 MB). */
const maxBodyBytes = 10 * 1024 * 1024

export const readBody = async (request: IncomingMessage): Promise<Buffer | 'too-large'> => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    const part = Buffer.from(chunk)
    bytes += part.length
    if (bytes <= maxBodyBytes) chunks.push(part)
  }
  return bytes > maxBodyBytes ? 'too-large' : Buffer.concat(chunks)
}

/** What was asked for. A path that makes no address, such as `*`, becomes one that nothing answers. */
export const urlOf = ({ url = '/' }: IncomingMessage): URL =>
  URL.parse(`http://localhost${url}`) ?? new URL('http://localhost/not/here')

/** A page on another site can make this browser call us under its own name; only our own names are answered. */
const isForUs = ({ headers }: IncomingMessage) => /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(headers.host ?? '')

/** An HTTP server on this machine alone, on a free port if that is 0. */
export const serve = async (
  port: number,
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
) => {
  const server = createServer((request, response) => {
    if (!isForUs(request)) return void response.writeHead(421).end()
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  const { port: listensOn } = new URL(await listen(server, port))
  return {
    port: Number(listensOn),
    async stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}
