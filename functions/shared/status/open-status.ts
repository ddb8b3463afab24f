import type { Adapters } from '../../../adapters/adapters.ts'
import type { Language } from '../../../domain/person/language.ts'
import type { Standing } from '../../../domain/way/change.ts'
import { homeTimeZone } from '../../../domain/way/intake.ts'
import { type Stage, standingOf } from '../../../domain/way/stage.ts'
import type { Frame } from '../../../views/frame.ts'
import { linkClosed } from '../../../views/pages/message.ts'
import { readersZone } from '../../../views/session-line.ts'
import { pageAnswer } from '../answer.ts'
import { type Request, frameOf } from '../http-handler.ts'
import { receivedDayOf } from '../private-links.ts'
import { findStanding } from '../standing/find-standing.ts'

export type StatusNeeds = Pick<
  Adapters,
  'clock' | 'office' | 'organisation' | 'identifiers' | 'links' | 'intakes' | 'referrals' | 'tombstones'
>

/**
 * A form is stored within seconds, but one may wait in a queue or a dead-letter queue for 14 days each. A link older than
 * this with nothing behind it leads nowhere; tombstones, which say so sooner, live longer.
 */
const storedWithinMs = 28 * 24 * 3_600_000

export interface StatusView {
  frame: Frame
  intakeId: string
  standing: Standing | null
  reference: string
}

/** The same view of someone whose form is stored. */
export type StoredView = StatusView & { standing: Standing }

/** What a status link leads to: nothing, a form we have just received, or where a person stands. */
export const openStatus = async (
  request: Request,
  adapters: StatusNeeds,
  language?: Language,
): Promise<StatusView | null> => {
  const { links, tombstones, identifiers, clock } = adapters
  const link = await links.read('status', request.token)
  if (typeof link === 'string') return null
  const standing = await findStanding(link.id, adapters)
  const isOld = clock.now() - receivedDayOf(link.expiresAtMs) > storedWithinMs
  if (standing === null && (isOld || (await tombstones.has(link.id)))) return null
  return {
    frame: frameOf(request, adapters, language),
    intakeId: link.id,
    standing,
    reference: await identifiers.referenceOf(link.id),
  }
}

export const statusClosed = (request: Request, adapters: StatusNeeds) =>
  pageAnswer(404, linkClosed(frameOf(request, adapters)))

/** What staff promise is a day of theirs; when an offer ends, or a group meets, is by the clock of who goes there. */
const zoneOf = (stage: Stage, standing: Standing | null, office: string) => {
  if (!standing?.referral) return office
  const home = homeTimeZone(standing.intake, office)
  if (stage === 'offered') return home
  return stage === 'scheduled' || stage === 'begun' ? readersZone(standing.referral.suggestion, home) : office
}

export const stageFacts = (
  { standing, reference }: StatusView,
  { clock, office }: Pick<StatusNeeds, 'clock' | 'office'>,
) => {
  const stands = standingOf(standing, clock.instant(), office)
  return { ...stands, reference, timeZone: zoneOf(stands.stage, standing, office.timeZone) }
}
