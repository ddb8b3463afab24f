import { pricesPage } from '../../../views/staff/prices.ts'
import { type Answer, pageAnswer } from '../answer.ts'
import type { Request } from '../http-handler.ts'
import { log } from '../log.ts'
import type { SignedInStaff } from '../staff/as-staff.ts'
import { staffFrameOf } from '../staff/staff-frame.ts'
import type { ConsoleNeeds } from './console-needs.ts'

/** The prices as they were last set, old ones too: staff see what the machine goes by, and when it cannot. */
export const showPrices = async (
  member: SignedInStaff,
  request: Request,
  adapters: ConsoleNeeds,
): Promise<Answer> => {
  const { clock, directory, office, prices } = adapters
  const { rows, unread } = await directory.groups()
  if (unread > 0) log('groups-unreadable', { count: unread })
  return pageAnswer(
    200,
    pricesPage(staffFrameOf(request, adapters, member), {
      prices: await prices.find(),
      names: new Map(rows.map(({ groupId, name }) => [groupId, name])),
      now: clock.now(),
      timeZone: office.timeZone,
    }),
  )
}
