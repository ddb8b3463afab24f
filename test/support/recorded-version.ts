import type { TableName } from '../../adapters/tables.ts'
import type { Product } from './product.ts'

/** Private links, by the page they lead to. */
export type LinkKind = 'sent' | 'status' | 'offer' | 'check-in' | 'stop' | 'facilitator'

/** What a page was like: its HTTP status, and the names of the fields in its forms, whatever its words. */
export interface SeenPage {
  status: number
  fields: string[]
}

/** Someone who lives through a version, and how far they got: `scheduled`, `urgent` and so on. */
export interface RecordedPerson {
  life: string
  reference: string
  address: string
  /** The short code of the status page. */
  code: string
  paths: Partial<Record<LinkKind, string>>
  pages: Partial<Record<LinkKind, SeenPage>>
  /** What was shown after a code was typed, and lets its holder act for half an hour. */
  pass?: string
  /** A code that a group's leader has in their mailbox, and has not typed yet. */
  leaderCode?: string
}

export interface RecordedLinks {
  recordedAt: string
  /** Cookies of someone of staff who is signed in. */
  staffCookies: Record<string, string>
  people: RecordedPerson[]
}

export type RecordedRows = Record<TableName, Record<string, unknown>[]>

/** Bodies of the messages that were in each queue. */
export type RecordedMessages = Record<'intakes' | 'emails' | 'ses-events', unknown[]>

export const seePage = async (product: Product, path: string): Promise<SeenPage> => {
  const { status, body } = await product.get(path)
  const fields = [...body.matchAll(/<(?:input|select|textarea|button)[^>]*\sname="([^"]+)"/g)]
  return { status, fields: [...new Set(fields.map(([, name = '']) => name))].toSorted() }
}
