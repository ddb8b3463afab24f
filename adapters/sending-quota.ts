import { GetSendQuotaCommand, type SESClient } from '@aws-sdk/client-ses'

/** How many e-mails the account may send in any 24 hours, and how many it has. */
export const sendingQuota = (ses: SESClient) => ({
  /** Of the last 24 hours. An account without a quota (-1) has used none of it. */
  async percentUsed(): Promise<number> {
    const { Max24HourSend = 0, SentLast24Hours = 0 } = await ses.send(new GetSendQuotaCommand({}), {
      abortSignal: AbortSignal.timeout(2000),
    })
    return Max24HourSend > 0 ? Math.round((100 * SentLast24Hours) / Max24HourSend) : 0
  },
})
