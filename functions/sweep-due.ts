import middy from '@middy/core'

import type { Made } from '../adapters/outside.ts'
import {
  chance,
  clock,
  commit,
  emailQueue,
  emails,
  groups,
  intakeQueue,
  intakes,
  moment,
  office,
  referrals,
  sendingQuota,
  trail,
} from '../adapters/parts.ts'
import type { Readable } from '../adapters/rows.ts'
import { digestIsDue } from '../domain/letters/digest.ts'
import { nudgeFor } from '../domain/letters/email-nudge.ts'
import type { Email } from '../domain/letters/email.ts'
import { isoOf } from '../domain/time/moment.ts'
import { unchanged } from '../domain/way/change.ts'
import type { Intake } from '../domain/way/intake.ts'
import type { Referral } from '../domain/way/referral.ts'
import { whatIsDue } from '../domain/way/what-is-due.ts'
import { connection } from './shared/connection.ts'
import { each } from './shared/each.ts'
import { finishErasure } from './shared/finish-erasure.ts'
import { factsOf, log } from './shared/log.ts'
import { nudge } from './shared/nudge.ts'
import { findStanding } from './shared/standing/find-standing.ts'
import { writeChange } from './shared/standing/write-change.ts'

const needs = {
  chance,
  clock,
  commit,
  emailQueue,
  emails,
  groups,
  intakeQueue,
  intakes,
  moment,
  office,
  referrals,
  sendingQuota,
  trail,
}
type Needs = Made<typeof needs>

/** How long the sweeper leaves an e-mail alone that it has just put in the queue: a throttled hour is not multiplied. */
const pauseMinutes = 5

const secondsLate = ({ dueAt }: Email, now: string) => (Date.parse(now) - Date.parse(dueAt)) / 1000

/** E-mails that are due, or whose lease is over: into the queue again. `dueAt` stays, so lateness can be seen. */
const sweepEmails = async (due: readonly Email[], { emails, emailQueue, clock, commit }: Needs) => {
  await emailQueue.sendAll(due.map(nudgeFor))
  const nextTryAt = isoOf(clock.instant().add({ minutes: pauseMinutes }))
  await Promise.all(due.map((email) => commit([emails.change(email, { ...email, nextTryAt })])))
}

/**
 * Everything that has come due for one person. If anyone else writes their row meanwhile, the next minute looks again. A
 * row that was due by the clocks of an earlier version is written once more, and so leaves the index.
 */
const sweepPerson = async (intakeId: string, adapters: Needs) => {
  const standing = await findStanding(intakeId, adapters)
  if (standing === null) return
  const change = whatIsDue(standing, adapters.moment()) ?? unchanged(standing)
  await writeChange(standing, change, { is: 'machine' }, adapters)
}

/** A place that was freed is offered to those who wait; asked for before the row says that it was. */
const passOnPlace = async (referral: Referral, { intakeQueue, referrals, commit }: Needs) => {
  await intakeQueue.send({ schema: 1, kind: 'place-freed', groupId: referral.groupId })
  await commit([referrals.change(referral, { ...referral, placeToPassOn: false })])
}

const sweepPeople = async (now: string, adapters: Needs) => {
  const [intakes, referrals]: [Readable<Intake>, Readable<Referral>] = await Promise.all([
    adapters.intakes.due(now),
    adapters.referrals.due(now),
  ])
  const toPassOn = referrals.rows.filter(({ placeToPassOn }) => placeToPassOn)
  const erased = intakes.rows.filter(({ state }) => state === 'erased')
  const people = new Set([
    ...intakes.rows.filter((intake) => !erased.includes(intake)).map(({ intakeId }) => intakeId),
    ...referrals.rows.filter(({ placeToPassOn }) => !placeToPassOn).map(({ intakeId }) => intakeId),
  ])
  const swept = await each([...people], intakes.unread + referrals.unread, (intakeId) =>
    sweepPerson(intakeId, adapters),
  )
  const passed = await each(toPassOn, 0, (referral) => passOnPlace(referral, adapters))
  // After the places have been passed on: with the last rows goes the note that they were not.
  const finished = await each(erased, 0, (intake) => finishErasure(intake, adapters))
  return {
    count: swept.count + passed.count + finished.count,
    left: swept.left + passed.left + finished.left,
  }
}

const sweepLetters = async (now: string, adapters: Needs) => {
  const { rows, unread } = await adapters.emails.due(now)
  const lateSeconds = Math.round(Math.max(0, ...rows.map((row) => secondsLate(row, now))))
  await sweepEmails(rows, adapters)
  return { count: rows.length, left: unread, lateSeconds }
}

/** What staff hear each working morning, once. */
const sweepDigest = async ({ moment, chance, commit, emails, emailQueue }: Needs) => {
  const row = digestIsDue(moment(), chance.newId())
  if (row === null || (await emails.find(row)) !== null) return { count: 0, left: 0 }
  if ((await commit([emails.add(row)])) === 'committed') await nudge([nudgeFor(row)], { emailQueue })
  return { count: 1, left: 0 }
}

/**
 * How much of the day's e-mails is used up, each quarter of an hour: an account that has sent its share sends nothing
 * more. Nobody's work waits for this, so it is tried for two seconds and not again.
 */
const noteQuota = async ({ clock, sendingQuota }: Needs) => {
  if (new Date(clock.now()).getUTCMinutes() % 15 !== 0) return
  try {
    log('sending-quota', { percent: await sendingQuota.percentUsed() })
  } catch (failure) {
    log('sending-quota', factsOf(failure))
  }
}

/** The guarantee: whatever a queue lost, a crash cut short or a person forgot is found here within the minute. */
export const sweepDue = async (adapters: Needs) => {
  const now = adapters.clock.iso()
  const swept = await Promise.allSettled([
    sweepLetters(now, adapters),
    sweepPeople(now, adapters),
    sweepDigest(adapters),
  ])
  const done = swept.flatMap((part) => (part.status === 'fulfilled' ? [part.value] : []))
  const [letters] = swept
  log('swept', {
    count: done.reduce((sum, { count }) => sum + count, 0),
    ...(letters.status === 'fulfilled' && { lateSeconds: letters.value.lateSeconds }),
  })
  await noteQuota(adapters)
  // What could not be swept must not be silent: the function fails, its alarm sounds, and a minute later it tries again.
  const failed = swept.find((part) => part.status === 'rejected')
  if (failed) throw failed.reason
  const left = done.reduce((sum, part) => sum + part.left, 0)
  if (left > 0) throw new Error(`${left} due rows could not be read or written.`)
}

export const handler = middy<unknown, void>().handler(() => sweepDue(connection(needs)))
