import type { Email } from '../../../domain/letters/email.ts'
import type { TrailEntry } from '../../../domain/records/trail.ts'
import type { StepName, StepProblem } from '../../../domain/staff/step.ts'
import type { Intake } from '../../../domain/way/intake.ts'
import type { Referral } from '../../../domain/way/referral.ts'
import type { Answers } from '../../form/answers.ts'

/** A form that came back: what was typed, and what has to be put right. */
export interface Returned {
  step: StepName | null
  sent: Answers
  problems: readonly StepProblem[]
}

/** Everything that the page of one request shows. */
export interface RequestFacts {
  intake: Intake
  /** The referral that holds a place now. */
  referral: Referral | null
  /** Every referral there was, oldest first. */
  referrals: readonly Referral[]
  emails: readonly Email[]
  trail: readonly TrailEntry[]
  /** Entries of the trail that could not be read. */
  unread: number
  /** Names of staff by their ids. */
  names: ReadonlyMap<string, string>
  possible: ReadonlySet<StepName>
  /** What a form of this page carries of how things stand. */
  seen: string
  now: string
  /** The zone of the office. */
  timeZone: string
  /** What was decided just now. */
  done: StepName | null
  returned: Returned | null
  /** What others did since the page was opened that a decision rests on; null when nothing stood in its way. */
  meanwhile: readonly TrailEntry[] | null
}

/** Someone who has not signed in since we keep names is known by their id. */
export const nameOf = ({ names }: Pick<RequestFacts, 'names'>, staffId: string) =>
  names.get(staffId) ?? staffId
