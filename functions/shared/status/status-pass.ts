import type { Adapters } from '../../../adapters/adapters.ts'
import { passEnd } from '../private-links.ts'

type Needs = Pick<Adapters, 'clock' | 'links'>

/** Stands in a form of ours, never in an address: whoever sends it has lately shown that they know the code. */
export const signStatusPass = (intakeId: string, { clock, links }: Needs) =>
  links.sign('status-pass', intakeId, passEnd(clock.now()))

export const isStatusPass = async (intakeId: string, pass: string, { links }: Pick<Needs, 'links'>) => {
  const read = await links.read('status-pass', pass)
  return typeof read !== 'string' && read.id === intakeId
}
