import { timingSafeEqual } from 'node:crypto'

import type { Adapters } from '../../../adapters/adapters.ts'
import type { Intake } from '../../../domain/way/intake.ts'

type Needs = Pick<Adapters, 'clock' | 'chance' | 'identifiers' | 'intakes' | 'trail' | 'commit'>

/** Of 10,000 codes: someone who holds the link and does not know the code finds it once in a thousand. */
const maxCodeMisses = 10

/** `again`: someone else wrote the row at this moment, so the try could not be counted and was not looked at. */
export type CodeCheck =
  | { is: 'right' }
  | { is: 'locked' }
  | { is: 'missing' }
  | { is: 'again' }
  | { is: 'wrong'; triesLeft: number }

const isSameCode = (typed: string, code: string) =>
  typed.length === code.length && timingSafeEqual(Buffer.from(typed), Buffer.from(code))

const noteCode = (intake: Intake, codeMisses: number, { intakes, trail, clock, chance, commit }: Needs) =>
  commit([
    intakes.change(intake, { ...intake, codeMisses }),
    trail.add({
      schema: 1,
      subjectId: intake.intakeId,
      entryId: chance.newId(),
      at: clock.iso(),
      by: 'person',
      event: codeMisses === 0 ? 'details-seen' : 'details-refused',
      codes: {},
      consentVersion: null,
    }),
  ])

/** Whether whoever holds the link knows the code as well. Tries that do not are counted, over all links of one person. */
export const checkCode = async (
  intake: Intake,
  typedCode: string | undefined,
  adapters: Needs,
): Promise<CodeCheck> => {
  if (intake.codeMisses >= maxCodeMisses) return { is: 'locked' }
  const typed = (typedCode ?? '').replace(/\D/g, '')
  if (typed === '') return { is: 'missing' }
  const isRight = isSameCode(typed, await adapters.identifiers.codeOf(intake.intakeId))
  const codeMisses = isRight ? 0 : intake.codeMisses + 1
  // A try that cannot be counted is not answered: else guesses sent at the same time would be free.
  if ((await noteCode(intake, codeMisses, adapters)) !== 'committed') return { is: 'again' }
  return isRight ? { is: 'right' } : { is: 'wrong', triesLeft: maxCodeMisses - codeMisses }
}
