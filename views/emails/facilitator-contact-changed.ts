import { facilitatorEmails as words } from '../words/facilitator-emails.ts'
import type { EmailMessage } from './blocks.ts'
import { type FacilitatorFacts, facilitatorEnding, groupBlocks } from './facilitator-facts.ts'

/** Tells a leader to look before they reach out: the ways that they have seen may not be safe any more. */
export const facilitatorContactChanged = (facts: FacilitatorFacts & { pageUrl: string }): EmailMessage => {
  const { subject, heading, text } = words.contactChanged
  return {
    subject: subject(facts.reference),
    preheader: heading,
    blocks: [
      { kind: 'h', text: heading },
      { kind: 'p', text },
      ...groupBlocks(facts),
      { kind: 'button', label: words.open, href: facts.pageUrl },
      ...facilitatorEnding(facts),
    ],
  }
}
