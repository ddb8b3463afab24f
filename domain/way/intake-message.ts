import * as z from 'zod/mini'

import { submittedIntakeSchema } from './intake.ts'

/**
 * What the intakes queue carries: a person's form, the order to look again for someone who waits, or the news that a
 * group has a place for those who wait.
 */
export const intakeMessageSchema = z.discriminatedUnion('kind', [
  z.object({ schema: z.literal(1), kind: z.literal('submitted'), intake: submittedIntakeSchema }),
  z.object({
    schema: z.literal(1),
    kind: z.literal('again'),
    intakeId: z.uuid(),
    because: z.enum(['time-to-look']),
    /** Groups that must not be chosen again, beside those that the request itself names. */
    excluding: z.array(z.string()),
  }),
  z.object({ schema: z.literal(1), kind: z.literal('place-freed'), groupId: z.string() }),
])

export type IntakeMessage = z.infer<typeof intakeMessageSchema>
