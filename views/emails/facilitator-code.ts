import { zonedMoment } from '../session-line.ts'
import { facilitatorEmails as words } from '../words/facilitator-emails.ts'
import { groupWords } from '../words/group-words.ts'
import type { EmailMessage } from './blocks.ts'
import { type FacilitatorFacts, facilitatorEnding, groupBlocks } from './facilitator-facts.ts'

interface CodeFacts extends FacilitatorFacts {
  code: string
  endsAt: string
}

/**
 * The code that opens a referral. It stands neither in the subject nor in the line beside it, which a locked phone shows;
 * and no link stands with it, so that whoever is sent this note by mistake has but one half.
 */
export const facilitatorCode = (facts: CodeFacts): EmailMessage => ({
  subject: words.code.subject(facts.reference),
  preheader: words.code.text,
  blocks: [
    { kind: 'h', text: words.code.heading },
    { kind: 'fact', label: words.code.label, text: facts.code },
    { kind: 'p', text: words.code.text },
    {
      kind: 'fact',
      label: words.code.until,
      text: zonedMoment(facts.endsAt, facts.timeZone, groupWords('en')),
    },
    ...groupBlocks(facts),
    { kind: 'p', text: words.code.notYou },
    ...facilitatorEnding(facts),
  ],
})
