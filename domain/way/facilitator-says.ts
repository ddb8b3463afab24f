import { Temporal } from 'temporal-polyfill'

import { type Moment, isoOf } from '../time/moment.ts'
import { type Change, type Standing, facilitatorKnows } from './change.ts'
import type { Referral, ReferralState, groupDeclineReasons } from './referral.ts'
import { came, leave, missed, setFirstSession } from './steps/attendance.ts'
import { decline } from './steps/place.ts'

export type GroupDeclineReason = (typeof groupDeclineReasons)[number]

/** What a group's leader can say of someone who was referred to them. */
export type FacilitatorSays =
  | { is: 'first-session'; at: string }
  | { is: 'declined'; because: GroupDeclineReason }
  | { is: 'came' }
  | { is: 'missed' }
  | { is: 'no-longer-comes' }

type Said = FacilitatorSays['is']

/** In these a leader who was told of a person still has to do with them. */
const openStates = [
  'accepted',
  'scheduled',
  'no-show',
  'attended',
] as const satisfies readonly ReferralState[]

export type OpenReferral = Referral & { state: (typeof openStates)[number] }

const isOpenState = (referral: Referral): referral is OpenReferral =>
  openStates.some((state) => state === referral.state)

/** The referral while its group's leader may know of the person: agreed to, not ended, and the one that holds a place now. */
export const openToFacilitator = ({ intake, referral }: Standing): OpenReferral | null =>
  referral &&
  facilitatorKnows(referral) &&
  isOpenState(referral) &&
  intake.state !== 'withdrawn' &&
  intake.state !== 'erased'
    ? referral
    : null

/** Whether someone came can be said from the moment the session begins. */
const hasBegun = ({ firstSessionAt }: Referral, { now }: Moment) =>
  firstSessionAt !== null && Temporal.Instant.compare(Temporal.Instant.from(firstSessionAt), now) <= 0

const isSameMoment = (one: string | null, other: string) =>
  one !== null && Date.parse(one) === Date.parse(other)

/** The step that follows from what a leader says; null when it is not possible (any more). */
export const facilitatorStep = (standing: Standing, said: FacilitatorSays, moment: Moment): Change | null => {
  const referral = openToFacilitator(standing)
  if (referral === null) return null
  switch (said.is) {
    case 'first-session':
      return setFirstSession(standing, { at: said.at, by: 'facilitator' }, moment)
    case 'declined':
      return decline(standing, { because: said.because, by: 'facilitator' }, moment)
    case 'came':
      return hasBegun(referral, moment) ? came(standing, 'facilitator', moment) : null
    case 'missed':
      return hasBegun(referral, moment) ? missed(standing, 'facilitator', moment) : null
    case 'no-longer-comes':
      return leave(standing, { another: false, by: 'facilitator' }, moment)
  }
}

/** What is so already needs no step: a form that was sent twice changes nothing twice. */
export const isSaidAlready = ({ state, firstSessionAt, ended }: Referral, said: FacilitatorSays): boolean => {
  switch (said.is) {
    case 'first-session':
      return state === 'scheduled' && isSameMoment(firstSessionAt, said.at)
    case 'came':
      return state === 'attended'
    case 'missed':
      return state === 'no-show'
    case 'declined':
      return state === 'declined' && ended?.by === 'facilitator'
    case 'no-longer-comes':
      return state === 'completed' && ended?.by === 'facilitator'
  }
}

/** All that the leader can say now, found by asking each step. */
export const facilitatorMay = (standing: Standing, moment: Moment): ReadonlySet<Said> => {
  const all: FacilitatorSays[] = [
    { is: 'first-session', at: isoOf(moment.now) },
    { is: 'declined', because: 'other' },
    { is: 'came' },
    { is: 'missed' },
    { is: 'no-longer-comes' },
  ]
  return new Set(all.filter((said) => facilitatorStep(standing, said, moment) !== null).map(({ is }) => is))
}
