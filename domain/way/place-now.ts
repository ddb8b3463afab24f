import { mailableAddress, mustBePlain } from '../person/safe-contact.ts'
import { type Standing, facilitatorKnows } from './change.ts'
import { holdsPlace } from './referral.ts'

/** The place that someone has now, as far as they have to know of it to decide what they do next. */
export interface PlaceNow {
  group: string
  /** `proposed`: they have not been asked yet; `yours`: they said yes. */
  is: 'proposed' | 'offered' | 'yours'
  keptUntil: string | null
  leaderKnows: boolean
  /** It stands in their calendar, and a note can take it out. */
  isInCalendar: boolean
}

export const placeNow = ({ intake, referral }: Pick<Standing, 'intake' | 'referral'>): PlaceNow | null => {
  if (referral === null || !holdsPlace(referral.state)) return null
  const { state, suggestion, next, invitations } = referral
  const is = state === 'proposed' || state === 'offered' ? state : 'yours'
  const { safeContact } = intake
  return {
    group: suggestion.name,
    is,
    keptUntil: state === 'offered' ? (next?.dueAt ?? null) : null,
    leaderKnows: facilitatorKnows(referral),
    isInCalendar: invitations > 0 && mailableAddress(safeContact) !== null && !mustBePlain(safeContact),
  }
}
