import type { Letter } from './ses-letter.ts'

type Fate = 'delivered' | 'bounced' | 'suppressed' | 'complained'

/**
 * What SES publishes about a mail, as far as this project reads it:
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-examples.html
 */
export type SesEvent = {
  eventType: 'Send' | 'Delivery' | 'Bounce' | 'Complaint'
  mail: {
    timestamp: string
    messageId: string
    source: string
    sendingAccountId: string
    destination: string[]
    headersTruncated: boolean
    headers: Array<{ name: string; value: string }>
    commonHeaders: { from: string[]; to: string[]; messageId: string; subject: string }
    tags: Record<string, string[]>
  }
  send?: object
  delivery?: object
  bounce?: object
  complaint?: object
}

/** The mailbox simulator: https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html */
const simulated: Record<string, Fate> = {
  bounce: 'bounced',
  suppressionlist: 'suppressed',
  complaint: 'complained',
}

const fateOf = (recipient: string): Fate => {
  const [local = '', domain = ''] = recipient.toLowerCase().split('@')
  const name = local.split('+', 1)[0] ?? ''
  return (domain === 'simulator.amazonses.com' && simulated[name]) || 'delivered'
}

const bounce = (
  subType: string,
  diagnosticCode: string,
  recipients: string[],
  timestamp: string,
  id: string,
) => ({
  bounceType: 'Permanent',
  bounceSubType: subType,
  bouncedRecipients: recipients.map((emailAddress) => ({
    emailAddress,
    action: 'failed',
    status: '5.1.1',
    diagnosticCode,
  })),
  timestamp,
  feedbackId: `${id}-bounce`,
  reportingMTA: 'dns; amazonses.com',
})

/** In the order SES would publish them. Without a configuration set nobody is told anything. */
export const eventsAbout = (letter: Letter, id: string, timestamp: string): SesEvent[] => {
  const { configurationSet, headers, recipients, senders, subject, from, tags } = letter
  if (configurationSet === undefined) return []

  const source = senders[0] ?? ''
  const mail: SesEvent['mail'] = {
    timestamp,
    messageId: id,
    source,
    sendingAccountId: '000000000000',
    destination: recipients,
    headersTruncated: false,
    headers,
    commonHeaders: { from: [from], to: recipients, messageId: id, subject },
    tags: {
      'ses:configuration-set': [configurationSet],
      'ses:from-domain': [source.split('@').at(-1) ?? ''],
      'ses:source-ip': ['127.0.0.1'],
      'ses:caller-identity': ['open-circle'],
      ...Object.fromEntries(tags.map(({ name, value }) => [name, [value]])),
    },
  }
  const those = (...fates: Fate[]) => recipients.filter((recipient) => fates.includes(fateOf(recipient)))
  const reached = those('delivered', 'complained')
  const bounced = those('bounced')
  const suppressed = those('suppressed')
  const complained = those('complained')

  const events: Array<SesEvent | false> = [
    { eventType: 'Send', mail, send: {} },
    reached.length > 0 && {
      eventType: 'Delivery',
      mail,
      delivery: {
        timestamp,
        processingTimeMillis: 1,
        recipients: reached,
        smtpResponse: '250 2.6.0 Message received',
      },
    },
    bounced.length > 0 && {
      eventType: 'Bounce',
      mail,
      bounce: bounce('General', 'smtp; 550 5.1.1 user unknown', bounced, timestamp, id),
    },
    suppressed.length > 0 && {
      eventType: 'Bounce',
      mail,
      bounce: bounce(
        'Suppressed',
        'Amazon SES has suppressed sending to this address',
        suppressed,
        timestamp,
        id,
      ),
    },
    complained.length > 0 && {
      eventType: 'Complaint',
      mail,
      complaint: {
        complainedRecipients: complained.map((emailAddress) => ({ emailAddress })),
        timestamp,
        feedbackId: `${id}-complaint`,
        complaintFeedbackType: 'abuse',
        complaintSubType: null,
      },
    },
  ]
  return events.filter((event) => event !== false)
}
