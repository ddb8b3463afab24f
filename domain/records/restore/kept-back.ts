import type { Staff } from '../../staff/staff.ts'
import type { Back } from './verdict.ts'

/** A member of staff comes back without their sessions: whichever were ended since must stay ended. */
export const staffBack = (restored: Staff, now: string): Back<Staff> => ({
  row: { ...restored, sessionsValidFrom: now },
  because: 'signs-in-again',
})

/** A row that DynamoDB would remove by itself comes back only while it still counts. */
export const backWhileItCounts = <Row extends { expiresAt?: number | undefined }>(
  restored: Row,
  nowMs: number,
): Back<Row> =>
  restored.expiresAt !== undefined && restored.expiresAt * 1000 <= nowMs
    ? { row: null, because: 'runs-out' }
    : { row: restored, because: 'as-it-was' }
