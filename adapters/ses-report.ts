import * as z from 'zod/mini'

const tags = z.object({ emailId: z.optional(z.array(z.uuid())) })

const mail = z.object({
  messageId: z.string(),
  /** When SES took the letter. */
  timestamp: z.optional(z.iso.datetime()),
  tags: z._default(tags, {}),
})

/**
 * What SES reports about one e-mail (SES developer guide, "Event publishing to Amazon SNS"). Kinds that change nothing
 * for us, such as a delay, are read and left alone.
 */
export const sesReportSchema = z.union([
  z.object({
    eventType: z.literal('Bounce'),
    mail,
    bounce: z.object({ bounceType: z.string(), bounceSubType: z.optional(z.string()) }),
  }),
  z.object({
    eventType: z.enum([
      'Send',
      'Delivery',
      'Complaint',
      'Reject',
      'Rendering Failure',
      'DeliveryDelay',
      'Open',
      'Click',
      'Subscription',
    ]),
    mail,
  }),
])

export type SesReport = z.infer<typeof sesReportSchema>
