import type { Suggestion } from '../../domain/matching/decision.ts'
import { shownPhone, webAddress } from '../frame.ts'
import { firstSessionLine, sessionLine } from '../session-line.ts'
import type { LetterWords } from '../words/letter-words.ts'
import type { Block } from './blocks.ts'

export const fact = (label: string, text: string | null | undefined): Block[] =>
  text ? [{ kind: 'fact', label, text }] : []

export const link = (label: string, url: string | null): Block[] => {
  const href = webAddress(url)
  return href ? [{ kind: 'link', label, href }] : []
}

/** Where a group meets, or how to join it. */
export const howToGo = ({ venue, online, format }: Suggestion, { meeting }: LetterWords): Block[] => {
  const known =
    format === 'in-person'
      ? fact(meeting.where, [venue?.name, venue?.address].filter(Boolean).join(', '))
      : [
          ...fact(meeting.dialIn, online?.phone && shownPhone(online.phone)),
          ...fact(meeting.howToJoin, online?.notes),
          ...(format === 'video' ? link(meeting.join, online?.url ?? null) : []),
        ]
  return known.length > 0 ? known : fact(meeting.howToJoin, meeting.callToAsk)
}

/** The group that someone goes to for the first time: when by their own clock, and how to get in. */
export const firstSessionBlocks = (
  group: Suggestion,
  firstSessionAt: string,
  homeTimeZone: string,
  words: LetterWords,
): Block[] => [
  { kind: 'h2', text: group.name },
  ...fact(words.meeting.first, firstSessionLine(group, firstSessionAt, homeTimeZone, words)),
  ...fact(words.meeting.when, sessionLine(group, homeTimeZone, words)),
  ...howToGo(group, words),
  ...fact(words.meeting.goodToKnow, group.notes),
]
