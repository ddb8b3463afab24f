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
  tombstones,
  trail,
} from '../adapters/parts.ts'
import { endedBefore, isKeptLongEnough } from '../domain/person/retention.ts'
import { isoOf } from '../domain/time/moment.ts'
import { erase } from '../domain/way/steps/erase.ts'
import { connection } from './shared/connection.ts'
import { each } from './shared/each.ts'
import { log } from './shared/log.ts'
import { findStanding } from './shared/standing/find-standing.ts'
import { writeErasure } from './shared/standing/write-erasure.ts'
import { untilUnchanged } from './shared/until-unchanged.ts'

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
  tombstones,
  trail,
}
type Needs = Made<typeof needs>

/** Whoever wrote to us since their row was listed has not finished. */
const eraseOne = (intakeId: string, adapters: Needs) =>
  untilUnchanged(async () => {
    const standing = await findStanding(intakeId, adapters)
    const now = adapters.moment()
    if (standing === null || !isKeptLongEnough(standing.intake, now.now)) return 'done'
    const change = erase(standing, { because: 'kept-long-enough', by: 'machine' }, now)
    const result = change && (await writeErasure(standing, change, { is: 'machine' }, adapters))
    return result === 'changed-meanwhile' ? result : 'done'
  })

/** The promise of the form, kept by code: what ended twelve months ago is deleted as if the person had asked for it. */
export const eraseExpired = async (adapters: Needs) => {
  const { intakes, clock } = adapters
  const ended = await intakes.endedBefore(isoOf(endedBefore(clock.instant())))
  const { count, left } = await each(ended, 0, (intakeId) => eraseOne(intakeId, adapters))
  log('expired', { count })
  if (left > 0) throw new Error(`${left} requests that were kept long enough could not be erased.`)
}

export const handler = middy<unknown, void>().handler(() => eraseExpired(connection(needs)))
