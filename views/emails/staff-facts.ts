import type { Language } from '../../domain/person/language.ts'
import type { Action } from '../../domain/way/next-action.ts'
import type { Frame } from '../frame.ts'
import { momentLine } from '../times.ts'
import { staffWords } from '../words/staff.ts'
import type { Block } from './blocks.ts'

export interface StaffFacts {
  reference: string
  action: Action
  dueAt: string
  timeZone: string
  personLanguage: Language
  consoleUrl: string
  organisation: Frame['organisation']
}

/** All that an e-mail to staff may hold: mail is forwarded, printed and read over shoulders. */
export const staffBlocks = (facts: StaffFacts): Block[] => [
  { kind: 'fact', label: staffWords.reference, text: facts.reference },
  { kind: 'fact', label: staffWords.due, text: momentLine(facts.dueAt, facts.timeZone, 'en') },
  { kind: 'fact', label: staffWords.language, text: staffWords.languages[facts.personLanguage] },
  { kind: 'button', label: staffWords.open, href: facts.consoleUrl },
  { kind: 'small', text: staffWords.signIn },
  { kind: 'small', text: facts.organisation.name },
]
