import type { Adapters } from '../../../adapters/adapters.ts'
import type { Page } from '../../../adapters/every-row.ts'
import type { Group } from '../../../domain/groups/group.ts'
import { type Facts, type Finding, intakeFacts, referralFacts } from '../../../domain/records/reconcile.ts'

type Needs = Pick<Adapters, 'emails' | 'groups' | 'intakes' | 'referrals'>

const findingOf = (
  code: Finding['code'],
  { intakeId, subjectId, referralId, groupId, emailId }: Record<string, string>,
): Finding => {
  const about = intakeId ?? subjectId
  return {
    code,
    ...(about && { intakeId: about }),
    ...(referralId && { referralId }),
    ...(groupId && { groupId }),
    ...(emailId && { emailId }),
  }
}

/** Reads a table to its end; keeps of each row what `factsOf` takes from it. */
const gather = async <Row, Kept>(
  pages: AsyncIterable<Page<Row>>,
  code: Finding['code'],
  factsOf: (row: Row) => Kept,
) => {
  const kept: Kept[] = []
  const unreadable: Finding[] = []
  for await (const { rows, unread } of pages) {
    kept.push(...rows.map(factsOf))
    unreadable.push(...unread.map((ids) => findingOf(code, ids)))
  }
  return { kept, unreadable }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

const groupFacts = ({ groupId, placesTaken, capacity, enrolment, status }: Group) => ({
  groupId,
  placesTaken,
  places: enrolment === 'places' && status === 'active' ? capacity : 0,
})

/** What the rules of domain/records/reconcile.ts are asked about: every row of four tables, and how many there are. */
export const readFacts = async ({ intakes, referrals, groups, emails }: Needs) => {
  const [ofIntakes, ofReferrals, ofGroups, ofEmails] = await Promise.all([
    gather(intakes.every(), 'intake-unreadable', intakeFacts),
    gather(referrals.every(), 'referral-unreadable', referralFacts),
    gather(groups.every(), 'group-unreadable', groupFacts),
    gather(emails.every(), 'email-unreadable', ({ emailId, subjectId, state, dueAt }) => ({
      emailId,
      subjectId,
      state,
      dueAt,
    })),
  ])
  const facts: Facts = {
    intakes: ofIntakes.kept,
    referrals: ofReferrals.kept,
    groups: ofGroups.kept,
    emails: ofEmails.kept,
    unreadable: [ofIntakes, ofReferrals, ofGroups, ofEmails].flatMap(({ unreadable }) => unreadable),
  }
  const counts = {
    intakes: facts.intakes.length,
    referrals: facts.referrals.length,
    groups: facts.groups.length,
    emails: facts.emails.length,
    places: sum(ofGroups.kept.map(({ places }) => places)),
    placesTaken: sum(ofGroups.kept.map(({ placesTaken }) => placesTaken)),
  }
  return { facts, counts }
}
