import type { Email } from '../../letters/email.ts'
import { withTask } from '../../staff/tasks.ts'
import { type Moment, isoOf } from '../../time/moment.ts'
import { asIfAsked } from '../../way/follow-up.ts'
import { type Intake, homeTimeZone } from '../../way/intake.ts'
import { newsEveryDays } from '../../way/promises.ts'
import { type Referral, holdsPlace } from '../../way/referral.ts'
import type { TrailEntry } from '../trail.ts'
import { type BackUp, sinceBackUp } from './since.ts'
import type { Back } from './verdict.ts'

/** What stands in the live tables about the person of a row. */
export interface Around {
  live: Intake | null
  trail: readonly TrailEntry[]
  letters: readonly Email[]
  referrals: readonly Referral[]
  backUp: BackUp
}

/** The live referral whose clock has to stop as well; null when none has to. */
export type IntakeBack = Back<Intake> & { stops: Referral | null }

const isOver = ({ state }: Intake) => state === 'closed' || state === 'withdrawn' || state === 'erased'

/** Asks staff to look at a request that came back; nobody has anything to do with one that is over. */
export const toBeChecked = (intake: Intake, { now, office }: Moment): Intake =>
  isOver(intake) ? intake : withTask(intake, 'check-restored', now, office)

/** Of the place that someone has, the referrals know best: they are live, and the intake is of yesterday. */
const withPlace = (intake: Intake, referrals: readonly Referral[]): Intake => {
  const held = referrals.find(({ state }) => holdsPlace(state))
  if (held && held.referralId !== intake.referralId) {
    const isPlaced = isOver(intake) || intake.state === 'urgent'
    const state = isPlaced ? intake.state : 'referred'
    return { ...intake, state, needsStaffBecause: null, waiting: null, referralId: held.referralId }
  }
  const named = referrals.find(({ referralId }) => referralId === intake.referralId)
  if (held || !named) return intake
  const state = intake.state === 'referred' ? 'needs-staff' : intake.state
  return { ...intake, state, referralId: null, tried: [...new Set([...intake.tried, named.groupId])] }
}

/** The number in `offer#r7`: the revision that was written with this letter. */
const revisionIn = ({ occurrence }: Email) => Number(/#r(\d+)$/.exec(occurrence)?.[1] ?? 0)

/** Above every number that was used: else the next letter could be taken for one that was sent. */
const revisionAfter = (restored: Intake, { live, letters }: Around) =>
  Math.max(restored.revision, live ? live.revision + 1 : 0, ...letters.map(revisionIn))

/** What may have been asked or told since is not asked or told once more. */
const withoutRepeats = (intake: Intake, { now, office, cadence }: Moment): Intake => {
  const { followUp, waiting } = intake
  const calendar = { ...office, timeZone: homeTimeZone(intake, office.timeZone) }
  const days = cadence.filter((day) => day < 0 || intake.consent.checkIn)
  return {
    ...intake,
    followUp: followUp && asIfAsked(followUp, days, calendar, now),
    waiting:
      waiting && waiting.newsAt <= isoOf(now)
        ? { ...waiting, newsAt: isoOf(now.add({ hours: 24 * newsEveryDays })) }
        : waiting,
  }
}

/** An offer that ran out while nobody could answer it, because the person's row was gone. */
const ranOut = ({ state, next }: Referral, now: string) =>
  state === 'offered' && next?.owner === 'person' && next.dueAt <= now

/** An intake as it comes back. What is not sure to be so still is checked by staff, and sends nothing by itself until then. */
export const intakeBack = (restored: Intake, around: Around, moment: Moment): IntakeBack => {
  const { trail, letters, referrals, backUp } = around
  const since = sinceBackUp(trail, backUp)
  const placed = withPlace(restored, referrals)
  const row = { ...placed, revision: revisionAfter(restored, around) }
  const referral = referrals.find(({ referralId }) => referralId === row.referralId) ?? null
  const stops = referral && ranOut(referral, isoOf(moment.now)) ? referral : null
  const isUntold = letters.some(
    ({ cancelledBecause, to }) => cancelledBecause === 'restored' && to !== 'staff',
  )
  const isSure = since === 'nothing' && placed === restored && stops === null && !isUntold
  if (isOver(restored) || isSure) return { row, because: 'as-it-was', stops: null }
  const quiet = since === 'nothing' ? row : withoutRepeats(row, moment)
  // Not the row of the back-up any more: a second restore finds a newer one, and leaves it alone.
  return { row: { ...toBeChecked(quiet, moment), revision: row.revision + 1 }, because: 'held', stops }
}
