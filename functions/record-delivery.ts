import type { Made } from '../adapters/outside.ts'
import { chance, clock, commit, emails, intakes, office, trail } from '../adapters/parts.ts'
import { type DeliveryReport, deliveryReportSchema } from '../domain/delivery-report.ts'
import { type Email, emailMoves } from '../domain/email.ts'
import { giveUpEmail } from './shared/give-up-email.ts'
import { log } from './shared/log.ts'
import { queueHandler } from './shared/queue-handler.ts'
import { untilUnchanged } from './shared/until-unchanged.ts'

const needs = { chance, clock, commit, emails, intakes, office, trail }
type Needs = Made<typeof needs>

type Move = 'mark-sent' | 'deliver' | 'bounce' | 'complain' | 'fail'

/** What a report means for the e-mail; null when it changes nothing. */
const moveOf = ({ eventType }: DeliveryReport): Move | null => {
  switch (eventType) {
    case 'Send':
      return 'mark-sent'
    case 'Delivery':
      return 'deliver'
    case 'Bounce':
      return 'bounce'
    case 'Complaint':
      return 'complain'
    case 'Reject':
    case 'Rendering Failure':
      return 'fail'
    default:
      return null
  }
}

const settle = async (email: Email, move: 'mark-sent' | 'deliver', sesMessageId: string, adapters: Needs) => {
  const { emails, trail, clock, chance, commit } = adapters
  const result = await commit([
    emails.change(email, { ...email, state: emailMoves[move].to, sesMessageId, leaseUntil: null }),
    trail.add({
      schema: 1,
      subjectId: email.subjectId,
      entryId: chance.newId(),
      at: clock.iso(),
      by: 'machine',
      event: move === 'deliver' ? 'email-delivered' : 'email-sent',
      codes: { template: email.template, to: email.to, emailId: email.emailId },
      consentVersion: null,
    }),
  ])
  return result === 'email-moved' ? ('changed-meanwhile' as const) : ('done' as const)
}

/** A permanent bounce and a complaint close an address to us; a mailbox that is full today may be empty tomorrow. */
const closesAddress = (report: DeliveryReport) =>
  report.eventType === 'Complaint' ||
  (report.eventType === 'Bounce' && report.bounce.bounceType === 'Permanent')

const codeOf = (report: DeliveryReport) =>
  report.eventType === 'Bounce' ? report.bounce.bounceType : report.eventType

/**
 * Writes down what became of an e-mail. Reports may come twice, late, in any order, and before we have marked the
 * e-mail as sent. An address of staff is never closed: they must be reached, so its bounce raises an alarm.
 */
export const recordDelivery = async (report: DeliveryReport, adapters: Needs) => {
  const emailId = report.mail.tags.emailId?.[0]
  const move = moveOf(report)
  if (!emailId || !move) return
  await untilUnchanged(async () => {
    const email = await adapters.emails.findById(emailId)
    const from: readonly Email['state'][] = emailMoves[move].from
    if (email === null || !from.includes(email.state)) return 'done'

    if (move === 'mark-sent' || move === 'deliver')
      return settle(email, move, report.mail.messageId, adapters)
    if (email.to === 'staff') log('staff-address-bounced', { emailId, code: codeOf(report) })
    if (move === 'fail') await giveUpEmail(email, { failedWith: codeOf(report) }, adapters)
    else
      await giveUpEmail(
        email,
        { undelivered: emailMoves[move].to, refusesMail: closesAddress(report), code: codeOf(report) },
        adapters,
      )
    return 'done'
  })
}

export const handler = queueHandler(deliveryReportSchema, needs, recordDelivery)
