import { connect, openOutside } from '../../adapters/outside.ts'
import * as parts from '../../adapters/parts.ts'
import type { Moment } from '../../domain/time/moment.ts'
import type { Change, Standing } from '../../domain/way/change.ts'
import { findStandingWithGroup } from '../../functions/shared/standing/find-standing.ts'
import { type Actor, writeChange } from '../../functions/shared/standing/write-change.ts'
import type { Product } from './product.ts'

const staff: Actor = { is: 'staff', staffId: 'ada' }

/** Takes a step for somebody, as the console and the private links do: reads, decides, writes. */
export const takeStep = async (
  product: Product,
  reference: string,
  decide: (standing: Standing, moment: Moment) => Change | null,
  by: Actor = staff,
) => {
  const adapters = connect(openOutside(product.aws.settings, product.world), parts)
  const intake = await adapters.intakes.findByReference(reference)
  const standing = intake && (await findStandingWithGroup(intake.intakeId, adapters))
  const change = standing && decide(standing, adapters.moment())
  if (!standing || !change) throw new Error(`The step cannot be taken now: ${intake?.state}.`)
  const result = await writeChange(standing, change, by, adapters)
  if (result !== 'done') throw new Error(`The step was not written: ${result}.`)
}
