import { type Suggestion, speaksFor } from '../../domain/matching/decision.ts'
import { reasonSentence } from '../sentences.ts'
import { readersZone, sessionLine } from '../session-line.ts'
import { dateLine } from '../times.ts'
import { type LetterWords, letterWords } from '../words/letter-words.ts'
import type { Block, EmailMessage } from './blocks.ts'
import { type PersonFacts, ending, greeting } from './frame.ts'
import { fact, howToGo, link } from './group-blocks.ts'

interface SuggestionsFacts extends PersonFacts {
  meetings: readonly Suggestion[]
  homeTimeZone: string
  isWaiting: boolean
}

/** Names meetings that a person can go to at once. It stands in for the receipt, so it says all that a receipt says. */
export const suggestions = (facts: SuggestionsFacts): EmailMessage =>
  facts.plain ? plain(facts, letterWords(facts.language).emails) : full(facts, letterWords(facts.language))

const plain = ({ statusUrl }: PersonFacts, { plain }: LetterWords['emails']): EmailMessage => ({
  subject: plain.suggestions.subject,
  preheader: plain.suggestions.preheader,
  blocks: [
    { kind: 'h', text: plain.suggestions.heading },
    { kind: 'p', text: plain.suggestions.text },
    { kind: 'button', label: plain.open, href: statusUrl },
  ],
})

const full = (facts: SuggestionsFacts, words: LetterWords): EmailMessage => {
  const { emails } = words
  const { suggestions } = emails
  const date = dateLine(facts.readBy, facts.timeZone, facts.language)
  return {
    subject: suggestions.subject(facts.reference),
    preheader: suggestions.preheader,
    blocks: [
      { kind: 'h', text: suggestions.heading },
      { kind: 'p', text: greeting(facts.name, emails) },
      ...(facts.isUrgent ? [{ kind: 'p', text: emails.urgent } as const] : []),
      { kind: 'p', text: suggestions.lead },
      ...facts.meetings.flatMap((meeting) => meetingBlocks(meeting, facts.homeTimeZone, words)),
      { kind: 'h2', text: suggestions.nextHeading },
      { kind: 'fact', label: emails.reference, text: facts.reference },
      {
        kind: 'list',
        items: [
          ...(facts.isWaiting ? [suggestions.waiting] : []),
          facts.isUrgent ? emails.receipt.readFirst(date) : suggestions.read(date),
          suggestions.noFit,
          emails.safeWays,
        ],
      },
      { kind: 'button', label: emails.seeWhere, href: facts.statusUrl },
      ...ending(facts.organisation, emails),
    ],
  }
}

/** The two strongest reasons. That it is about the topic goes without saying where there is more to say. */
const why = (meeting: Suggestion, words: LetterWords) => {
  const strongest = meeting.reasons.filter(speaksFor).toSorted((one, other) => other.points - one.points)
  const telling = strongest.filter(({ because }) => because !== 'topic')
  const shown = (telling.length > 0 ? telling : strongest).slice(0, 2)
  return shown.map((reason) => reasonSentence(reason, meeting, words)).join(' ')
}

const meetingBlocks = (meeting: Suggestion, homeTimeZone: string, words: LetterWords): Block[] => {
  const { nextSessionAt } = meeting
  const { meeting: say, emails, language } = words
  return [
    { kind: 'h2', text: meeting.name },
    ...fact(say.when, sessionLine(meeting, homeTimeZone, words)),
    ...fact(say.next, nextSessionAt && dateLine(nextSessionAt, readersZone(meeting, homeTimeZone), language)),
    ...howToGo(meeting, words),
    ...fact(emails.suggestions.why, why(meeting, words)),
    ...link(say.more, meeting.url),
  ]
}
