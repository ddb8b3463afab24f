import type { Adapters } from '../../../adapters/adapters.ts'
import { seenOf } from '../../../domain/staff/seen.ts'
import { type StaffStep, type StepProblem, readStaffStep } from '../../../domain/staff/step.ts'
import type { Change, Standing } from '../../../domain/way/change.ts'
import { firstSessionAt } from '../../../domain/way/first-session.ts'
import { type Given, staffDecides } from '../../../domain/way/steps/staff-decides.ts'
import { type Answers, typed } from '../../../views/form/answers.ts'
import type { SignedInStaff } from '../staff/as-staff.ts'
import { findStandingWithGroup } from '../standing/find-standing.ts'
import type { Subject } from './about-request.ts'
import { pickedGroup } from './picked-group.ts'

export type WeighNeeds = Pick<
  Adapters,
  'clock' | 'groups' | 'intakes' | 'moment' | 'office' | 'placePrices' | 'referrals' | 'zips'
>

/** A form that staff have sent about someone. */
export interface SentForm {
  member: Pick<SignedInStaff, 'staffId' | 'role'>
  subject: Subject
  sent: Answers
}

/** What a form comes to, the way things stand now. */
export type Weighed =
  | { is: 'gone' }
  | { is: 'wrong'; problems: StepProblem[] }
  /** What the form rests on is so no longer. */
  | { is: 'too-late' }
  /** The group that was picked, by name, has no place any more. */
  | { is: 'taken'; group: string }
  | { is: 'possible'; step: StaffStep; before: Standing; change: Change }

type Hashes = Given['hashes']

const noHashes: Hashes = { emailHash: null, phoneHash: null }

type Found = Given | { problems: StepProblem[] } | { taken: string }

/** What a step needs beside its form: the group that was picked, the moment that was meant, hashes of a new address. */
const find = async (
  step: StaffStep,
  standing: Standing,
  { staffId, role }: SentForm['member'],
  adapters: WeighNeeds,
  hashesOf: (standing: Standing) => Promise<Hashes>,
): Promise<Found> => {
  const given: Given = { staffId, role, suggestion: null, at: null, hashes: noHashes }
  switch (step.step) {
    case 'other-group': {
      const picked = await pickedGroup(step, standing, adapters)
      return 'suggestion' in picked ? { ...given, ...picked } : picked
    }
    case 'first-session': {
      if (standing.referral === null) return given
      const when = firstSessionAt(step, standing.referral.suggestion, adapters.clock.instant())
      return 'at' in when ? { ...given, ...when } : when
    }
    case 'use-changes':
      return { ...given, hashes: await hashesOf(standing) }
    default:
      return given
  }
}

/**
 * Weighs a form of staff, and does nothing. Whoever shows what it would do, does it, or says why not, asks here, so that
 * they never disagree for long. It counts only while what its page had shown still holds. Hashes are made for whoever
 * writes them down, and change nothing else.
 */
export const weigh = async (
  { member, subject, sent }: SentForm,
  adapters: WeighNeeds,
  hashesOf: (standing: Standing) => Promise<Hashes> = () => Promise.resolve(noHashes),
): Promise<Weighed> => {
  const read = readStaffStep(sent)
  if ('problems' in read) return { is: 'wrong', ...read }
  const { step } = read
  const before = await findStandingWithGroup(subject.intakeId, adapters)
  if (before === null) return { is: 'gone' }
  if (seenOf(before) !== typed(sent, 'seen')) return { is: 'too-late' }
  const found = await find(step, before, member, adapters, hashesOf)
  if ('problems' in found) return { is: 'wrong', ...found }
  if ('taken' in found) return { is: 'taken', group: found.taken }
  const change = staffDecides(before, step, found, adapters.moment())
  return change === null ? { is: 'too-late' } : { is: 'possible', step, before, change }
}
