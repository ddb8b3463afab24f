import type { CancelledBecause, Email } from './email.ts'
import type { Intake } from './intake.ts'
import type { Referral } from './referral.ts'
import { mailableAddress, mustBePlain } from './safe-contact.ts'

/** Whom an e-mail goes to, from what is true at the moment it is sent. */
export type Addressee =
  | { is: 'person'; address: string; isPlain: boolean; intake: Intake }
  | { is: 'staff'; address: string; intake: Intake; dueAt: string }
  | { is: 'another-address'; addressHash: string | null }
  | { is: 'nobody'; because: CancelledBecause }

const over: ReadonlySet<Intake['state']> = new Set(['withdrawn', 'closed', 'erased'])

/** Safe contact as it stands now decides; an e-mail about what is no longer so goes to nobody. */
export const addresseeOf = (
  { email, intake, referral }: { email: Email | null; intake: Intake | null; referral: Referral | null },
  staffAddress: string,
): Addressee => {
  if (email === null || intake === null) return { is: 'nobody', because: 'erased' }
  if (over.has(intake.state)) return { is: 'nobody', because: 'no-longer-true' }
  if (email.to === 'staff')
    return email.action === 'review-referral' && referral?.state !== 'proposed'
      ? { is: 'nobody', because: 'no-longer-true' }
      : { is: 'staff', address: staffAddress, intake, dueAt: (referral ?? intake).next?.dueAt ?? email.dueAt }

  const unread = intake.sentAgain.map(({ safeContact }) => safeContact)
  const address = mailableAddress(intake.safeContact)
  if (address === null || unread.some((one) => mailableAddress(one) !== address))
    return { is: 'nobody', because: 'not-safe-to-mail' }
  // The person gave another address since: limits are counted for that one.
  if (intake.emailHash !== email.addressHash) return { is: 'another-address', addressHash: intake.emailHash }
  return { is: 'person', address, isPlain: [intake.safeContact, ...unread].some(mustBePlain), intake }
}
