import { facilitatorEmails as words } from '../words/facilitator-emails.ts'
import type { EmailMessage } from './blocks.ts'
import { type FacilitatorAsk, askBlocks, facilitatorEnding } from './facilitator-facts.ts'

/** Asks after the first session whether the person came. */
export const facilitatorAttendance = (facts: FacilitatorAsk): EmailMessage => ({
  subject: words.attendance.subject(facts.reference),
  preheader: words.attendance.heading,
  blocks: [
    { kind: 'h', text: words.attendance.heading },
    { kind: 'p', text: words.attendance.text },
    ...askBlocks(facts, words.answerBy),
    ...facilitatorEnding(facts),
  ],
})
