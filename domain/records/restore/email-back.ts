import type { Email, EmailState } from '../../letters/email.ts'
import type { Back } from './verdict.ts'

/** How far a letter has gone. */
const howFar: Record<EmailState, number> = {
  pending: 0,
  sending: 1,
  sent: 2,
  cancelled: 3,
  failed: 3,
  delivered: 3,
  bounced: 4,
  complained: 4,
}

export const hasGoneFurther = (live: Email, restored: Email) =>
  howFar[live.state] > howFar[restored.state] || live.attempts > restored.attempts

/**
 * A letter as it comes back. One that had not gone out may have gone out since, and nobody can tell: it is never sent, and
 * staff see to it that whoever it was for still hears.
 */
export const emailBack = (restored: Email): Back<Email> => {
  if (restored.state !== 'pending' && restored.state !== 'sending')
    return { row: restored, because: 'as-it-was' }
  const isForStaff = restored.to === 'staff' || restored.to === 'supervisor'
  return {
    row: { ...restored, state: 'cancelled', cancelledBecause: 'restored', leaseUntil: null },
    because: isForStaff ? 'notice-cancelled' : 'letter-cancelled',
  }
}
