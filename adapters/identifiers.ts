import { createHmac } from 'node:crypto'

import { parse, stringify } from 'uuid'

import { referenceFrom } from '../domain/way/reference.ts'
import { readKeys } from './keys.ts'

/**
 * The mailbox that an address leads to. What follows a `+` is left out, and in Gmail every dot before the @ as well
 * (Gmail help, "Dots don't matter in Gmail addresses"): else each way of writing would be another address, with limits of
 * its own, and one mailbox could be filled by many.
 */
const mailboxOf = (address: string) => {
  const [name = '', domain = ''] = address
    .toLowerCase()
    .replace(/^([^+@]*)\+[^@]*@/, '$1@')
    .split('@')
  const isGmail = domain === 'gmail.com' || domain === 'googlemail.com'
  return isGmail ? `${name.replaceAll('.', '')}@gmail.com` : `${name}@${domain}`
}

/**
 * Ids and codes that follow from what a person sent, so that accepting needs no look-up and a repeat shows the same
 * ones. They are made with the oldest key of the ring, which is never taken away: an id must not change when keys do.
 */
export const identifiers = (readRing: () => Promise<string>) => {
  const mac = async (purpose: string, subject: string) => {
    const key = readKeys(await readRing()).at(-1)
    return createHmac('sha256', key?.secret ?? '')
      .update(`${purpose}\0${subject}`)
      .digest()
  }

  return {
    /**
     * The intake a submission stands for. A form's submission id is a UUIDv7, and its time carries over, so that intakes
     * sort by it. A stranger who knows a submission id still cannot tell the intake's.
     */
    async intakeIdOf(submissionId: string): Promise<string> {
      const id = new Uint8Array(await mac('intake', submissionId)).slice(0, 16)
      id.set(parse(submissionId).slice(0, 6), 0)
      id[6] = 0x70 | ((id[6] ?? 0) & 0x0f)
      id[8] = 0x80 | ((id[8] ?? 0) & 0x3f)
      return stringify(id)
    },

    async referenceOf(intakeId: string): Promise<string> {
      return referenceFrom((await mac('reference', intakeId)).readBigUInt64BE())
    },

    /** Four digits that open the details of the status page. Shown once, on the confirmation. */
    async codeOf(intakeId: string): Promise<string> {
      return String((await mac('code', intakeId)).readUInt32BE() % 10_000).padStart(4, '0')
    },

    /** Stands for an e-mail address or a phone number where the thing itself must not stand. */
    async hashOf(kind: 'email' | 'phone', value: string): Promise<string> {
      return (await mac(kind, kind === 'email' ? mailboxOf(value) : value)).toString('base64url')
    },
  }
}
