import { nudgeFor } from '../../../domain/letters/email-nudge.ts'
import { newEmail } from '../../../domain/letters/email.ts'
import { doorCodeOver, nextDoorCode, triesLeft } from '../../../domain/way/door-code.ts'
import { type DoorProblem, facilitatorDoorPage } from '../../../views/pages/facilitator-door.ts'
import { facilitatorEnded, linkClosed, tooManyCodes } from '../../../views/pages/message.ts'
import { type Answer, pageAnswer, seeOther } from '../answer.ts'
import { nudge } from '../nudge.ts'
import { inLanguage } from '../private-links.ts'
import { untilUnchanged } from '../until-unchanged.ts'
import { type FacilitatorNeeds, type Visit, facilitatorTrail, findReferred } from './referred.ts'

/** All that whoever holds the link may see: a group, a number, what is asked by when. Opening it changes nothing. */
export const showDoor = async (
  { referralId, frame }: Visit,
  adapters: FacilitatorNeeds,
  problem: DoorProblem | null = null,
): Promise<Answer> => {
  const referred = await findReferred(referralId, adapters)
  if (referred === null) return pageAnswer(404, linkClosed(frame))
  if (!referred.isOpen) return pageAnswer(200, facilitatorEnded(frame))
  const { referral, standing } = referred
  const { doorCode, next, suggestion } = referral
  const now = adapters.clock.instant()
  const isAsked = next?.owner === 'facilitator'
  return pageAnswer(
    problem === null ? 200 : problem === 'missing' ? 422 : 403,
    facilitatorDoorPage(frame, {
      group: suggestion.name,
      timeZone: suggestion.timeZone,
      reference: standing.intake.reference,
      asked: isAsked && next.action !== 'say-who-came' ? 'answer' : isAsked ? 'attendance' : 'nothing',
      dueAt: isAsked ? next.dueAt : null,
      isLate: isAsked && next.dueAt <= adapters.clock.iso(),
      isCodeOut: doorCodeOver(doorCode, now) === null,
      triesLeft: problem === 'wrong' && doorCode ? triesLeft(doorCode) : null,
      problem,
    }),
  )
}

/** Writes down a new code and its e-mail together. The code itself is written nowhere. */
const issueCode = async (
  referralId: string,
  adapters: FacilitatorNeeds,
): Promise<'sent' | 'too-many-today'> => {
  const { chance, clock, commit, emails, referrals } = adapters
  let outcome: 'sent' | 'too-many-today' = 'sent'
  await untilUnchanged(async () => {
    const referred = await findReferred(referralId, adapters)
    if (!referred?.isOpen) return 'done'
    const { referral } = referred
    const doorCode = nextDoorCode(referral.doorCode, clock.instant(), referral.suggestion.timeZone)
    if (doorCode === 'too-many-today') outcome = doorCode
    if (typeof doorCode === 'string') return 'done'
    const row = newEmail(
      {
        subjectId: referral.intakeId,
        occurrence: ['facilitator-code', referralId, doorCode.issuedAt].join('#'),
        emailId: chance.newId(),
        template: 'facilitator-code',
        to: 'facilitator',
        referralId,
      },
      clock.iso(),
    )
    const result = await commit([
      referrals.change(referral, { ...referral, doorCode }),
      emails.add(row),
      facilitatorTrail(referral, 'facilitator-code-sent', adapters),
    ])
    if (result !== 'committed') return 'changed-meanwhile'
    await nudge([nudgeFor(row)], adapters)
    return 'done'
  })
  return outcome
}

/** Sends a code to the address that we have for the leader, and shows the page anew, so that a reload sends no other. */
export const sendCode = async ({ referralId, frame }: Visit, adapters: FacilitatorNeeds): Promise<Answer> =>
  (await issueCode(referralId, adapters)) === 'too-many-today'
    ? pageAnswer(429, tooManyCodes(frame))
    : seeOther(`${frame.base}${frame.path}${inLanguage(frame.language)}`)
