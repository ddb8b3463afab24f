import * as z from 'zod/mini'

import type { Staff } from './staff.ts'

/** What a browser holds, sealed, while someone of staff is signed in. */
export const sessionSchema = z.object({
  staffId: z.string(),
  signedInAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
})

export type Session = z.infer<typeof sessionSchema>

/** A working day. After it, or after half an hour in which nobody pressed anything, someone else may sit there. */
const longestMs = 8 * 3_600_000
const idleMs = 30 * 60_000

/** Whether a session still lets its holder in: not too old, not left alone, and not ended everywhere. */
export const isLive = ({ signedInAt, seenAt }: Session, staff: Staff, nowMs: number): boolean =>
  nowMs - Date.parse(signedInAt) < longestMs &&
  nowMs - Date.parse(seenAt) < idleMs &&
  Date.parse(signedInAt) >= Date.parse(staff.sessionsValidFrom)

/**
 * The page that someone wanted before they had to sign in; the console's first page for anything that is not of the
 * console, that a browser would read as another place, or that would only sign in or out again.
 */
export const pageAfterSignIn = (wanted: string | undefined): string =>
  wanted !== undefined &&
  wanted.length <= 1000 &&
  /^\/staff([/?][\w.~%/?&=+:@,;!*'()-]*)?$/.test(wanted) &&
  !/\/\/|\/\.|%2e|%5c|^\/staff\/sign/i.test(wanted)
    ? wanted
    : '/staff'
