import type { Adapters } from '../../../adapters/adapters.ts'
import type { TrailEvent } from '../../../domain/records/trail.ts'
import type { Standing } from '../../../domain/way/change.ts'
import { type OpenReferral, openToFacilitator } from '../../../domain/way/facilitator-says.ts'
import type { Referral } from '../../../domain/way/referral.ts'
import type { Answers } from '../../../views/form/answers.ts'
import type { Frame } from '../../../views/frame.ts'
import { findStanding } from '../standing/find-standing.ts'
import type { ChangeNeeds } from '../standing/write-change.ts'

export type FacilitatorNeeds = ChangeNeeds &
  Pick<Adapters, 'doorCodes' | 'links' | 'moment' | 'organisation' | 'part2Notice'>

/** What a leader sent, and the page it is answered on. */
export interface Visit {
  referralId: string
  frame: Frame
  sent: Answers
}

/** A referral whose leader may know of the person now. */
export interface OpenReferred {
  isOpen: true
  referral: OpenReferral
  standing: Standing
}

type Referred = OpenReferred | { isOpen: false; referral: Referral; standing: Standing }

/** Null for someone who was erased. */
export const findReferred = async (
  referralId: string,
  adapters: Pick<Adapters, 'intakes' | 'referrals'>,
): Promise<Referred | null> => {
  const found = await adapters.referrals.find(referralId)
  const standing = found && (await findStanding(found.intakeId, adapters))
  if (!standing) return null
  const open = openToFacilitator(standing)
  return open?.referralId === referralId
    ? { referral: open, standing, isOpen: true }
    : { referral: found, standing, isOpen: false }
}

/** What the trail keeps of a leader's visit, under the consent for this one group. */
export const facilitatorTrail = (
  { intakeId, groupId, consent }: Referral,
  event: TrailEvent,
  { trail, chance, clock }: Pick<Adapters, 'trail' | 'chance' | 'clock'>,
) =>
  trail.add({
    schema: 1,
    subjectId: intakeId,
    entryId: chance.newId(),
    at: clock.iso(),
    by: 'facilitator',
    event,
    codes: { groupId },
    consentVersion: consent?.textVersion ?? null,
  })
