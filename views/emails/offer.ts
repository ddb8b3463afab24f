import { momentLine, weekday } from '../times.ts'
import { letterWords } from '../words/letter-words.ts'
import type { EmailMessage } from './blocks.ts'
import { type ReaderFacts, fullEmail, paragraphs, plainEmail } from './frame.ts'

export interface OfferFacts extends ReaderFacts {
  offerUrl: string
  keptUntil: string
  homeTimeZone: string
}

/** Says that there is a place to say yes or no to. What it is stands on the page, and never in a mailbox. */
export const offer = (facts: OfferFacts): EmailMessage => {
  const { emails } = letterWords(facts.language)
  const until = momentLine(facts.keptUntil, facts.homeTimeZone, facts.language)
  const { offer, plain } = emails
  if (facts.plain)
    return plainEmail({ ...plain.offer, text: plain.offer.text(until) }, facts.offerUrl, emails)
  return fullEmail(facts, emails, offer, [
    ...paragraphs(offer.text, offer.until(until)),
    { kind: 'button', label: emails.seeDetails, href: facts.offerUrl },
    ...paragraphs(offer.no),
  ])
}

/** Once, a day before the place goes on. */
export const offerReminder = (facts: OfferFacts): EmailMessage => {
  const { emails } = letterWords(facts.language)
  const until = momentLine(facts.keptUntil, facts.homeTimeZone, facts.language)
  const day = weekday(facts.keptUntil, facts.homeTimeZone, facts.language)
  const said = facts.plain ? emails.plain.offerReminder : emails.offerReminder
  const reminder = { ...said, subject: said.subject(day), text: said.text(until) }
  if (facts.plain) return plainEmail(reminder, facts.offerUrl, emails)
  return fullEmail(facts, emails, reminder, [
    ...paragraphs(reminder.text),
    { kind: 'button', label: emails.seeDetails, href: facts.offerUrl },
  ])
}
