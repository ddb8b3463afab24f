import type { Language } from '../../domain/language.ts'
import type { Frame } from '../frame.ts'
import type { Words } from '../words/en.ts'
import type { Block } from './blocks.ts'

/** What every e-mail to a person is written from. `plain`: someone else may read this mailbox. */
export interface PersonFacts {
  language: Language
  plain: boolean
  name: string
  reference: string
  statusUrl: string
  readBy: string
  timeZone: string
  isUrgent: boolean
  organisation: Frame['organisation']
}

/**
 * Anyone can type anyone's address into a public form, and "What should we call you?" is then their message to that
 * mailbox. So only what looks like a name is repeated: nothing that a mail program would turn into a link.
 */
const looksLikeAName = /^[\p{L}\p{M}][\p{L}\p{M}'’\- ]{0,29}$/u

export const greeting = (name: string, words: Words['emails']) =>
  looksLikeAName.test(name) ? words.hello(name) : words.helloOnly

/** Who writes, how to ask, and where help is at once. Never in a plain e-mail: each of these tells what it is about. */
export const ending = ({ name, helpPhone }: Frame['organisation'], words: Words['emails']): Block[] => [
  { kind: 'p', text: `${words.questions} ${helpPhone}` },
  { kind: 'small', text: words.now },
  { kind: 'small', text: `${words.from(name)} ${words.notYou}` },
]
