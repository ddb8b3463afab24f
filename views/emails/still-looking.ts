import { dateLine } from '../times.ts'
import { letterWords } from '../words/letter-words.ts'
import type { EmailMessage } from './blocks.ts'
import { type ReaderFacts, fullEmail, paragraphs, plainEmail } from './frame.ts'

interface StillLookingFacts extends ReaderFacts {
  statusUrl: string
  nextNewsAt: string | null
  homeTimeZone: string
}

/** To someone who waits, once a month: that they are not forgotten. */
export const stillLooking = (facts: StillLookingFacts): EmailMessage => {
  const { emails } = letterWords(facts.language)
  const { stillLooking, plain } = emails
  if (facts.plain) return plainEmail(plain.stillLooking, facts.statusUrl, emails)
  const { nextNewsAt, homeTimeZone, language } = facts
  return fullEmail(facts, emails, stillLooking, [
    ...paragraphs(
      stillLooking.text,
      stillLooking.staff,
      nextNewsAt && stillLooking.next(dateLine(nextNewsAt, homeTimeZone, language)),
    ),
    { kind: 'button', label: emails.seeWhere, href: facts.statusUrl },
  ])
}
