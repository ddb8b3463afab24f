import { tasksOf } from '../domain/staff/tasks.ts'
import type { NextAction } from '../domain/way/next-action.ts'
import { type OneRequest, aboutOneRequest } from './one-request.ts'

/** Where a request is and what happens next. Told without the person: no name, no address, no answer. */

const nextLine = (next: NextAction | null) =>
  next ? `Next      ${next.owner}: ${next.action}, due ${next.dueAt}` : 'Next      nothing'

const tell = ({ intake, referrals, emails }: OneRequest) =>
  [
    `Request   ${intake.reference} (${intake.intakeId})`,
    `Received  ${intake.receivedAt}, in ${intake.language === 'es' ? 'Spanish' : 'English'}`,
    `State     ${intake.state}${intake.needsStaffBecause ? `: ${intake.needsStaffBecause}` : ''}`,
    ...(intake.next ? tasksOf(intake).map(nextLine) : [nextLine(null)]),
    ...(intake.followUp?.next
      ? [`Check-in  day ${intake.followUp.next.day}, at ${intake.followUp.next.askAt}`]
      : []),
    ...(intake.closed ? [`Closed    ${intake.closed.because}, at ${intake.closed.at}`] : []),
    ...referrals.flatMap((referral) => [
      `Referral  ${referral.state}: ${referral.groupId} (${referral.referralId})`,
      nextLine(referral.next),
    ]),
    ...emails.map(
      ({ template, to, state, cancelledBecause, dueAt }) =>
        `E-mail    ${template} to ${to}: ${state}${cancelledBecause ? `, ${cancelledBecause}` : ''} (due ${dueAt})`,
    ),
    ...(intake.sentAgain.length > 0 ? [`Sent again with other answers: ${intake.sentAgain.length}`] : []),
  ].join('\n')

await aboutOneRequest('find', tell)
