import { Temporal } from 'temporal-polyfill'

import type { Adapters } from '../../adapters/adapters.ts'
import { readBy } from '../../domain/way/promises.ts'
import { linkClosed } from '../../views/pages/message.ts'
import { sentPage } from '../../views/pages/sent.ts'
import { type Answer, pageAnswer } from './answer.ts'
import { type Request, frameOf } from './http-handler.ts'
import { statusAddress } from './private-links.ts'

type Needs = Pick<
  Adapters,
  'clock' | 'office' | 'organisation' | 'identifiers' | 'links' | 'site' | 'intakes' | 'tombstones'
>

/** The page after "Send": reference, private link and code, for half an hour. */
export const showConfirmation = async (request: Request, adapters: Needs): Promise<Answer> => {
  const { links, identifiers, intakes, tombstones, office, clock } = adapters
  const wording = request.query['for'] === 'them' ? 'they' : 'you'
  const asked = frameOf(request, adapters)
  const frame =
    wording === 'you' ? asked : { ...asked, otherLanguageHref: `${asked.otherLanguageHref}&for=them` }
  // Whether help comes first on this page must not wait for the queue: the link itself says it.
  const urgent = await links.read('sent-urgent', request.token)
  const link = typeof urgent === 'string' ? await links.read('sent', request.token) : urgent
  if (typeof link === 'string') return pageAnswer(404, linkClosed(frame))

  const { id: intakeId } = link
  if (await tombstones.has(intakeId)) return pageAnswer(404, linkClosed(frame))
  const isUrgent = link === urgent
  // The queue may not have been read yet: the page says what is true of every form we accepted.
  const receivedAt = (await intakes.find(intakeId))?.receivedAt ?? clock.iso()
  return pageAnswer(
    200,
    sentPage(frame, {
      reference: await identifiers.referenceOf(intakeId),
      statusUrl: await statusAddress({ intakeId, receivedAt, language: frame.language }, adapters),
      code: await identifiers.codeOf(intakeId),
      readBy: readBy(Temporal.Instant.from(receivedAt), isUrgent, office).toString(),
      timeZone: office.timeZone,
      isUrgent,
      wording,
    }),
  )
}
