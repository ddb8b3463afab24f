import middy from '@middy/core'

import type { Made } from '../adapters/outside.ts'
import {
  chance,
  clock,
  commit,
  emailQueue,
  emails,
  intakeQueue,
  intakes,
  office,
  referrals,
  trail,
} from '../adapters/parts.ts'
import { nudgeFor } from '../domain/email-nudge.ts'
import { newEmail } from '../domain/email.ts'
import type { Intake } from '../domain/intake.ts'
import { sweepAtOf } from '../domain/outcome.ts'
import type { Referral } from '../domain/referral.ts'
import { endOfWorkingDay } from '../domain/working-days.ts'
import { connection } from './shared/connection.ts'
import { factsOf, log } from './shared/log.ts'

const needs = { chance, clock, commit, emailQueue, emails, intakeQueue, intakes, office, referrals, trail }
type Needs = Made<typeof needs>

/** How long the sweeper leaves an e-mail alone that it has just put in the queue: a throttled hour is not multiplied. */
const pauseMinutes = 5

/** E-mails that are due, or whose lease is over: into the queue again. `dueAt` stays, so lateness can be seen. */
const sweepEmails = async ({ emails, emailQueue, clock, commit }: Needs) => {
  const due = await emails.due(clock.iso())
  await emailQueue.sendAll(due.map(nudgeFor))
  const nextTryAt = clock.instant().add({ minutes: pauseMinutes }).toString({ smallestUnit: 'millisecond' })
  await Promise.all(due.map((email) => commit([emails.change(email, { ...email, nextTryAt })])))
  return due.length
}

/** What staff hear, once a working day, of what they have not done. */
const overdueEmail = (subject: Intake | Referral, { chance, clock }: Needs) =>
  newEmail(
    {
      subjectId: subject.intakeId,
      occurrence: `staff-overdue#${'referralId' in subject ? subject.referralId : 'intake'}#${subject.sweepAt}`,
      emailId: chance.newId(),
      template: 'staff-overdue',
      to: 'staff',
      action: subject.next?.action ?? null,
      referralId: 'referralId' in subject ? subject.referralId : null,
    },
    clock.iso(),
  )

const trailOfOverdue = (subject: Intake | Referral, { chance, clock, trail }: Needs) =>
  trail.add({
    schema: 1,
    subjectId: subject.intakeId,
    entryId: chance.newId(),
    at: clock.iso(),
    by: 'machine',
    event: 'overdue',
    codes: { action: subject.next?.action ?? 'none' },
    consentVersion: null,
  })

/** The end of the next working day: half a day on, so that a reminder of this evening is not today's once more. */
const nextReminder = ({ clock, office }: Needs) =>
  endOfWorkingDay(clock.instant().add({ hours: 12 }), 0, office).toString({ smallestUnit: 'millisecond' })

const isOverdue = ({ next }: Intake | Referral, now: string) => next?.owner === 'staff' && next.dueAt <= now

/** Someone who waits is looked at every hour; of those hours, the last one of the working day is for reminding staff. */
const remindsNow = (intake: Intake, sweepAt: string | null, { clock, office }: Needs) =>
  isOverdue(intake, clock.iso()) &&
  (intake.state !== 'waiting' ||
    endOfWorkingDay(clock.instant(), 0, office).toString({ smallestUnit: 'millisecond' }) <= (sweepAt ?? ''))

const sweepIntake = async (intake: Intake, adapters: Needs) => {
  const { intakes, emails, clock, intakeQueue, commit } = adapters
  const isWaiting = intake.state === 'waiting'
  if (isWaiting)
    await intakeQueue.send({
      schema: 1,
      kind: 'again',
      intakeId: intake.intakeId,
      because: 'time-to-look',
      excluding: [],
    })
  const sweepAt = isWaiting
    ? sweepAtOf(intake.state, intake.next, clock.instant())
    : isOverdue(intake, clock.iso())
      ? nextReminder(adapters)
      : null
  await commit([
    intakes.change(intake, { ...intake, sweepAt }),
    ...(remindsNow(intake, sweepAt, adapters)
      ? [emails.add(overdueEmail(intake, adapters)), trailOfOverdue(intake, adapters)]
      : []),
  ])
}

const sweepReferral = async (referral: Referral, adapters: Needs) => {
  const { referrals, emails, clock, commit } = adapters
  const late = isOverdue(referral, clock.iso())
  await commit([
    referrals.change(referral, { ...referral, sweepAt: late ? nextReminder(adapters) : null }),
    ...(late ? [emails.add(overdueEmail(referral, adapters)), trailOfOverdue(referral, adapters)] : []),
  ])
}

/** Counts what went well; one row that fails must not keep the others from being looked at. */
const each = async <Row>(rows: readonly Row[], sweep: (row: Row) => Promise<unknown>) => {
  const results = await Promise.allSettled(rows.map(sweep))
  for (const result of results)
    if (result.status === 'rejected') log('message-failed', factsOf(result.reason))
  return results.filter(({ status }) => status === 'fulfilled').length
}

/** The guarantee: whatever a queue lost, a crash cut short or a person forgot is found here within the minute. */
export const sweepDue = async (adapters: Needs) => {
  const { intakes, referrals, clock } = adapters
  const now = clock.iso()
  const swept = await Promise.allSettled([
    sweepEmails(adapters),
    intakes.due(now).then((due) => each(due, (intake) => sweepIntake(intake, adapters))),
    referrals.due(now).then((due) => each(due, (referral) => sweepReferral(referral, adapters))),
  ])
  log('swept', {
    count: swept.reduce((sum, part) => sum + (part.status === 'fulfilled' ? part.value : 0), 0),
  })
  // One table that could not be swept must not be silent: the function fails, its alarm sounds, and a minute later it tries again.
  const failed = swept.find((part) => part.status === 'rejected')
  if (failed) throw failed.reason
}

export const handler = middy<unknown, void>().handler(() => sweepDue(connection(needs)))
