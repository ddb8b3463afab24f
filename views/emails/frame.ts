import type { Language } from '../../domain/person/language.ts'
import type { Frame } from '../frame.ts'
import type { LetterWords } from '../words/letter-words.ts'
import type { Block, EmailMessage } from './blocks.ts'

/** What every e-mail to a person is written from. `plain`: someone else may read this mailbox. */
export interface ReaderFacts {
  language: Language
  plain: boolean
  name: string
  organisation: Frame['organisation']
}

/** What an e-mail about a form that has arrived is written from. */
export interface PersonFacts extends ReaderFacts {
  reference: string
  statusUrl: string
  readBy: string
  timeZone: string
  isUrgent: boolean
}

/**
 * Anyone can type anyone's address into a public form, and "What should we call you?" is then their message to that
 * mailbox. So only what looks like a name is repeated: nothing that a mail program would turn into a link.
 */
const looksLikeAName = /^[\p{L}\p{M}][\p{L}\p{M}'’\- ]{0,29}$/u

export const greeting = (name: string, words: LetterWords['emails']) =>
  looksLikeAName.test(name) ? words.hello(name) : words.helloOnly

/** Who writes, how to ask, and where help is at once. Never in a plain e-mail: each of these tells what it is about. */
export const ending = ({ name, helpPhone }: Frame['organisation'], words: LetterWords['emails']): Block[] => [
  { kind: 'call', text: words.questions, phone: helpPhone },
  { kind: 'p', text: words.now },
  { kind: 'small', text: `${words.from(name)} ${words.notYou}` },
]

interface Said {
  subject: string
  preheader: string
  heading: string
}

export const paragraphs = (...texts: (string | null)[]): Block[] =>
  texts.flatMap((text) => (text === null ? [] : [{ kind: 'p', text }]))

/** An e-mail to someone who alone reads their mail: a greeting, what there is to say, and how to ask. */
export const fullEmail = (
  { name, organisation }: ReaderFacts,
  words: LetterWords['emails'],
  { subject, preheader, heading }: Said,
  blocks: readonly Block[],
): EmailMessage => ({
  subject,
  preheader,
  blocks: [
    { kind: 'h', text: heading },
    { kind: 'p', text: greeting(name, words) },
    ...blocks,
    ...ending(organisation, words),
  ],
})

/** One line and one page to open: whoever else reads it learns nothing. */
export const plainEmail = (
  { subject, preheader, heading, text }: Said & { text: string },
  href: string,
  words: LetterWords['emails'],
): EmailMessage => ({
  subject,
  preheader,
  blocks: [
    { kind: 'h', text: heading },
    { kind: 'p', text },
    { kind: 'button', label: words.plain.open, href },
  ],
})
