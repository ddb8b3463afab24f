import { facilitatorEmails as words } from '../words/facilitator-emails.ts'
import type { EmailMessage } from './blocks.ts'
import { type FacilitatorFacts, facilitatorEnding, groupBlocks } from './facilitator-facts.ts'

/**
 * Tells a leader that nothing is asked of them any more. Why is the person's own, and is not said; only that we have kept
 * it long enough, for then they may still sit in the group.
 */
export const facilitatorEnded = (facts: FacilitatorFacts & { isKeptNoLonger: boolean }): EmailMessage => ({
  subject: words.ended.subject(facts.reference),
  preheader: words.ended.heading,
  blocks: [
    { kind: 'h', text: words.ended.heading },
    { kind: 'p', text: words.ended[facts.isKeptNoLonger ? 'notKept' : 'text'](facts.reference) },
    ...groupBlocks(facts),
    ...facilitatorEnding(facts),
  ],
})
