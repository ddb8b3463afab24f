import * as z from 'zod/mini'

import { submittedIntakeSchema } from './intake.ts'

/** What the intakes queue carries: a person's form, or the order to look again for someone who waits. */
export const intakeMessageSchema = z.discriminatedUnion('kind', [
  z.object({ schema: z.literal(1), kind: z.literal('submitted'), intake: submittedIntakeSchema }),
  z.object({
    schema: z.literal(1),
    kind: z.literal('again'),
    intakeId: z.uuid(),
    because: z.enum(['time-to-look']),
    /** Groups that must not be chosen again. */
    excluding: z.array(z.string()),
  }),
])

export type IntakeMessage = z.infer<typeof intakeMessageSchema>
