import type { Adapters } from '../../../adapters/adapters.ts'
import type { Intake } from '../../../domain/way/intake.ts'
import { readReference } from '../../../domain/way/reference.ts'
import { type Answer, seeOther } from '../answer.ts'
import type { Request } from '../http-handler.ts'

/** Whom a page or a decision is about. */
export type Subject = Pick<Intake, 'intakeId' | 'reference'>

/** What stands in an address where a reference belongs: `/staff/intakes/{reference}` and whatever is below it. */
export const typedReference = ({ path }: Pick<Request, 'path'>) => path.split('/')[3] ?? ''

/** Where the page of a request stands, and its parts below it. */
export const addressOf = ({ base }: Pick<Request, 'base'>, reference: string) =>
  `${base}/staff/intakes/${reference}`

/** The page of the request that an address is about; for what can be no reference, the page that says so. */
export const toItsPage = (request: Request): Answer => {
  const typed = typedReference(request)
  const reference = readReference(typed)
  return seeOther(
    reference === null
      ? `${request.base}/staff/intakes?${new URLSearchParams({ reference: typed }).toString()}`
      : addressOf(request, reference),
  )
}

/** The request that an address is about; null when there is none, or none any more. */
export const findSubject = async (
  request: Request,
  { intakes }: Pick<Adapters, 'intakes'>,
): Promise<Subject | null> => {
  const reference = readReference(typedReference(request))
  const intake = reference && (await intakes.findByReference(reference))
  return intake && intake.state !== 'erased' ? intake : null
}
