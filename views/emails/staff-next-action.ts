import { shortTime } from '../times.ts'
import { staffWords } from '../words/staff.ts'
import type { EmailMessage } from './blocks.ts'
import { type StaffFacts, staffBlocks } from './staff-facts.ts'

/** Tells staff that there is something to do. What is to be read first is not a matter of the hour. */
export const staffNextAction = (facts: StaffFacts): EmailMessage => {
  const { todo, heading } = staffWords.actions[facts.action]
  const rest = facts.action === 'read-first' ? todo : `${todo} ${shortTime(facts.dueAt, facts.timeZone)}`
  return {
    subject: staffWords.subject(facts.reference, rest),
    preheader: heading,
    blocks: [{ kind: 'h', text: heading }, ...staffBlocks(facts)],
  }
}
