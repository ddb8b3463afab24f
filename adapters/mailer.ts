import { SendEmailCommand, type SESClient } from '@aws-sdk/client-ses'

type Audience = 'person' | 'staff'

export interface Letter {
  emailId: string
  /** The sender's display name; a discreet one for a mailbox that others may read. */
  fromName: string
  to: string
  /** Whose mailbox it is: SES holds back later mail to a person's that bounced, never to that of staff. */
  audience: Audience
  subject: string
  html: string
  text: string
}

/**
 * `sent`: SES has it. `not-sent`: SES said that it does not, and may take it later. `refused`: it never will.
 * Anything else is thrown: then nobody knows, and the e-mail must not be sent again before SES has had time to report.
 */
export type SendResult =
  | { is: 'sent'; sesMessageId: string }
  | { is: 'not-sent' }
  | { is: 'refused'; code: string }

/** Known not to have been sent, and may be later: too much at once, or sending is paused until someone mends that. */
const turnedAway = new Set([
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'LimitExceededException',
  'AccountSendingPausedException',
  'ConfigurationSetSendingPausedException',
  'MailFromDomainNotVerified',
  'MailFromDomainNotVerifiedException',
])

/** Will be refused each time: something about this letter or its address has to change first. */
const refusals = new Set([
  'MessageRejected',
  'ConfigurationSetDoesNotExist',
  'ConfigurationSetDoesNotExistException',
  'InvalidParameterValue',
])

/**
 * A display name that no header can be broken out of: quoted, or as RFC 2047 words when it has other letters than
 * ASCII. A word holds 45 bytes, so that none passes the 75 characters it may have.
 */
const displayName = (name: string) => {
  if (/^[\x20-\x7e]*$/.test(name)) return `"${name.replace(/["\\]/g, '')}"`
  const words: string[] = ['']
  for (const letter of name) {
    const last = words.at(-1) ?? ''
    if (Buffer.byteLength(last + letter) > 45) words.push(letter)
    else words[words.length - 1] = last + letter
  }
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(' ')
}

const codeOf = (failure: unknown) => (failure instanceof Error ? failure.name : 'unknown')

export const mailer = (
  ses: SESClient,
  { sender, configurationSets }: { sender: string; configurationSets: Record<Audience, string> },
) => ({
  async send({ emailId, fromName, to, audience, subject, html, text }: Letter): Promise<SendResult> {
    try {
      const { MessageId } = await ses.send(
        new SendEmailCommand({
          Source: `${displayName(fromName)} <${sender}>`,
          Destination: { ToAddresses: [to] },
          Message: {
            Subject: { Data: subject, Charset: 'UTF-8' },
            Body: { Html: { Data: html, Charset: 'UTF-8' }, Text: { Data: text, Charset: 'UTF-8' } },
          },
          ConfigurationSetName: configurationSets[audience],
          Tags: [{ Name: 'emailId', Value: emailId }],
        }),
      )
      return { is: 'sent', sesMessageId: MessageId ?? '' }
    } catch (failure) {
      const code = codeOf(failure)
      if (turnedAway.has(code)) return { is: 'not-sent' }
      // Staff must be reached: their mail is tried again until it goes, or until it is a day late and an alarm is raised.
      if (refusals.has(code)) return audience === 'staff' ? { is: 'not-sent' } : { is: 'refused', code }
      throw failure
    }
  },
})
