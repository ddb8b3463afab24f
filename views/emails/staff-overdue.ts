import { shortTime } from '../times.ts'
import { staffWords } from '../words/staff.ts'
import type { EmailMessage } from './blocks.ts'
import { type StaffFacts, staffBlocks } from './staff-facts.ts'

/** Tells staff that a promise was not kept. */
export const staffOverdue = (facts: StaffFacts): EmailMessage => ({
  subject: staffWords.subject(
    facts.reference,
    staffWords.overdueSince(shortTime(facts.dueAt, facts.timeZone)),
  ),
  preheader: staffWords.actions[facts.action].heading,
  blocks: [
    { kind: 'h', text: staffWords.overdueHeading },
    { kind: 'p', text: `${staffWords.actions[facts.action].heading}. ${staffWords.overdue}` },
    ...staffBlocks(facts),
  ],
})
