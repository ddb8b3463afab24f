import { withoutTasks } from '../../staff/tasks.ts'
import type { Moment } from '../../time/moment.ts'
import {
  type Change,
  type Standing,
  afterTask,
  endReferral,
  lookAgain,
  unchanged,
  withEvent,
} from '../change.ts'

/** Hashes of the address and the number that come with the new answers. */
interface Hashes {
  emailHash: string | null
  phoneHash: string | null
}

/**
 * Staff take the answers that were sent last in place of the first. A place that was chosen on the old ones, and that the
 * person has not heard of, goes on, and a group is looked for anew.
 */
export const useChanges = (
  standing: Standing,
  { emailHash, phoneHash }: Hashes,
  moment: Moment,
): Change | null => {
  const { intake, referral } = standing
  const last = intake.sentAgain.at(-1)
  if (!last) return null
  const change: Change = {
    ...unchanged(standing),
    intake: {
      ...withoutTasks(intake, 'read-changes'),
      request: last.request,
      safeContact: last.safeContact,
      answersHash: last.answersHash,
      emailHash,
      phoneHash,
      sentAgain: [],
    },
  }
  const used = withEvent(change, 'changes-used')
  const isChosenAnew =
    referral === null ? ['waiting', 'suggested'].includes(intake.state) : referral.state === 'proposed'
  return isChosenAnew
    ? lookAgain(
        forgetGroup(endReferral(used, 'decline', 'answers-changed', 'staff', moment), intake.tried),
        moment,
      )
    : afterTask(used, moment)
}

/** With other answers the same group may be right again. */
const forgetGroup = (change: Change, tried: readonly string[]): Change => ({
  ...change,
  intake: { ...change.intake, tried: [...tried] },
})

/** Staff have read the later answers, and the first ones stand. */
export const keepFirstAnswers = (standing: Standing, moment: Moment): Change | null => {
  const { intake } = standing
  if (intake.sentAgain.length === 0) return null
  const kept = { ...unchanged(standing), intake: { ...withoutTasks(intake, 'read-changes'), sentAgain: [] } }
  return afterTask(withEvent(kept, 'first-answers-kept'), moment)
}
