import type { Made } from '../adapters/outside.ts'
import { chance, clock, commit, emails, intakes, office, trail } from '../adapters/parts.ts'
import { type SesReport, sesReportSchema } from '../adapters/ses-report.ts'
import { type Email, emailMoves } from '../domain/letters/email.ts'
import { emailTrail } from './shared/email-trail.ts'
import { giveUpEmail } from './shared/give-up-email.ts'
import { log } from './shared/log.ts'
import { queueHandler } from './shared/queue-handler.ts'
import { untilUnchanged } from './shared/until-unchanged.ts'

const needs = { chance, clock, commit, emails, intakes, office, trail }
type Needs = Made<typeof needs>

type Move = 'mark-sent' | 'deliver' | 'bounce' | 'complain' | 'fail'

/** What a report means for the e-mail; null when it changes nothing. */
const moveOf = ({ eventType }: SesReport): Move | null => {
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
  const { emails, commit } = adapters
  return commit([
    emails.change(email, { ...email, state: emailMoves[move].to, sesMessageId, leaseUntil: null }),
    emailTrail(email, move === 'deliver' ? 'email-delivered' : 'email-sent', adapters),
  ])
}

/** A permanent bounce and a complaint close an address to us; a mailbox that is full today may be empty tomorrow. */
const closesAddress = (report: SesReport) =>
  report.eventType === 'Complaint' ||
  (report.eventType === 'Bounce' && report.bounce.bounceType === 'Permanent')

const codeOf = (report: SesReport) =>
  report.eventType === 'Bounce' ? report.bounce.bounceType : report.eventType

/** Well above what an index lags behind its table by, and below what a message that failed waits twice. */
const youngMinutes = 10

/**
 * SES may report on a letter before the index knows it: such a report is looked at again. About an older letter that is not
 * there, nothing is left to know: the person was erased.
 */
const isYoung = ({ mail }: SesReport, { clock }: Needs) =>
  mail.timestamp !== undefined && clock.now() - Date.parse(mail.timestamp) < youngMinutes * 60_000

/**
 * Writes down what became of an e-mail. Reports may come twice, late, in any order, and before we have marked the
 * e-mail as sent. An address of staff is never closed: they must be reached, so its bounce raises an alarm.
 */
export const recordDelivery = async (report: SesReport, adapters: Needs) => {
  const emailId = report.mail.tags.emailId?.[0]
  const move = moveOf(report)
  if (!emailId || !move) return
  await untilUnchanged(async () => {
    const email = await adapters.emails.findById(emailId)
    const from: readonly Email['state'][] = emailMoves[move].from
    if (email === null && isYoung(report, adapters))
      throw new Error('The index does not know this e-mail yet.')
    if (email === null || !from.includes(email.state)) return 'done'

    const code = codeOf(report)
    // Before it is written: a process that dies in between leads to a second line, and never to none.
    if (email.to === 'staff' && (move === 'bounce' || move === 'complain'))
      log('staff-address-bounced', { emailId, code })
    const result =
      move === 'mark-sent' || move === 'deliver'
        ? await settle(email, move, report.mail.messageId, adapters)
        : await giveUpEmail(
            email,
            move === 'fail'
              ? { failedWith: code }
              : { undelivered: emailMoves[move].to, refusesMail: closesAddress(report), code },
            adapters,
          )
    // The sender wrote at the same moment: what SES reports must not be lost for that.
    if (result === 'email-moved') return 'changed-meanwhile'
    return 'done'
  })
}

/** SES writes this once into the topic when the stack is made (it is no JSON); it reports on nothing. */
const isNotice = (body: string) => body.startsWith('Successfully validated SNS topic')

export const handler = queueHandler(sesReportSchema, needs, recordDelivery, isNotice)
