import { letterWords } from '../words/letter-words.ts'
import type { EmailMessage } from './blocks.ts'
import { type ReaderFacts, fullEmail, paragraphs } from './frame.ts'

/** The last note: that everything is deleted. There is no page behind it any more. */
export const erased = (facts: ReaderFacts & { takesEntryOut: boolean }): EmailMessage => {
  const { emails } = letterWords(facts.language)
  const { erased, plain } = emails
  if (facts.plain) {
    const { subject, preheader, heading, text } = plain.erased
    return { subject, preheader, blocks: [{ kind: 'h', text: heading }, ...paragraphs(text)] }
  }
  return fullEmail(facts, emails, erased, [
    ...paragraphs(erased.text, facts.takesEntryOut ? erased.calendar : null, erased.again),
  ])
}
