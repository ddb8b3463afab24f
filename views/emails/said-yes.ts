import { dateLine } from '../times.ts'
import { letterWords } from '../words/letter-words.ts'
import type { EmailMessage } from './blocks.ts'
import { type ReaderFacts, fullEmail, paragraphs, plainEmail } from './frame.ts'

interface SaidYesFacts extends ReaderFacts {
  offerUrl: string
  leaderIsTold: boolean
  hearsBy: string | null
  officeTimeZone: string
}

/** Says what comes after a yes, and that it can be taken back. */
export const saidYes = (facts: SaidYesFacts): EmailMessage => {
  const { emails } = letterWords(facts.language)
  const { saidYes, plain } = emails
  if (facts.plain) return plainEmail(plain.saidYes, facts.offerUrl, emails)
  const { hearsBy, officeTimeZone, language } = facts
  return fullEmail(facts, emails, saidYes, [
    ...paragraphs(
      saidYes.text,
      facts.leaderIsTold ? saidYes.told : saidYes.notTold,
      hearsBy && saidYes.hears(dateLine(hearsBy, officeTimeZone, language)),
      saidYes.change,
    ),
    { kind: 'button', label: emails.seeDetails, href: facts.offerUrl },
  ])
}
