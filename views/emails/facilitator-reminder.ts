import { facilitatorEmails as words } from '../words/facilitator-emails.ts'
import type { EmailMessage } from './blocks.ts'
import { type FacilitatorAsk, askBlocks, facilitatorEnding } from './facilitator-facts.ts'

/** The one reminder that a leader gets, when an answer has not come in time; after that staff call. */
export const facilitatorReminder = (facts: FacilitatorAsk & { isAboutAttendance: boolean }): EmailMessage => {
  const { heading, text } = words.reminder[facts.isAboutAttendance ? 'attendance' : 'answer']
  return {
    subject: words.reminder.subject(facts.reference),
    preheader: heading,
    blocks: [
      { kind: 'h', text: heading },
      { kind: 'p', text },
      ...askBlocks(facts, words.wasDue),
      { kind: 'p', text: words.reminder.next },
      ...facilitatorEnding(facts),
    ],
  }
}
