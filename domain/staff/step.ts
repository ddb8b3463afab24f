import * as z from 'zod/mini'

import { severalLines } from '../form/typed-text.ts'
import { ruleSchema } from '../matching/decision.ts'
import { revocable } from '../person/consent.ts'
import { eraseReasons } from '../person/erasure.ts'
import { closeReasons, contactChannels } from '../way/intake.ts'
import { staffDeclineReasons } from '../way/referral.ts'
import { canBeDone } from '../way/steps/contact.ts'

export const noteLetters = 2000

/** What a form of the console can be wrong about. Each has words in views/words/staff-steps.ts. */
const stepProblems = ['required', 'format', 'too-long', 'past', 'too-far-ahead', 'not-ticked'] as const
type Problem = (typeof stepProblems)[number]

const problem = (code: Problem) => ({ error: code })
const required = problem('required')

const oneOf = <T extends readonly [string, ...string[]]>(answers: T) => z.enum(answers, required)
const yesOrNo = z.pipe(
  z.enum(['yes', 'no'], required),
  z.transform((answer) => answer === 'yes'),
)
const typedLine = z._default(z.string().check(z.maxLength(40, problem('too-long'))), '')

/**
 * Everything that staff can do on someone's page, with what each needs to be told. The names stand in forms and in the
 * address after a decision, so they hold nothing of anybody.
 */
export const stepSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('offer') }),
  z.object({ step: z.literal('decline'), because: oneOf(staffDeclineReasons) }),
  z.object({
    step: z.literal('other-group'),
    groupId: z.string(required),
    /** The rules that this group does not meet, as the member of staff has read and ticked them. */
    know: z._default(z.array(ruleSchema, problem('format')), []),
  }),
  z.object({ step: z.literal('wait') }),
  z.object({ step: z.literal('look-again') }),
  z.object({ step: z.literal('attempt'), channel: oneOf(contactChannels) }),
  z.object({ step: z.literal('give-up') }),
  z.object({
    step: z.literal('note'),
    text: z.pipe(
      z.pipe(
        z.string(required).check(z.maxLength(10 * noteLetters, problem('too-long'))),
        z.transform(severalLines),
      ),
      z.string().check(z.minLength(1, required), z.maxLength(noteLetters, problem('too-long'))),
    ),
  }),
  z.object({ step: z.literal('done'), action: oneOf(canBeDone) }),
  z.object({ step: z.literal('say-yes'), share: yesOrNo }),
  z.object({ step: z.literal('say-no'), another: yesOrNo }),
  z.object({
    step: z.literal('first-session'),
    /** A coming session by its moment, or `other` with a day and a time by the group's own clock. */
    session: z.string(required),
    date: typedLine,
    time: typedLine,
  }),
  z.object({ step: z.literal('came') }),
  z.object({ step: z.literal('missed') }),
  z.object({ step: z.literal('leave'), another: yesOrNo }),
  z.object({ step: z.literal('use-changes') }),
  z.object({ step: z.literal('keep-first') }),
  z.object({ step: z.literal('close'), because: oneOf(closeReasons) }),
  z.object({ step: z.literal('stop-contact') }),
  z.object({ step: z.literal('take-back'), purpose: oneOf(revocable) }),
  z.object({ step: z.literal('withdraw') }),
  z.object({ step: z.literal('erase'), because: oneOf(eraseReasons) }),
])

export type StaffStep = z.infer<typeof stepSchema>
export type StepName = StaffStep['step']

export interface StepProblem {
  field: string
  problem: Problem
}

/** Every step by its name. */
export const stepNames: StepName[] = stepSchema.def.options.flatMap(({ def }) => def.shape.step.def.values)

const isStepName = (name: string | undefined): name is StepName => stepNames.some((one) => one === name)

export const readStepName = (name: string | undefined): StepName | null => (isStepName(name) ? name : null)

const isProblem = (message: string): message is Problem => stepProblems.some((one) => one === message)

/** Fields that can be ticked more than once; of any other the first answer counts. */
const several: ReadonlySet<string> = new Set(['know'])

/** Reads a form of the console; at most one problem a field. A step that we do not have is a problem of `step`. */
export const readStaffStep = (
  sent: Readonly<Record<string, readonly string[]>>,
): { step: StaffStep } | { problems: StepProblem[] } => {
  if (!isStepName(sent['step']?.[0])) return { problems: [{ field: 'step', problem: 'required' }] }
  const fields = Object.entries(sent).map(([name, values]) => [name, several.has(name) ? values : values[0]])
  const read = stepSchema.safeParse(Object.fromEntries(fields))
  if (read.success) return { step: read.data }
  const first = new Map<string, Problem>()
  for (const { path, message } of read.error.issues) {
    const field = String(path[0] ?? 'step')
    if (!first.has(field)) first.set(field, isProblem(message) ? message : 'format')
  }
  return { problems: [...first].map(([field, problem]) => ({ field, problem })) }
}
