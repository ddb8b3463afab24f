import type { Suggestion } from '../../domain/matching/decision.ts'
import { firstSessionLine } from '../session-line.ts'
import { letterWords } from '../words/letter-words.ts'
import type { EmailMessage } from './blocks.ts'
import { type ReaderFacts, fullEmail, paragraphs, plainEmail } from './frame.ts'

interface MissedFacts extends ReaderFacts {
  /** As of now: its next session is still to come. */
  group: Suggestion
  homeTimeZone: string
  offerUrl: string
}

/** One kind note, and no reproach. */
export const missed = (facts: MissedFacts): EmailMessage => {
  const words = letterWords(facts.language)
  const { missed, plain, seeDetails } = words.emails
  if (facts.plain) return plainEmail(plain.missed, facts.offerUrl, words.emails)
  const { group, homeTimeZone } = facts
  const at = group.nextSessionAt
  return fullEmail(facts, words.emails, missed, [
    ...paragraphs(
      missed.text,
      at && missed.next(firstSessionLine(group, at, homeTimeZone, words)),
      missed.change,
    ),
    { kind: 'button', label: seeDetails, href: facts.offerUrl },
  ])
}
