import { buffer } from 'node:stream/consumers'

import { type Wire, requestOn, wireTo } from './aws-wire.ts'

/** An object's bucket and key: `bucket/key`. */
type Address = string

export interface FoundObject {
  /** Another one with each change of the object. */
  etag: string
  bytes: Uint8Array
}

/** What was written beside an object; names in lower case. */
type Notes = Readonly<Record<string, string>>

/** The three calls that we make of Amazon S3. */
export interface ObjectStore {
  /** `unchanged` where the object still has this etag; null where there is none. */
  get: (at: Address, unless?: string) => Promise<FoundObject | 'unchanged' | null>
  /** What is said of an object, without the object. */
  head: (at: Address) => Promise<{ etag: string; notes: Notes } | null>
  /**
   * Writes in place of the object with this etag, or of none at all. False when something else is there by now, or is
   * being written in this moment.
   */
  put: (at: Address, given: { bytes: Uint8Array; notes: Notes; inPlaceOf: string | null }) => Promise<boolean>
}

/** With two more tries a matcher loses ten seconds of its sixty to an S3 that says nothing, and then goes on without. */
const ofLambda = () =>
  wireTo({ service: 's3', endpoint: (region) => `https://s3.${region}.amazonaws.com`, timeoutMs: 3_000 })

const pausesMs = [100, 400]
const notePrefix = 'x-amz-meta-'

/** Of what is not there S3 says "forbidden" to those who may not list a bucket, and ours may not. */
const isMissing = (status: number) => status === 404 || status === 403

/** Someone else was first, or is at it; or what should be replaced is gone (S3 guide, "Conditional writes"). */
const isTooLate = (status: number) => status === 412 || status === 409 || status === 404

/** A failure of the service, or "slow down". Everything else would be the same again. */
const isPassing = (status: number) => status >= 500 || status === 429

const bytesOf = (body: Uint8Array | NodeJS.ReadableStream) =>
  body instanceof Uint8Array ? Promise.resolve(body) : buffer(body)

const failed = (status: number) =>
  Object.assign(new Error(`S3 answered ${status}.`), { name: 'ObjectStoreError' })

/** Asks S3 with the parts of the SDK (aws-wire.ts): its client would double what a function has to load. */
export const objectStore = (
  pause: (milliseconds: number) => Promise<unknown>,
  wire: Wire = ofLambda(),
): ObjectStore => {
  const once = async (
    at: Address,
    asked: Pick<Parameters<typeof requestOn>[1], 'method' | 'headers' | 'body'>,
  ) => {
    const { statusCode, headers, body } = await wire.send(requestOn(wire, { ...asked, path: `/${at}` }))
    // Whatever the answer, the whole of it is taken: a connection with something left in it cannot be used again.
    return { status: statusCode, headers, bytes: await bytesOf(body ?? new Uint8Array()) }
  }
  const ask: typeof once = async (at, asked) => {
    for (const pauseMs of pausesMs) {
      try {
        const answer = await once(at, asked)
        if (!isPassing(answer.status)) return answer
      } catch {
        // As if it had failed there.
      }
      await pause(pauseMs)
    }
    return once(at, asked)
  }

  return {
    async get(at, unless) {
      const { status, headers, bytes } = await ask(at, {
        method: 'GET',
        headers: unless === undefined ? {} : { 'if-none-match': unless },
      })
      if (status === 304) return 'unchanged'
      if (isMissing(status)) return null
      if (status !== 200) throw failed(status)
      return { etag: headers['etag'] ?? '', bytes }
    },

    async head(at) {
      const { status, headers } = await ask(at, { method: 'HEAD', headers: {} })
      if (isMissing(status)) return null
      if (status !== 200) throw failed(status)
      const notes = Object.entries(headers).flatMap(([name, value]) =>
        name.startsWith(notePrefix) ? [[name.slice(notePrefix.length), value] as const] : [],
      )
      return { etag: headers['etag'] ?? '', notes: Object.fromEntries(notes) }
    },

    async put(at, { bytes, notes, inPlaceOf }) {
      const { status } = await ask(at, {
        method: 'PUT',
        headers: {
          'content-type': 'application/octet-stream',
          'content-length': String(bytes.byteLength),
          ...Object.fromEntries(
            Object.entries(notes).map(([name, value]) => [`${notePrefix}${name}`, value]),
          ),
          ...(inPlaceOf === null ? { 'if-none-match': '*' } : { 'if-match': inPlaceOf }),
        },
        body: bytes,
      })
      if (status === 200) return true
      if (isTooLate(status)) return false
      throw failed(status)
    },
  }
}
