import type { Adapters } from '../../adapters/adapters.ts'
import { nudgeFor } from '../../domain/letters/email-nudge.ts'
import { newEmail } from '../../domain/letters/email.ts'
import { isUnsafe } from '../../domain/person/safety.ts'
import { withTask } from '../../domain/staff/tasks.ts'
import { mayMove } from '../../domain/way/intake-moves.ts'
import type { SubmittedIntake } from '../../domain/way/intake.ts'
import { nudge } from './nudge.ts'
import { untilUnchanged } from './until-unchanged.ts'

type Needs = Pick<
  Adapters,
  'clock' | 'chance' | 'office' | 'intakes' | 'emails' | 'trail' | 'emailQueue' | 'commit'
>

/**
 * Forms of one person that we keep beside the first. More than this is not a person changing their mind; only the last of
 * those that may be a matter of safety is kept besides.
 */
const maxKept = 5

/**
 * The same form came again. With the same answers it is a repeat, and there is nothing to do. With other answers staff
 * read them: what a person corrected is never silently lost, and never silently replaces what they said first.
 */
export const recordSentAgain = async (sent: SubmittedIntake, adapters: Needs) => {
  const { clock, chance, office, intakes, emails, trail, commit } = adapters
  await untilUnchanged(async () => {
    const before = await intakes.find(sent.intakeId)
    // Of someone who was erased nothing is written down any more.
    if (before === null || before.state === 'erased') return 'done'
    const seen = [before.answersHash, ...before.sentAgain.map(({ answersHash }) => answersHash)]
    if (seen.includes(sent.answersHash)) return 'done'
    if (before.sentAgain.length >= maxKept && !isUnsafe(sent.request)) return 'done'

    const { receivedAt, answersHash, request, safeContact } = sent
    const action = isUnsafe(request) ? 'read-first' : 'read-changes'
    const state = isUnsafe(request) && mayMove('machine', before.state, 'urgent') ? 'urgent' : before.state
    const after = withTask(
      {
        ...before,
        state,
        sentAgain: [...before.sentAgain.slice(0, maxKept), { receivedAt, answersHash, request, safeContact }],
      },
      action,
      clock.instant(),
      office,
    )
    const row = newEmail(
      {
        subjectId: sent.intakeId,
        occurrence: `staff-next-action#${action}#${answersHash}`,
        emailId: chance.newId(),
        template: 'staff-next-action',
        to: 'staff',
        action,
      },
      clock.iso(),
    )
    const result = await commit([
      intakes.change(before, after),
      emails.add(row),
      trail.add({
        schema: 1,
        subjectId: sent.intakeId,
        entryId: chance.newId(),
        at: clock.iso(),
        by: 'person',
        event: 'sent-again',
        codes: { action },
        consentVersion: sent.consent.textVersion,
      }),
    ])
    if (result === 'committed') await nudge([nudgeFor(row)], adapters)
    return result === 'changed-meanwhile' ? result : 'done'
  })
}
