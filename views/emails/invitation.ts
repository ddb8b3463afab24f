import type { Suggestion } from '../../domain/matching/decision.ts'
import type { GoneBecause } from '../../domain/way/offered-place.ts'
import { readersZone } from '../session-line.ts'
import { weekday } from '../times.ts'
import { type LetterWords, letterWords } from '../words/letter-words.ts'
import type { Block, EmailMessage } from './blocks.ts'
import { type ReaderFacts, fullEmail, paragraphs, plainEmail } from './frame.ts'
import { firstSessionBlocks } from './group-blocks.ts'

export interface SessionFacts extends ReaderFacts {
  group: Suggestion
  firstSessionAt: string
  homeTimeZone: string
  offerUrl: string
}

const firstSession = ({ group, firstSessionAt, homeTimeZone }: SessionFacts, words: LetterWords) =>
  firstSessionBlocks(group, firstSessionAt, homeTimeZone, words)

/** Not going has to be as near as going. */
const cannotGo = ({ offerUrl }: SessionFacts, { seeDetails, invitation }: LetterWords['emails']): Block[] => [
  { kind: 'button', label: seeDetails, href: offerUrl },
  ...paragraphs(invitation.cannotText),
  { kind: 'link', label: invitation.cannot, href: `${offerUrl}#change` },
]

/** The first day: when, where and how to get in, what to expect, and how to say no. A calendar entry comes with it. */
export const invitation = (facts: SessionFacts & { hasChanged: boolean }): EmailMessage => {
  const words = letterWords(facts.language)
  const { emails, offer } = words
  const { invitation, plain } = emails
  if (facts.plain) return plainEmail(plain.invitation, facts.offerUrl, emails)
  const said = facts.hasChanged
    ? {
        ...invitation,
        subject: invitation.changedSubject,
        heading: invitation.changedHeading,
        text: invitation.changedText,
      }
    : invitation
  return fullEmail(facts, emails, said, [
    ...paragraphs(said.text),
    ...firstSession(facts, words),
    { kind: 'h2', text: offer.expectHeading },
    { kind: 'list', items: offer.expect },
    { kind: 'small', text: invitation.calendar },
    ...cannotGo(facts, emails),
  ])
}

/** On the day before, once. It names the day itself, so that it is true whenever it is read. */
export const dayBefore = (facts: SessionFacts): EmailMessage => {
  const words = letterWords(facts.language)
  const { emails } = words
  const { dayBefore, plain } = emails
  if (facts.plain) return plainEmail(plain.dayBefore, facts.offerUrl, emails)
  const zone = readersZone(facts.group, facts.homeTimeZone)
  const subject = dayBefore.subject(weekday(facts.firstSessionAt, zone, facts.language))
  return fullEmail(facts, emails, { ...dayBefore, subject }, [
    ...firstSession(facts, words),
    ...cannotGo(facts, emails),
  ])
}

interface CancelledFacts extends ReaderFacts {
  because: GoneBecause
  statusUrl: string
}

/** Takes back what was sent, and takes the entry out of a calendar. */
export const invitationCancelled = (facts: CancelledFacts): EmailMessage => {
  const { emails } = letterWords(facts.language)
  const { invitationCancelled, plain } = emails
  if (facts.plain) return plainEmail(plain.invitationCancelled, facts.statusUrl, emails)
  const { because } = facts
  const isTheirs = because === 'you-said-no' || because === 'you-stopped'
  return fullEmail(facts, emails, invitationCancelled, [
    ...paragraphs(invitationCancelled[isTheirs ? because : 'off'], invitationCancelled.calendar),
    { kind: 'button', label: emails.seeWhere, href: facts.statusUrl },
  ])
}
