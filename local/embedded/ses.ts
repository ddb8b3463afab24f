import { randomUUID } from 'node:crypto'

import { AwsError } from './aws-error.ts'
import { awsQueryServer } from './aws-query.ts'
import { checkLetter } from './ses-checks.ts'
import { eventsAbout } from './ses-events.ts'
import type { SesEvent } from './ses-events.ts'
import { letterFromMime, letterFromParts } from './ses-letter.ts'
import type { Letter } from './ses-letter.ts'
import { openMailbox } from './ses-mailbox.ts'
import { startPublishing } from './ses-publishing.ts'

export type Fault =
  | 'Throttling'
  | 'MessageRejected'
  | 'ServiceUnavailable'
  | 'timeout-before-send'
  | 'timeout-after-send'

/** A usual quota of an account out of the sandbox; nothing here holds senders to it. */
const quota = { Max24HourSend: 50_000, MaxSendRate: 14 }
const dayMs = 24 * 60 * 60 * 1000

const refuse = (fault: Fault | undefined) => {
  if (fault === 'Throttling') throw new AwsError(fault, 'Maximum sending rate exceeded.')
  if (fault === 'MessageRejected') throw new AwsError(fault, 'The message was refused for a test.')
  if (fault === 'ServiceUnavailable') throw new AwsError(fault, 'Service is unavailable.', {}, 503)
}

type Options = {
  folder?: string
  now: () => number
  port?: number
  /** Addresses or domains that may send. */
  verified: string[]
  configurationSets: string[]
  onEvent?: (event: SesEvent) => Promise<void>
}

/** Amazon SES, version 1, in this process: it keeps what it is asked to send and tells what became of it. */
export const startSes = async ({ folder, now, port, verified, configurationSets, onEvent }: Options) => {
  const mailbox = await openMailbox(folder)
  const publishing = startPublishing(onEvent, mailbox.save)
  const faults: Fault[] = []
  const identities = new Set(verified)

  const accept = async (letter: Letter) => {
    const id = `${randomUUID()}-000000`
    const at = new Date(now()).toISOString()
    const { from, recipients, subject, text, html, attachments, headers, raw } = letter
    const mail = { id, at, from, to: recipients, subject, text, html, attachments, headers }
    const unpublished = onEvent ? eventsAbout(letter, id, at) : []
    publishing.publish(await mailbox.keep({ mail, raw, unpublished }))
    return id
  }

  const send = async (letter: Letter) => {
    const fault = faults.shift()
    refuse(fault)
    checkLetter(letter, { verified: identities, configurationSets })
    if (fault === 'timeout-before-send') return 'hang up'
    const id = await accept(letter)
    return fault === 'timeout-after-send' ? 'hang up' : { MessageId: id }
  }

  const server = awsQueryServer({
    SendEmail: async (form) => send(letterFromParts(form)),
    SendRawEmail: async (form) => send(await letterFromMime(form)),
    GetSendQuota: async () => ({
      ...quota,
      SentLast24Hours: mailbox.kept.filter(({ mail }) => Date.parse(mail.at) > now() - dayMs).length,
    }),
    ListIdentities: async () => ({ Identities: { member: [...identities] } }),
    VerifyEmailIdentity: async (form) => {
      identities.add(form.get('EmailAddress') ?? '')
      return {}
    },
  })

  const endpoint = await server.listen(port)
  for (const entry of mailbox.kept) publishing.publish(entry)

  return {
    endpoint,
    ask: server.ask,
    mails: () => mailbox.kept.map(({ mail }) => mail),
    /** The message as it was given to SendRawEmail, for its headers. */
    raw: (id: string) => {
      const raw = mailbox.kept.find(({ mail }) => mail.id === id)?.raw
      return raw === undefined ? undefined : Buffer.from(raw, 'base64').toString()
    },
    /** Whether something became of a mail that has not been handed over yet. */
    isPublishing: publishing.isUnderWay,
    faults: { next: (those: Fault[]) => void faults.push(...those) },
    stop: async () => {
      await server.stop()
      await publishing.stop()
    },
  }
}
