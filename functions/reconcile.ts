import middy from '@middy/core'

import type { Made } from '../adapters/outside.ts'
import { clock, emails, groups, intakes, pause, referrals } from '../adapters/parts.ts'
import { type Finding, reconcile } from '../domain/records/reconcile.ts'
import { connection } from './shared/connection.ts'
import { log } from './shared/log.ts'
import { lookAgain } from './shared/reconcile/look-again.ts'
import { readFacts } from './shared/reconcile/read-facts.ts'

const needs = { clock, emails, groups, intakes, pause, referrals }
type Needs = Made<typeof needs>

/**
 * People write while we read, and an index may lag by a second or so. What still does not agree each time it is looked at
 * again, a while apart, is no accident of reading.
 */
const looks = 3
const pauseMs = 1000

/** With more than this, something is wrong with all of them, and each further one would say the same. */
const mostLookedAt = 500

/** What does not agree in the records, and how many of them were read. Mends nothing: see docs/operations.md. */
export const reconcileRecords = async (adapters: Needs) => {
  const { facts, counts } = await readFacts(adapters)
  let findings: Finding[] = reconcile(facts, adapters.clock.iso()).slice(0, mostLookedAt)
  for (let look = 0; look < looks && findings.length > 0; look += 1) {
    await adapters.pause(pauseMs)
    const still: Finding[] = []
    for (const finding of findings) still.push(...(await lookAgain(finding, adapters)))
    findings = still
  }
  return { findings, counts }
}

export const handler = middy<unknown, void>().handler(async () => {
  const { findings, counts } = await reconcileRecords(connection(needs))
  for (const finding of findings) log('reconcile-found', finding)
  log('reconciled', { count: findings.length, counts })
})
