import type { Made } from '../adapters/outside.ts'
import {
  chance,
  clock,
  commit,
  discreetName,
  doorCodes,
  emails,
  inbox,
  intakes,
  links,
  mailFacts,
  mailer,
  office,
  organisation,
  site,
  staffAddress,
  supervisorAddress,
  trail,
} from '../adapters/parts.ts'
import { addresseeOf } from '../domain/letters/addressee.ts'
import { staffSubject } from '../domain/letters/digest.ts'
import { type EmailNudge, emailNudgeSchema } from '../domain/letters/email-nudge.ts'
import { type Email, givenUpAfterHours, isLimited, maxUnknownOutcomes } from '../domain/letters/email.ts'
import { emailTrail } from './shared/email-trail.ts'
import { giveUpEmail } from './shared/give-up-email.ts'
import { digestLetter } from './shared/letters/to-staff.ts'
import { writeLetter } from './shared/letters/write-letter.ts'
import { factsOf, log } from './shared/log.ts'
import { queueHandler } from './shared/queue-handler.ts'

const needs = {
  chance,
  clock,
  commit,
  discreetName,
  doorCodes,
  emails,
  inbox,
  intakes,
  links,
  mailFacts,
  mailer,
  office,
  organisation,
  site,
  staffAddress,
  supervisorAddress,
  trail,
}
type Needs = Made<typeof needs>

const claim = (nudge: EmailNudge, claimId: string, { emails, clock, commit }: Needs) => {
  const { addressHash, template, attempts, isCounted = attempts > 0 } = nudge
  return commit([
    emails.claim(nudge, claimId, clock.now()),
    ...(addressHash ? [emails.takesMail(addressHash)] : []),
    // Only the first try to an address counts against its limits; a second one is the same e-mail.
    ...(addressHash && !isCounted && isLimited(template)
      ? [emails.countToAddress(addressHash, template, clock.now())]
      : []),
  ])
}

/** Known not to have gone out: it goes back, spread over ten minutes so that a throttled hour does not come back as one. */
const putBack = (
  nudge: EmailNudge,
  claimId: string,
  { emails, clock, chance, commit }: Needs,
  addressHash?: string | null,
) => {
  const nextTryAt = new Date(clock.now() + (30 + chance.random() * 570) * 1000).toISOString()
  return commit([emails.putBack(nudge, claimId, nextTryAt, addressHash)])
}

const markSent = (email: Email, sesMessageId: string, adapters: Needs) =>
  adapters.commit([
    adapters.emails.change(email, { ...email, state: 'sent', sesMessageId, leaseUntil: null }),
    emailTrail(email, 'email-sent', adapters),
  ])

/** Why an e-mail is not even tried any more; null when it is. */
const givenUpBecause = (email: Email, nowMs: number) =>
  email.unknownOutcomes >= maxUnknownOutcomes
    ? 'outcome-unknown'
    : nowMs - Date.parse(email.dueAt) > givenUpAfterHours * 3_600_000
      ? 'too-late'
      : null

/** What is to be sent, and to whom; null when the e-mail was settled without sending anything. */
const prepare = async (nudge: EmailNudge, claimId: string, adapters: Needs) => {
  const facts = await adapters.mailFacts.find(nudge.subjectId, nudge.occurrence, nudge.referralId)
  const { email } = facts
  const { mailer } = adapters
  if (email === null) return null
  const because = givenUpBecause(email, adapters.clock.now())
  if (!because && email.subjectId === staffSubject)
    return { email, envelope: mailer.compose(await digestLetter(email, adapters)) }
  const addressee = addresseeOf(facts, adapters)
  if (because) await giveUpEmail(email, { failedWith: because }, adapters)
  else if (addressee.is === 'nobody')
    await giveUpEmail(email, { cancelledBecause: addressee.because }, adapters)
  else if (addressee.is === 'another-address') await putBack(nudge, claimId, adapters, addressee.addressHash)
  else return { email, envelope: mailer.compose(await writeLetter(email, addressee, adapters)) }
  return null
}

/**
 * Sends one e-mail: claim, read, send, mark. It is tried again only when it is known not to have gone out. When nobody
 * knows, nothing is done here: SES's own report marks it sent, and only a lease that ends without one lets the sweeper
 * try once more. That is the one window in which an e-mail can go out twice.
 */
export const sendEmail = async (nudge: EmailNudge, adapters: Needs) => {
  const claimId = adapters.chance.newId()
  const claimed = await claim(nudge, claimId, adapters)
  if (claimed === 'not-to-claim') return
  if (claimed !== 'committed') {
    const email = await adapters.emails.find(nudge)
    if (email) await giveUpEmail(email, { cancelledBecause: claimed }, adapters)
    return
  }

  const prepared = await prepare(nudge, claimId, adapters).catch(async (failure: unknown) => {
    // Nothing has gone out yet, and that is known: no lease has to run out before the next try.
    await putBack(nudge, claimId, adapters)
    throw failure
  })
  if (prepared === null) return

  const { email, envelope } = prepared
  try {
    const result = await adapters.mailer.send(envelope)
    if (result.is === 'sent') {
      log('email-sent', { emailId: email.emailId })
      await markSent(email, result.sesMessageId, adapters)
    } else if (result.is === 'not-sent') await putBack(nudge, claimId, adapters)
    else await giveUpEmail(email, { failedWith: result.code }, adapters)
  } catch (failure) {
    log('message-failed', { emailId: email.emailId, ...factsOf(failure) })
  }
}

export const handler = queueHandler(emailNudgeSchema, needs, sendEmail)
