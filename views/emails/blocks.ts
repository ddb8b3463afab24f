import type { Language } from '../../domain/person/language.ts'
import { asHtml } from './as-html.ts'
import { asText } from './as-text.ts'

/** What an e-mail can be made of. The HTML and the text are both written from these, so they cannot say different things. */
export type Block =
  | { kind: 'h'; text: string }
  | { kind: 'h2'; text: string }
  | { kind: 'p'; text: string }
  | { kind: 'small'; text: string }
  | { kind: 'call'; text: string; phone: string }
  | { kind: 'fact'; label: string; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'button'; label: string; href: string }
  /** One of several answers, of which none is more wanted than another. */
  | { kind: 'choice'; label: string; href: string }
  | { kind: 'link'; label: string; href: string }

export interface EmailMessage {
  subject: string
  /** What a mailbox shows beside the subject before the e-mail is opened. */
  preheader: string
  blocks: readonly Block[]
}

export const renderEmail = (message: EmailMessage, language: Language) => ({
  subject: message.subject,
  html: asHtml(message, language),
  text: asText(message.blocks),
})
