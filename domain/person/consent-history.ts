import { type Moment, isoOf } from '../time/moment.ts'
import type { Intake } from '../way/intake.ts'
import type { Referral } from '../way/referral.ts'
import type { Revocable } from './consent.ts'
import type { Language } from './language.ts'

/** One choice of a person about what they tell us: what it was, under which wording, and from when to when it stood. */
export interface Choice {
  purpose: 'keep' | Revocable | 'share-with-group'
  answer: 'yes' | 'no' | 'ask-first'
  /** Of `share-with-group`. */
  group: string | null
  textVersion: string
  language: Language
  givenAt: string
  takenBackAt: string | null
}

type Consents = Pick<Intake, 'consent' | 'consentsTakenBack'>

/** The choices made on the form, as they stand or stood. */
const ofForm = ({ consent, consentsTakenBack }: Consents): Choice[] => {
  const { textVersion, language, givenAt } = consent
  const made = { textVersion, language, givenAt, group: null }
  const standing = [
    { ...made, purpose: 'keep', answer: 'yes', takenBackAt: null },
    { ...made, purpose: 'share', answer: consent.share, takenBackAt: null },
    { ...made, purpose: 'check-in', answer: consent.checkIn ? 'yes' : 'no', takenBackAt: null },
  ] as const
  return standing.map((choice) => {
    const takenBack = consentsTakenBack.find(({ purpose }) => purpose === choice.purpose)
    return takenBack ? { ...takenBack, answer: 'yes', group: null } : choice
  })
}

const ofGroup = ({ consent, suggestion }: Referral): Choice[] => {
  if (consent === null) return []
  const { share, takenBackAt = null, textVersion, language, givenAt } = consent
  return [
    {
      purpose: 'share-with-group',
      answer: share || takenBackAt !== null ? 'yes' : 'no',
      group: suggestion.name,
      textVersion,
      language,
      givenAt,
      takenBackAt,
    },
  ]
}

/** Everything that a person agreed to or did not, on the form and for each group, with what became of it. */
export const consentHistory = (intake: Consents, referrals: readonly Referral[]): Choice[] => [
  ...ofForm(intake),
  ...referrals.flatMap(ofGroup),
]

/** The request without this consent. That it stood once, and until when, is kept. */
export const withTakenBack = <Row extends Consents>(row: Row, purpose: Revocable, { now }: Moment): Row => {
  const { textVersion, language, givenAt, share, checkIn } = row.consent
  const isGiven = purpose === 'share' ? share === 'yes' : checkIn
  if (!isGiven) return row
  return {
    ...row,
    consent: { ...row.consent, ...(purpose === 'share' ? { share: 'ask-first' } : { checkIn: false }) },
    consentsTakenBack: [
      ...row.consentsTakenBack,
      { purpose, textVersion, language, givenAt, takenBackAt: isoOf(now) },
    ],
  }
}
