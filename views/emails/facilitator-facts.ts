import type { Frame } from '../frame.ts'
import { zonedMoment } from '../session-line.ts'
import { facilitatorEmails as words } from '../words/facilitator-emails.ts'
import { groupWords } from '../words/group-words.ts'
import type { Block } from './blocks.ts'

/** All that an e-mail to a group's leader may hold. Nothing of it is about the person. */
export interface FacilitatorFacts {
  reference: string
  group: string
  /** The group's own. */
  timeZone: string
  organisation: Frame['organisation']
}

export interface FacilitatorAsk extends FacilitatorFacts {
  dueAt: string
  pageUrl: string
}

export const groupBlocks = ({ reference, group }: FacilitatorFacts): Block[] => [
  { kind: 'fact', label: words.reference, text: reference },
  { kind: 'fact', label: words.group, text: group },
]

/** What is asked about, by when, and where to answer. */
export const askBlocks = (facts: FacilitatorAsk, dueLabel: string): Block[] => [
  ...groupBlocks(facts),
  { kind: 'fact', label: dueLabel, text: zonedMoment(facts.dueAt, facts.timeZone, groupWords('en')) },
  { kind: 'button', label: words.open, href: facts.pageUrl },
]

export const facilitatorEnding = ({ organisation }: FacilitatorFacts): Block[] => [
  { kind: 'call', text: words.questions, phone: organisation.helpPhone },
  { kind: 'small', text: `${words.toldWhy(organisation.name)} ${words.nothingHere}` },
]
