import * as z from 'zod/mini'

import type { Adapters } from '../../../adapters/adapters.ts'
import type { Answers } from '../../../views/form/answers.ts'
import type { Request } from '../http-handler.ts'

type Needs = Pick<Adapters, 'clock' | 'seals'>

const tokenSchema = z.object({ staffId: z.string(), madeAt: z.iso.datetime() })

/** Longer than a session: who signs in again in another tab can still send what they typed in this one. */
const goodForMs = 12 * 3_600_000

/** Stands in every form of the console under the name `token`: only a page of ours, shown to this person, holds it. */
export const newFormToken = (staffId: string, { clock, seals }: Needs) =>
  seals.seal('form-token', { staffId, madeAt: clock.iso() })

/** Whose page a form was on, and whether that was long ago; null when it was on none of ours. */
export const readFormToken = async (form: Answers, { clock, seals }: Needs) => {
  const token = await seals.open('form-token', form['token']?.[0], tokenSchema)
  return token && { staffId: token.staffId, isOld: clock.now() - Date.parse(token.madeAt) >= goodForMs }
}

/** A form that a page of another site sent. Where the browser tells nothing, or hides it (`null`), the token decides. */
export const isFromElsewhere = async ({ headers }: Request, { site }: Pick<Adapters, 'site'>) => {
  const { 'sec-fetch-site': from = 'none', origin = 'null' } = headers
  if (from !== 'same-origin' && from !== 'none') return true
  return origin !== 'null' && origin !== new URL(await site.address()).origin
}
