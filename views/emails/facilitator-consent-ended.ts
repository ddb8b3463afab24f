import { facilitatorEmails as words } from '../words/facilitator-emails.ts'
import type { EmailMessage } from './blocks.ts'
import { type FacilitatorFacts, facilitatorEnding, groupBlocks } from './facilitator-facts.ts'

/** Tells a leader to use no more what they know of someone: a consent was taken back. What they know cannot be. */
export const facilitatorConsentEnded = (facts: FacilitatorFacts): EmailMessage => {
  const { subject, heading, text, place } = words.consentEnded
  return {
    subject: subject(facts.reference),
    preheader: heading,
    blocks: [
      { kind: 'h', text: heading },
      { kind: 'p', text },
      { kind: 'p', text: place },
      ...groupBlocks(facts),
      ...facilitatorEnding(facts),
    ],
  }
}
