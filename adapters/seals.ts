import { hkdfSync } from 'node:crypto'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'

import { CompactEncrypt, compactDecrypt } from 'jose'
import * as z from 'zod/mini'

import { type Key, readKeys } from './keys.ts'

/** What a seal is good for. What was sealed for one purpose never opens for another. */
export type SealPurpose = 'session' | 'signing-in' | 'form-token' | 'answers'

/**
 * A key of its own for each purpose, from the ring that signs private links (RFC 5869): so there is no further secret
 * to keep, a new link key renews the seals as well, and nothing that is made for a link can be read here.
 */
const keyFor = ({ secret }: Key, purpose: SealPurpose) =>
  new Uint8Array(hkdfSync('sha256', secret, '', `open-circle seal ${purpose}`, 32))

/**
 * A browser takes no cookie above 4,096 bytes, and answers can be longer, so they are compressed: by Brotli, because the
 * longest answers in Korean or Chinese stay too long when they are deflated.
 */
const isCompressed = (purpose: SealPurpose) => purpose === 'answers'

const encoded = (purpose: SealPurpose, content: object): Uint8Array => {
  const json = new TextEncoder().encode(JSON.stringify(content))
  return isCompressed(purpose) ? brotliCompressSync(json) : json
}

const decoded = (purpose: SealPurpose, bytes: Uint8Array): unknown =>
  JSON.parse(new TextDecoder().decode(isCompressed(purpose) ? brotliDecompressSync(bytes) : bytes))

/** Seals what a browser keeps for us: encrypted and authenticated (JWE, `dir` with A256GCM, RFC 7518). */
export const sealer = (readRing: () => Promise<string>) => ({
  async seal(purpose: SealPurpose, content: object): Promise<string> {
    const [newest] = readKeys(await readRing())
    return new CompactEncrypt(encoded(purpose, content))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: newest.number })
      .encrypt(keyFor(newest, purpose))
  },

  /** What was sealed; null for whatever is not ours, of another purpose, changed, or of a key that was taken away. */
  async open<Content extends z.ZodMiniType>(
    purpose: SealPurpose,
    sealed: string | undefined,
    content: Content,
  ): Promise<z.infer<Content> | null> {
    if (!sealed) return null
    const keys = readKeys(await readRing())
    try {
      const { plaintext } = await compactDecrypt(
        sealed,
        ({ kid }) => {
          const key = keys.find(({ number }) => number === kid)
          if (!key) throw new Error('A seal names a key that is not in the ring.')
          return keyFor(key, purpose)
        },
        { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] },
      )
      return z.parse(content, decoded(purpose, plaintext))
    } catch {
      return null
    }
  },
})
