import type { Adapters } from '../../../adapters/adapters.ts'
import {
  type Finding,
  type ReferralFacts,
  aboutEmail,
  aboutGroup,
  aboutIntake,
  aboutReferral,
  intakeFacts,
  referralFacts,
} from '../../../domain/records/reconcile.ts'

export type LookNeeds = Pick<Adapters, 'clock' | 'emails' | 'groups' | 'intakes' | 'referrals'>

/** A row that somebody writes to each time we look is being worked on: tomorrow is another night. */
const maxLooks = 5

const referralsNow = async (ids: Iterable<string>, { referrals }: LookNeeds): Promise<ReferralFacts[]> => {
  const found: ReferralFacts[] = []
  for (const id of new Set(ids)) {
    const referral = await referrals.find(id)
    if (referral) found.push(referralFacts(referral))
  }
  return found
}

const intakeNow = async (intakeId: string, adapters: LookNeeds) => {
  const intake = await adapters.intakes.find(intakeId)
  if (intake === null) return []
  const indexed = await adapters.referrals.ofIntake(intakeId)
  const ids = [...indexed.map(({ referralId }) => referralId), intake.referralId].filter((id) => id !== null)
  return aboutIntake(intakeFacts(intake), await referralsNow(ids, adapters), adapters.clock.iso())
}

const referralNow = async (referralId: string, adapters: LookNeeds) => {
  const referral = await adapters.referrals.find(referralId)
  if (referral === null) return []
  const intake = await adapters.intakes.find(referral.intakeId)
  return aboutReferral(referralFacts(referral), intake && intakeFacts(intake), adapters.clock.iso())
}

/** Counts while nobody takes a place or gives one back: the group is read before and after. */
const groupNow = async (groupId: string, adapters: LookNeeds) => {
  const { groups, referrals } = adapters
  for (let looks = 0; looks < maxLooks; looks += 1) {
    const before = await groups.find(groupId)
    const found = await referralsNow(await referrals.idsInGroup(groupId), adapters)
    const after = await groups.find(groupId)
    if (before?.placesTaken === after?.placesTaken) return aboutGroup(groupId, after, found)
  }
  return []
}

const emailNow = async (emailId: string, { emails, clock }: LookNeeds) => {
  const email = await emails.findById(emailId)
  return email ? aboutEmail(email, clock.iso()) : []
}

const now = async (finding: Finding, adapters: LookNeeds): Promise<Finding[]> => {
  const { code, intakeId = '', referralId = '', groupId = '', emailId = '' } = finding
  switch (code) {
    case 'intake-forgotten':
    case 'intake-not-swept':
    case 'place-not-held':
      return intakeNow(intakeId, adapters)
    case 'place-held-for-nobody':
    case 'referral-without-intake':
    case 'referral-not-swept':
      return referralNow(referralId, adapters)
    case 'group-missing':
    case 'places-miscounted':
      return groupNow(groupId, adapters)
    case 'email-stuck':
      return emailNow(emailId, adapters)
    case 'intake-unreadable':
    case 'referral-unreadable':
    case 'group-unreadable':
    case 'email-unreadable':
      return [finding]
  }
}

/** The same finding as it is now, from rows read whole and consistently; nothing, if it is none. */
export const lookAgain = async (finding: Finding, adapters: LookNeeds): Promise<Finding[]> =>
  (await now(finding, adapters)).filter(({ code }) => code === finding.code)
