import { shortDay } from '../times.ts'
import { facilitatorEmails as words } from '../words/facilitator-emails.ts'
import type { EmailMessage } from './blocks.ts'
import { type FacilitatorAsk, askBlocks, facilitatorEnding } from './facilitator-facts.ts'

/** Tells a group's leader that somebody said yes to their group. */
export const facilitatorReferral = (facts: FacilitatorAsk): EmailMessage => ({
  subject: words.referral.subject(facts.reference, shortDay(facts.dueAt, facts.timeZone)),
  preheader: words.referral.heading,
  blocks: [
    { kind: 'h', text: words.referral.heading },
    { kind: 'p', text: words.referral.text },
    ...askBlocks(facts, words.answerBy),
    ...facilitatorEnding(facts),
  ],
})
