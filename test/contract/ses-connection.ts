import type { SESClient } from '@aws-sdk/client-ses'
import { afterAll, beforeAll } from 'vitest'

/** What arrived, and what was published about it, as far as the suite looks at them. */
type Arrived = {
  id: string
  at: string
  from: string
  to: string[]
  subject: string
  text: string
  html: string
  attachments: Array<{ filename: string; contentType: string; content: string }>
}
type Published = {
  eventType: string
  mail: { messageId: string; destination: string[]; tags: Record<string, string[]> }
  bounce?: object
  complaint?: object
}

/** Whatever answers to SES's client: the embedded one, or a model of it. */
type SesConnection = {
  client: SESClient
  mails: () => Arrived[]
  events: () => Published[]
  close: () => Promise<void>
}

/** An account that may send as `staff@example.org` and has the configuration set `events`. */
export type ConnectSes = () => Promise<SesConnection>

export const sender = 'Open Circle <staff@example.org>'

export const useAccount = (connect: ConnectSes) => {
  let connection: SesConnection
  beforeAll(async () => {
    connection = await connect()
  })
  afterAll(() => connection.close())
  return {
    client: () => connection.client,
    mails: () => connection.mails(),
    mailWith: (id: string | undefined) => connection.mails().find((mail) => mail.id === id),
    eventsOf: (id: string | undefined) => connection.events().filter(({ mail }) => mail.messageId === id),
  }
}
