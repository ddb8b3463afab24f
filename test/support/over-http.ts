import { request } from 'node:http'

import type { Seen, Sent } from './staff-browser.ts'

/** Asks a site on this machine as a browser does that follows nothing by itself. */
export const overHttp =
  (port: number) =>
  ({ method, path, form, headers }: Sent): Promise<Seen> =>
    new Promise((resolve, reject) => {
      const asked = request({ port, method, path, headers }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            // Of the headers that we send, only cookies come more than once.
            headers: answer.headers as Record<string, string>,
            cookies: answer.headers['set-cookie'] ?? [],
            body: Buffer.concat(chunks).toString(),
          }),
        )
      })
      asked.on('error', reject)
      asked.end(form && String(form))
    })
