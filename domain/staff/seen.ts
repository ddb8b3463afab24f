import type { Standing } from '../way/change.ts'

/**
 * What a page has shown of where a person stands, as far as a decision rests on it. A form carries it: what staff decide
 * holds only while this is still so. What only reminds someone, or counts, changes nothing of it.
 */
export const seenOf = ({ intake, referral }: Pick<Standing, 'intake' | 'referral'>): string =>
  [
    intake.state,
    referral?.referralId ?? 'no-referral',
    referral?.state ?? 'no-referral',
    referral?.firstSessionAt ?? 'no-day',
    referral?.consent?.share ?? 'not-asked',
    intake.safeContact.askedAt,
    intake.sentAgain.length,
    intake.sentAgain.at(-1)?.receivedAt ?? 'first-answers',
  ].join('|')
