import { type InboxRow, inboxRows } from '../../../domain/staff/inbox.ts'
import { inboxPage } from '../../../views/staff/inbox.ts'
import { type Answer, pageAnswer } from '../answer.ts'
import type { Request } from '../http-handler.ts'
import type { SignedInStaff } from '../staff/as-staff.ts'
import { staffFrameOf } from '../staff/staff-frame.ts'
import type { ConsoleNeeds } from './console-needs.ts'

/** Everything that waits for somebody, and how many rows of it could not be read. */
const readInbox = async ({ inbox, intakes, clock }: ConsoleNeeds) => {
  const [ofStaff, ...held] = await Promise.all([
    inbox.intakes('staff'),
    inbox.referrals('staff'),
    inbox.referrals('person'),
    inbox.referrals('facilitator'),
  ])
  const referrals = held.flatMap(({ rows }) => rows)
  const known = new Map(ofStaff.rows.map((intake) => [intake.intakeId, intake]))
  const others = await intakes.findEach(
    [...new Set(referrals.map(({ intakeId }) => intakeId))].filter((intakeId) => !known.has(intakeId)),
  )
  for (const intake of others.rows) known.set(intake.intakeId, intake)
  const pairs = referrals.flatMap((referral) => {
    const intake = known.get(referral.intakeId)
    return intake ? [{ intake, referral }] : []
  })
  return {
    rows: inboxRows(ofStaff.rows, pairs, clock.instant()),
    unread: [ofStaff, ...held, others].reduce((sum, { unread }) => sum + unread, 0),
  }
}

/** What staff have to do next. `wrongReference` is what someone typed to find a request, when it can be none. */
export const showInbox = async (
  member: SignedInStaff,
  request: Request,
  adapters: ConsoleNeeds,
  wrongReference: string | null = null,
): Promise<Answer> => {
  const { rows, unread } = await readInbox(adapters)
  const of = (owner: InboxRow['owner']) => rows.filter((row) => row.owner === owner)
  return pageAnswer(
    wrongReference === null ? 200 : 422,
    inboxPage(staffFrameOf(request, adapters, member), {
      tasks: of('staff'),
      withPerson: of('person'),
      withFacilitator: of('facilitator'),
      unread,
      wrongReference,
      now: adapters.clock.iso(),
      timeZone: adapters.office.timeZone,
    }),
  )
}
