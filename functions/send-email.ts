import type { Made } from '../adapters/outside.ts'
import {
  chance,
  clock,
  commit,
  discreetName,
  emails,
  intakes,
  links,
  mailFacts,
  mailer,
  office,
  organisation,
  site,
  staffAddress,
  trail,
} from '../adapters/parts.ts'
import { addresseeOf } from '../domain/addressee.ts'
import { type EmailNudge, emailNudgeSchema } from '../domain/email-nudge.ts'
import { type Email, maxUnknownOutcomes } from '../domain/email.ts'
import { giveUpEmail } from './shared/give-up-email.ts'
import { factsOf, log } from './shared/log.ts'
import { queueHandler } from './shared/queue-handler.ts'
import { writeLetter } from './shared/write-letter.ts'

const needs = {
  chance,
  clock,
  commit,
  discreetName,
  emails,
  intakes,
  links,
  mailFacts,
  mailer,
  office,
  organisation,
  site,
  staffAddress,
  trail,
}
type Needs = Made<typeof needs>

const claim = ({ addressHash, ...nudge }: EmailNudge, { emails, chance, clock, commit }: Needs) =>
  commit([
    emails.claim({ addressHash, ...nudge }, chance.newId(), clock.now()),
    ...(addressHash ? [emails.takesMail(addressHash)] : []),
    // Only the first try counts against the limits of an address; a second one is the same e-mail.
    ...(addressHash && nudge.attempts === 0
      ? [emails.countToAddress(addressHash, nudge.template, clock.now())]
      : []),
  ])

/** Known not to have gone out: it goes back, spread over ten minutes so that a throttled hour does not come back as one. */
const putBack = (email: Email, { emails, clock, chance, commit }: Needs, addressHash = email.addressHash) => {
  const nextTryAt = new Date(clock.now() + (30 + chance.random() * 570) * 1000).toISOString()
  return commit([
    emails.change(email, {
      ...email,
      addressHash,
      state: 'pending',
      nextTryAt,
      claimId: null,
      leaseUntil: null,
    }),
  ])
}

const markSent = (email: Email, sesMessageId: string, { emails, trail, clock, chance, commit }: Needs) =>
  commit([
    emails.change(email, { ...email, state: 'sent', sesMessageId, leaseUntil: null }),
    trail.add({
      schema: 1,
      subjectId: email.subjectId,
      entryId: chance.newId(),
      at: clock.iso(),
      by: 'machine',
      event: 'email-sent',
      codes: { template: email.template, to: email.to, emailId: email.emailId },
      consentVersion: null,
    }),
  ])

/**
 * Sends one e-mail: claim, read, send, mark. It is tried again only when it is known not to have gone out. When nobody
 * knows, nothing is done here: SES's own report marks it sent, and only a lease that ends without one lets the sweeper
 * try once more. That is the one window in which an e-mail can go out twice.
 */
export const sendEmail = async (nudge: EmailNudge, adapters: Needs) => {
  const claimed = await claim(nudge, adapters)
  if (claimed === 'not-to-claim') return

  const facts = await adapters.mailFacts.find(nudge.subjectId, nudge.occurrence, nudge.referralId)
  const { email } = facts
  if (email === null) return
  if (claimed !== 'committed') return giveUpEmail(email, { cancelledBecause: claimed }, adapters)
  if (email.unknownOutcomes >= maxUnknownOutcomes)
    return giveUpEmail(email, { failedWith: 'outcome-unknown' }, adapters)

  const addressee = addresseeOf(facts, adapters.staffAddress)
  if (addressee.is === 'nobody') return giveUpEmail(email, { cancelledBecause: addressee.because }, adapters)
  if (addressee.is === 'another-address') return void (await putBack(email, adapters, addressee.addressHash))

  const letter = await writeLetter(email, addressee, adapters)
  try {
    const result = await adapters.mailer.send({
      emailId: email.emailId,
      to: addressee.address,
      audience: addressee.is,
      ...letter,
    })
    if (result.is === 'sent') await markSent(email, result.sesMessageId, adapters)
    else if (result.is === 'not-sent') await putBack(email, adapters)
    else await giveUpEmail(email, { failedWith: result.code }, adapters)
  } catch (failure) {
    log('message-failed', { emailId: email.emailId, ...factsOf(failure) })
  }
}

export const handler = queueHandler(emailNudgeSchema, needs, sendEmail)
