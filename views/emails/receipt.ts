import { dateLine } from '../times.ts'
import { type LetterWords, letterWords } from '../words/letter-words.ts'
import type { EmailMessage } from './blocks.ts'
import { ending, greeting } from './frame.ts'
import type { PersonFacts } from './frame.ts'

/** Says that a form has arrived and what comes next. */
export const receipt = (facts: PersonFacts): EmailMessage => {
  const { emails: words } = letterWords(facts.language)
  return facts.plain ? plain(facts, words) : full(facts, words)
}

const plain = ({ reference, statusUrl }: PersonFacts, words: LetterWords['emails']): EmailMessage => ({
  subject: words.plain.receipt.subject,
  preheader: words.plain.receipt.preheader,
  blocks: [
    { kind: 'h', text: words.plain.receipt.heading },
    { kind: 'fact', label: words.plain.reference, text: reference },
    { kind: 'p', text: words.plain.receipt.text },
    { kind: 'button', label: words.plain.open, href: statusUrl },
  ],
})

const full = (facts: PersonFacts, words: LetterWords['emails']): EmailMessage => {
  const date = dateLine(facts.readBy, facts.timeZone, facts.language)
  const { receipt } = words
  return {
    subject: receipt.subject(facts.reference),
    preheader: receipt.preheader(date),
    blocks: [
      { kind: 'h', text: receipt.heading },
      { kind: 'p', text: greeting(facts.name, words) },
      ...(facts.isUrgent ? [{ kind: 'p', text: words.urgent } as const] : []),
      { kind: 'p', text: facts.isUrgent ? receipt.readFirst(date) : receipt.read(date) },
      { kind: 'fact', label: words.reference, text: facts.reference },
      { kind: 'h2', text: receipt.nextHeading },
      { kind: 'list', items: [...(facts.isUrgent ? receipt.nextUrgent : receipt.next), words.safeWays] },
      { kind: 'p', text: receipt.link },
      { kind: 'button', label: words.seeWhere, href: facts.statusUrl },
      ...ending(facts.organisation, words),
    ],
  }
}
