import { parseArgs } from 'node:util'

import { emailStore } from '../adapters/email-store.ts'
import { groupStore } from '../adapters/group-store.ts'
import { intakeStore } from '../adapters/intake-store.ts'
import { openOutside, thisMachine } from '../adapters/outside.ts'
import { clock } from '../adapters/parts.ts'
import { referralStore } from '../adapters/referral-store.ts'
import { staffSubject } from '../domain/letters/digest.ts'
import type { Finding } from '../domain/records/reconcile.ts'
import { reconcileRecords } from '../functions/reconcile.ts'
import { type Target, openTarget } from './target.ts'

const usage = `Usage:
  npm run reconcile      says whether the records agree and nobody is forgotten; mends nothing, and ends with 1 if not
Options: --stack NAME for a deployed one. Without it, the records on this machine.`

const about = (intakeId: string | undefined) =>
  intakeId === undefined || intakeId === staffSubject ? '' : ` (request ${intakeId})`

const sentence = ({ code, intakeId, referralId, groupId, emailId, counts }: Finding): string => {
  switch (code) {
    case 'intake-unreadable':
      return `The row of request ${intakeId} cannot be read by this version, so nothing is done for this person.`
    case 'referral-unreadable':
      return `The row of referral ${referralId}${about(intakeId)} cannot be read by this version.`
    case 'group-unreadable':
      return `The row of group ${groupId} cannot be read by this version, so nobody is placed in it.`
    case 'email-unreadable':
      return `The row of e-mail ${emailId}${about(intakeId)} cannot be read by this version, so it is not sent.`
    case 'intake-forgotten':
      return `Request ${intakeId} is open, and nobody has anything to do for it.`
    case 'intake-not-swept':
      return `Request ${intakeId} has been due for more than a day, and the sweeper has not come to it.`
    case 'referral-not-swept':
      return `Referral ${referralId} (request ${intakeId}) has been due for more than a day, and the sweeper has not come to it.`
    case 'place-not-held':
      return `Request ${intakeId} counts on a place that no referral holds${referralId ? ` (it names ${referralId})` : ''}.`
    case 'place-held-for-nobody':
      return `Referral ${referralId} holds a place in ${groupId} that its request ${intakeId} knows nothing of.`
    case 'referral-without-intake':
      return `The request ${intakeId} of referral ${referralId} (group ${groupId}) is gone.`
    case 'group-missing':
      return `Places are held in group ${groupId}, which is gone.`
    case 'places-miscounted':
      return `Group ${groupId} counts ${counts?.placesTaken} places as taken, and ${counts?.placesHeld} are held.`
    case 'email-stuck':
      return `E-mail ${emailId}${about(intakeId)} was neither sent nor given up, more than a day after it was due.`
  }
}

const reconcileAt = ({ dynamodb, tables, now }: Target) =>
  reconcileRecords({
    clock: openOutside({}, { ...thisMachine, now }).get(clock),
    pause: thisMachine.pause,
    intakes: intakeStore(dynamodb, tables.intakes),
    referrals: referralStore(dynamodb, tables.referrals),
    groups: groupStore({ dynamodb, table: tables.groups }),
    emails: emailStore(dynamodb, tables.emails),
  })

const main = async () => {
  const { values } = parseArgs({
    options: { stack: { type: 'string' }, help: { type: 'boolean', default: false } },
  })
  if (values.help) return console.log(usage)
  const target = await openTarget({ stack: values.stack })
  try {
    const { findings, counts } = await reconcileAt(target)
    const { intakes, referrals, groups, emails, places, placesTaken } = counts
    for (const finding of findings) console.log(`${sentence(finding)} [${finding.code}]`)
    console.log(
      `Requests: ${intakes}, referrals: ${referrals}, groups: ${groups} (places taken: ${placesTaken} of ${places}), e-mails: ${emails}.`,
    )
    console.log(
      findings.length === 0 ? 'All in order.' : `Not in order: ${findings.length}. See docs/operations.md.`,
    )
    if (findings.length > 0) process.exitCode = 1
  } finally {
    await target.close()
  }
}

try {
  await main()
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : String(failure))
  process.exitCode = 1
}
