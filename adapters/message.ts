import type { Invitation } from '../domain/way/invitation.ts'
import { calendarOf, methodOf } from './calendar.ts'
import { filePart, headerText, mailbox, multipart, textPart } from './mime.ts'

/** What is written in a letter and on its envelope. */
export interface Message {
  /** The sender's display name; a discreet one for a mailbox that others may read. */
  fromName: string
  to: string
  subject: string
  html: string
  text: string
  /** Where a mail program can stop this series in one click (RFC 8058). */
  unsubscribeUrl?: string
  /** A calendar entry that comes with the mail. */
  invitation?: Invitation
}

/** As a URL it cannot hold what would end it in a header: a space, a line break or `>`. */
const stopHeaders = (unsubscribeUrl: string) => ({
  'List-Unsubscribe': `<${new URL(unsubscribeUrl).href}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

/**
 * The whole message as it is given to SES, which adds `Date` and `Message-ID` itself:
 * https://docs.aws.amazon.com/ses/latest/dg/header-fields.html
 *
 * An invitation goes twice: as a third way to read the mail, for programs that show appointments, and as a file for
 * those that do not.
 */
export const mimeOf = (message: Message, sender: string, now: number): string => {
  const { fromName, to, subject, html, text, unsubscribeUrl, invitation } = message
  const headers = {
    From: mailbox(sender, fromName),
    To: mailbox(to),
    Subject: headerText(subject),
    ...(unsubscribeUrl !== undefined && stopHeaders(unsubscribeUrl)),
    'MIME-Version': '1.0',
  }
  const readings = [textPart('text/plain', text), textPart('text/html', html)]
  if (!invitation) return multipart('alternative', readings, headers)

  const organizer = { name: fromName, email: sender }
  const calendar = calendarOf(invitation, { organizer, attendee: to }, now)
  const appointment = filePart(`text/calendar; charset=utf-8; method=${methodOf(invitation)}`, calendar)
  const file = filePart('application/ics; name="invite.ics"', calendar, {
    'Content-Disposition': 'attachment; filename="invite.ics"',
  })
  return multipart('mixed', [multipart('alternative', [...readings, appointment]), file], headers)
}
