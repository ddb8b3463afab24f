import type { GoneBecause } from '../../domain/way/offered-place.ts'
import { letterWords } from '../words/letter-words.ts'
import type { EmailMessage } from './blocks.ts'
import { type ReaderFacts, fullEmail, paragraphs, plainEmail } from './frame.ts'

interface PlaceGoneFacts extends ReaderFacts {
  because: GoneBecause
  statusUrl: string
}

/** Says that a place the person knew of came to nothing, and that we go on looking. */
export const placeGone = (facts: PlaceGoneFacts): EmailMessage => {
  const { emails } = letterWords(facts.language)
  const { placeGone, plain } = emails
  if (facts.plain) return plainEmail(plain.placeGone, facts.statusUrl, emails)
  const { because } = facts
  const isByOthers = because === 'no-answer' || because === 'group-said-no'
  const { heading, text } = placeGone[isByOthers ? because : 'not-there']
  return fullEmail(facts, emails, { ...placeGone, heading }, [
    ...paragraphs(text, emails.weLook),
    { kind: 'button', label: emails.seeWhere, href: facts.statusUrl },
  ])
}
