import { en } from './en.ts'
import * as matching from './en/matching.ts'
import { meeting } from './en/meeting.ts'
import type { GroupWords } from './group-words.ts'

/** What staff read about groups: in English alone, so that the console carries no other. */
export const groupWordsForStaff: GroupWords = { ...en, ...matching, meeting }
