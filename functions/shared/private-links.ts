const day = 24 * 3_600_000

/** A status link lives as long as we keep an intake: twelve months after the end, and a month to spare. */
const statusLinkDays = 400

/** Ends counted from the day of receipt, so that a form sent twice in a day shows the same link twice. */
export const statusLinkEnd = (receivedAt: string) =>
  Math.floor(Date.parse(receivedAt) / day) * day + statusLinkDays * day

/** The day a status link's intake was received. */
export const receivedDayOf = (expiresAtMs: number) => expiresAtMs - statusLinkDays * day

/** The confirmation shows the code once; on a shared computer its address must soon be worth nothing. */
const sentLinkMinutes = 30

export const sentLinkEnd = (receivedAt: string) => Date.parse(receivedAt) + sentLinkMinutes * 60_000
