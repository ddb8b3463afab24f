import { SendRawEmailCommand, type SESClient } from '@aws-sdk/client-ses'

import { type Message, mimeOf } from './message.ts'

export interface Letter extends Message {
  emailId: string
  /**
   * Whose mailbox it is: SES holds back later mail to a person's or a facilitator's that bounced, never to that of
   * staff.
   */
  audience: 'person' | 'facilitator' | 'staff'
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

const codeOf = (failure: unknown) => (failure instanceof Error ? failure.name : 'unknown')

interface Given {
  sender: string
  configurationSets: Record<'person' | 'staff', string>
  now: () => number
}

/** A letter as it will travel: written out whole, so that whatever is wrong with it shows before anything is sent. */
interface Envelope {
  letter: Letter
  message: string
}

export const mailer = (ses: SESClient, { sender, configurationSets, now }: Given) => ({
  compose: (letter: Letter): Envelope => ({ letter, message: mimeOf(letter, sender, now()) }),

  async send({ letter, message }: Envelope): Promise<SendResult> {
    const isToStaff = letter.audience === 'staff'
    try {
      const { MessageId } = await ses.send(
        new SendRawEmailCommand({
          Source: sender,
          // To this address and no other, whatever the headers say.
          Destinations: [letter.to],
          RawMessage: { Data: Buffer.from(message) },
          ConfigurationSetName: isToStaff ? configurationSets.staff : configurationSets.person,
          Tags: [{ Name: 'emailId', Value: letter.emailId }],
        }),
      )
      return { is: 'sent', sesMessageId: MessageId ?? '' }
    } catch (failure) {
      const code = codeOf(failure)
      if (turnedAway.has(code)) return { is: 'not-sent' }
      // Staff must be reached: their mail is tried again until it goes, or until it is a day late and an alarm is raised.
      if (refusals.has(code)) return isToStaff ? { is: 'not-sent' } : { is: 'refused', code }
      throw failure
    }
  },
})
