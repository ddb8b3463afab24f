import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { objectStore } from '../../adapters/object-store.ts'
import { startS3 } from '../../local/embedded/s3.ts'
import { objectsStraightTo } from '../../local/straight-to.ts'

const at = 'packed/groups'
const bytes = (text: string) => new TextEncoder().encode(text)
const environment = { ...process.env }

/**
 * What Amazon S3 documents of conditional reads and writes, by our own client: over the network with its signature, as it
 * is deployed, and straight.
 */
describe.each(['over the network', 'straight'])('the embedded S3, asked %s', (how) => {
  let s3: Awaited<ReturnType<typeof startS3>>
  let store: ReturnType<typeof objectStore>
  const pauses: number[] = []

  beforeAll(async () => {
    s3 = await startS3({ buckets: ['packed'] })
    Object.assign(process.env, {
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_S3: s3.endpoint,
    })
    const pause = async (milliseconds: number) => pauses.push(milliseconds)
    store = how === 'straight' ? objectStore(pause, objectsStraightTo(s3)) : objectStore(pause)
  })
  afterAll(async () => {
    process.env = environment
    await s3.stop()
  })

  const put = (text: string, inPlaceOf: string | null) =>
    store.put(at, { bytes: bytes(text), notes: { 'read-at': text }, inPlaceOf })

  it('says of nothing that it is nothing', async () => {
    expect(await store.get(at)).toBeNull()
    expect(await store.head(at)).toBeNull()
    expect(await put('one', '"something"')).toBe(false)
  })

  it('keeps what was written where nothing was, byte by byte, with what was noted beside it', async () => {
    expect(await put('one', null)).toBe(true)
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    await store.put('packed/every-byte', { bytes: all, notes: {}, inPlaceOf: null })

    expect(await store.get('packed/every-byte')).toMatchObject({ bytes: expect.objectContaining(all) })
    expect(await store.head(at)).toMatchObject({ notes: { 'read-at': 'one' } })
  })

  it('writes over what was seen, and over nothing else', async () => {
    const { etag = '' } = (await store.head(at)) ?? {}

    expect(await put('two', null)).toBe(false)
    expect(await put('two', etag)).toBe(true)
    expect(await put('three', etag)).toBe(false)
    expect(await store.head(at)).toMatchObject({ notes: { 'read-at': 'two' } })
  })

  it('gives nothing to whoever has it already', async () => {
    const found = await store.get(at)
    const etag = found === null || found === 'unchanged' ? '' : found.etag

    expect(await store.get(at, etag)).toBe('unchanged')
    expect(await store.get(at, '"an earlier one"')).toMatchObject({ etag })
  })

  it('is asked twice more when it is busy, and then no more', async () => {
    s3.refuseNext(2)
    expect(await store.get(at)).toMatchObject({ bytes: expect.anything() })
    expect(pauses).toEqual([100, 400])

    s3.refuseNext(3)
    await expect(store.get(at)).rejects.toThrow('S3 answered 503.')
  })

  it('takes nothing for a bucket that is not there', async () => {
    await expect(
      put('one', null).then(() =>
        store.put('other/groups', { bytes: bytes(''), notes: {}, inPlaceOf: null }),
      ),
    ).resolves.toBe(false)
  })
})
