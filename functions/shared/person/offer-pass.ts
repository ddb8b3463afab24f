import type { Adapters } from '../../../adapters/adapters.ts'

type Needs = Pick<Adapters, 'clock' | 'links'>

/** After the code was given, the pages about one place ask for it again after this long. */
const passMinutes = 30

/** Stands in a form of ours, never in an address: whoever sends it has just shown that they know the code. */
export const signPass = (referralId: string, { clock, links }: Needs) =>
  links.sign('offer-pass', referralId, clock.now() + passMinutes * 60_000)

export const isPassFor = async (referralId: string, pass: string | undefined, { links }: Needs) => {
  const read = await links.read('offer-pass', pass ?? '')
  return typeof read !== 'string' && read.id === referralId
}
