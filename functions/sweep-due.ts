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
import type { Readable } from '../adapters/rows.ts'
import { nudgeFor } from '../domain/email-nudge.ts'
import { type Email, newEmail } from '../domain/email.ts'
import type { Intake } from '../domain/intake.ts'
import { reminderOf } from '../domain/overdue.ts'
import type { Referral } from '../domain/referral.ts'
import { connection } from './shared/connection.ts'
import { factsOf, log } from './shared/log.ts'
import { nudge } from './shared/nudge.ts'

const needs = { chance, clock, commit, emailQueue, emails, intakeQueue, intakes, office, referrals, trail }
type Needs = Made<typeof needs>

/** How long the sweeper leaves an e-mail alone that it has just put in the queue: a throttled hour is not multiplied. */
const pauseMinutes = 5

/** E-mails that are due, or whose lease is over: into the queue again. `dueAt` stays, so lateness can be seen. */
const sweepEmails = async (due: readonly Email[], { emails, emailQueue, clock, commit }: Needs) => {
  await emailQueue.sendAll(due.map(nudgeFor))
  const nextTryAt = clock.instant().add({ minutes: pauseMinutes }).toString({ smallestUnit: 'millisecond' })
  await Promise.all(due.map((email) => commit([emails.change(email, { ...email, nextTryAt })])))
}

/** What staff hear of what they have not done. One revision of a row is told of once. */
const overdueEmail = (subject: Intake | Referral, { chance, clock }: Needs) =>
  newEmail(
    {
      subjectId: subject.intakeId,
      occurrence: `staff-overdue#${'referralId' in subject ? subject.referralId : 'intake'}#${subject.revision}`,
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

/** Moves the row on, and reminds staff if it is time to. If anyone else wrote it meanwhile, the next minute looks again. */
const sweepRow = async (subject: Intake | Referral, adapters: Needs) => {
  const { intakes, referrals, emails, clock, office, commit } = adapters
  const { remind, sweepAt } = reminderOf(subject, clock.instant(), office)
  const row = overdueEmail(subject, adapters)
  const result = await commit([
    'referralId' in subject
      ? referrals.change(subject, { ...subject, sweepAt })
      : intakes.change(subject, { ...subject, sweepAt }),
    ...(remind ? [emails.add(row), trailOfOverdue(subject, adapters)] : []),
  ])
  if (result === 'already-stored') throw new Error('A row is due that was reminded of before.')
  if (result === 'committed' && remind) await nudge([nudgeFor(row)], adapters)
}

const sweepIntake = async (intake: Intake, adapters: Needs) => {
  // Asked before the row moves on: should this process die in between, the next minute asks once more.
  if (intake.state === 'waiting')
    await adapters.intakeQueue.send({
      schema: 1,
      kind: 'again',
      intakeId: intake.intakeId,
      because: 'time-to-look',
      excluding: [],
    })
  await sweepRow(intake, adapters)
}

/** Sweeps what could be read, each row for itself; says how many rows could not be read, or not be swept. */
const each = async <Row>(due: Promise<Readable<Row>>, sweep: (row: Row) => Promise<unknown>) => {
  const { rows, unread } = await due
  const results = await Promise.allSettled(rows.map(sweep))
  const failed = results.filter((result) => result.status === 'rejected')
  for (const { reason } of failed) log('message-failed', factsOf(reason))
  return { count: rows.length - failed.length, left: failed.length + unread }
}

/** The guarantee: whatever a queue lost, a crash cut short or a person forgot is found here within the minute. */
export const sweepDue = async (adapters: Needs) => {
  const { intakes, referrals, emails, clock } = adapters
  const now = clock.iso()
  const swept = await Promise.allSettled([
    emails.due(now).then(async ({ rows, unread }) => {
      await sweepEmails(rows, adapters)
      return { count: rows.length, left: unread }
    }),
    each(intakes.due(now), (intake) => sweepIntake(intake, adapters)),
    each(referrals.due(now), (referral) => sweepRow(referral, adapters)),
  ])
  const done = swept.flatMap((part) => (part.status === 'fulfilled' ? [part.value] : []))
  log('swept', { count: done.reduce((sum, { count }) => sum + count, 0) })
  // What could not be swept must not be silent: the function fails, its alarm sounds, and a minute later it tries again.
  const failed = swept.find((part) => part.status === 'rejected')
  if (failed) throw failed.reason
  const left = done.reduce((sum, part) => sum + part.left, 0)
  if (left > 0) throw new Error(`${left} due rows could not be read or written.`)
}

export const handler = middy<unknown, void>().handler(() => sweepDue(connection(needs)))
