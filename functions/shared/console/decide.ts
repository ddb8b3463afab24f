import { seenOf } from '../../../domain/staff/seen.ts'
import { type StaffStep, type StepProblem, readStaffStep, readStepName } from '../../../domain/staff/step.ts'
import type { Change, Standing } from '../../../domain/way/change.ts'
import { firstSessionAt } from '../../../domain/way/first-session.ts'
import type { Intake } from '../../../domain/way/intake.ts'
import { type Given, staffDecides } from '../../../domain/way/steps/staff-decides.ts'
import type { Answers } from '../../../views/form/answers.ts'
import { typed } from '../../../views/form/answers.ts'
import { previewPage } from '../../../views/staff/preview.ts'
import { type Answer, pageAnswer, seeOther } from '../answer.ts'
import { readFormBody } from '../form-body.ts'
import type { Request } from '../http-handler.ts'
import type { SignedInStaff } from '../staff/as-staff.ts'
import { staffFrameOf } from '../staff/staff-frame.ts'
import { findStandingWithGroup } from '../standing/find-standing.ts'
import { writeChange } from '../standing/write-change.ts'
import { writeErasure } from '../standing/write-erasure.ts'
import type { ConsoleNeeds } from './console-needs.ts'
import { pickedGroup } from './picked-group.ts'
import { isPreviewed, previewLetters } from './preview.ts'
import { showGroups } from './show-groups.ts'
import { answerMissing, showRequest } from './show-request.ts'

/** A row that someone else writes all the time is looked at again this often; the sweeper's reminders cost one each. */
const maxTries = 5

type Subject = Pick<Intake, 'intakeId' | 'reference'>

/** What came of one look: an answer, or that a row was written meanwhile without anything being different. */
type Outcome = { is: 'answered'; answer: Answer } | { is: 'look-again' }

type Found = Given | { problems: StepProblem[] } | { taken: string }

const hashesOf = async ({ intake }: Standing, { identifiers }: Pick<ConsoleNeeds, 'identifiers'>) => {
  const { email = null, phone = null } = intake.sentAgain.at(-1)?.safeContact ?? {}
  return {
    emailHash: email && (await identifiers.hashOf('email', email)),
    phoneHash: phone && (await identifiers.hashOf('phone', phone)),
  }
}

/** What a step needs beside its form: the group that was picked, the moment that was meant, hashes of a new address. */
const find = async (
  step: StaffStep,
  standing: Standing,
  { staffId, role }: SignedInStaff,
  adapters: ConsoleNeeds,
): Promise<Found> => {
  const given: Given = {
    staffId,
    role,
    suggestion: null,
    at: null,
    hashes: { emailHash: null, phoneHash: null },
  }
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
      return { ...given, hashes: await hashesOf(standing, adapters) }
    default:
      return given
  }
}

const isIso = (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text)

/** A form that staff have sent, and everything that answering it takes. */
interface Sent {
  member: SignedInStaff
  request: Request
  subject: Subject
  adapters: ConsoleNeeds
  sent: Answers
}

/** The form again, with everything that was typed and what to put right. */
const comesBack = ({ member, request, subject, adapters, sent }: Sent, problems: StepProblem[]) => {
  const returned = { step: readStepName(sent['step']?.[0]), sent, problems }
  const show = returned.step === 'other-group' ? showGroups : showRequest
  return show(member, request, subject, adapters, { status: 422, returned })
}

/** Someone else was here first: what they did, and the page as it is now. What was typed is still there. */
const tooLate = ({ member, request, subject, adapters, sent }: Sent) => {
  const shownAt = typed(sent, 'shownAt')
  const returned = { step: readStepName(sent['step']?.[0]), sent, problems: [] }
  const since = isIso(shownAt) ? shownAt : adapters.clock.iso()
  return showRequest(member, request, subject, adapters, { status: 409, returned, since, done: null })
}

const placeTaken = ({ member, request, subject, adapters }: Sent, taken: string) =>
  showGroups(member, request, subject, adapters, { status: 409, taken })

const preview = async (
  { member, request, adapters, sent }: Sent,
  before: Standing,
  step: StaffStep,
  change: Change,
) => {
  const { clock, office } = adapters
  const letters = await previewLetters(change, adapters)
  const frame = staffFrameOf(request, adapters, member)
  const facts = { step: step.step, sent, before, change, letters }
  return pageAnswer(200, previewPage(frame, { ...facts, now: clock.iso(), timeZone: office.timeZone }))
}

const decideOnce = async (form: Sent, step: StaffStep): Promise<Outcome> => {
  const { member, request, subject, adapters, sent } = form
  const answered = async (answer: Promise<Answer>): Promise<Outcome> => ({
    is: 'answered',
    answer: await answer,
  })
  const standing = await findStandingWithGroup(subject.intakeId, adapters)
  if (standing === null) return answered(answerMissing(member, request, subject.reference, adapters))
  if (seenOf(standing) !== typed(sent, 'seen')) return answered(tooLate(form))
  const found = await find(step, standing, member, adapters)
  if ('problems' in found) return answered(comesBack(form, found.problems))
  if ('taken' in found) return answered(placeTaken(form, found.taken))
  const change = staffDecides(standing, step, found, adapters.moment())
  if (change === null) return answered(tooLate(form))
  if (isPreviewed(standing, change) && typed(sent, 'confirm') !== 'yes')
    return answered(preview(form, standing, step, change))

  const write = change.intake.state === 'erased' ? writeErasure : writeChange
  const result = await write(standing, change, { is: 'staff', staffId: member.staffId }, adapters)
  switch (result) {
    case 'done':
      return {
        is: 'answered',
        answer: seeOther(`${request.base}/staff/intakes/${subject.reference}?done=${step.step}`),
      }
    case 'place-taken':
      return answered(placeTaken(form, found.suggestion?.name ?? ''))
    case 'changed-meanwhile':
      return { is: 'look-again' }
  }
}

/**
 * A decision of staff. It holds only while what their page had shown still holds: else nothing is written, and they see
 * who did what. What sends a letter or gives something up is shown before it is done.
 */
export const decide = async (
  member: SignedInStaff,
  request: Request,
  subject: Subject,
  adapters: ConsoleNeeds,
): Promise<Answer> => {
  const form: Sent = { member, request, subject, adapters, sent: readFormBody(request.body) }
  const read = readStaffStep(form.sent)
  if ('problems' in read) return comesBack(form, read.problems)
  for (let tries = 0; tries < maxTries; tries += 1) {
    const outcome = await decideOnce(form, read.step)
    if (outcome.is === 'answered') return outcome.answer
  }
  throw new Error('A row kept changing while it was being written.')
}
