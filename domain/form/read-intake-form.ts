import type * as z from 'zod/mini'

import { type IntakeForm, type Problem, answersSchema, intakeFormSchema } from './intake-form.ts'

/** `field` is a name of the form, or what an unknown answer called itself. */
export interface FormProblem {
  field: string
  problem: Problem
}

const problems: readonly string[] = [
  'required',
  'format',
  'not-known',
  'too-long',
  'alone',
  'no-such-field',
] satisfies Problem[]
const isProblem = (message: string): message is Problem => problems.includes(message)

/** At most one problem a field, in the order of the questions. */
export const problemsIn = ({ issues }: z.core.$ZodError): FormProblem[] => {
  const first = new Map<string, Problem>()
  for (const issue of issues) {
    const fields = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0] ?? 'form')]
    const problem =
      issue.code === 'unrecognized_keys'
        ? 'no-such-field'
        : isProblem(issue.message)
          ? issue.message
          : 'format'
    for (const field of fields) if (!first.has(field)) first.set(field, problem)
  }
  const order: readonly string[] = [...Object.keys(answersSchema.def.shape), ...first.keys()]
  return [...first]
    .map(([field, problem]) => ({ field, problem }))
    .toSorted((one, other) => order.indexOf(one.field) - order.indexOf(other.field))
}

/** Reads what was sent. */
export const readIntakeForm = (sent: unknown): { form: IntakeForm } | { problems: FormProblem[] } => {
  const read = intakeFormSchema.safeParse(sent)
  return read.success ? { form: read.data } : { problems: problemsIn(read.error) }
}
