import { deepEqual, ok } from 'node:assert/strict'

import fc from 'fast-check'
import * as z from 'zod/mini'

import { type Field, answersSchema } from '../../../domain/form/intake-form.ts'
import { type FormProblem, readIntakeForm } from '../../../domain/form/read-intake-form.ts'
import { recordsOf } from '../../../domain/form/records-of-form.ts'
import { submittedIntakeSchema } from '../../../domain/way/intake.ts'
import { problemSentence } from '../../../views/problem-sentence.ts'
import { problemWords } from '../../../views/words/problem-words.ts'
import { entry } from '../entry.ts'
import { coveringForms, rightForms } from '../forms.ts'
import { nearly, oddValue } from '../odd.ts'
import { branchesIn, branchesOf } from '../schema.ts'

const intakeParts = z.pick(submittedIntakeSchema, { request: true, safeContact: true, consent: true })
const words = [problemWords('en'), problemWords('es')]
const problems = ['required', 'format', 'not-known', 'too-long', 'alone', 'no-such-field']
// Object.keys forgets the names.
const fields = Object.keys(answersSchema.def.shape) as Field[]

/** Sentences by what they are about: thousands of forms are wrong about the same things. */
const said = new Set<string>()
const saysWhatIsWrong = (problem: FormProblem) => {
  const name = `${problem.problem} ${problem.field}`
  if (said.has(name)) return
  for (const one of words) ok(problemSentence(problem, one).length > 0, name)
  if (said.size < 1000) said.add(name)
}

interface Sent {
  sent: unknown
  isRight: boolean
}

const right = (sent: unknown): Sent => ({ sent, isRight: true })
const wrong = (sent: unknown): Sent => ({ sent, isRight: false })

const give = ({ sent, isRight }: Sent) => {
  const read = readIntakeForm(sent)
  if ('problems' in read) {
    ok(!isRight, `A form that is right is refused: ${JSON.stringify(read.problems)}`)
    ok(read.problems.length > 0)
    read.problems.forEach(saysWhatIsWrong)
    return read.problems.flatMap(({ field, problem }) => [`refused: ${field}`, `refused for: ${problem}`])
  }
  // What is accepted has to be readable for whoever takes it from the queue.
  const records = JSON.parse(JSON.stringify(recordsOf(read.form, '2026-11-23T17:00:00.000Z', 'you')))
  deepEqual(z.parse(intakeParts, records), records)
  ok(records.request.name.isWellFormed() && !/[\p{Cc}\u202A-\u202E]/u.test(records.request.name))
  // The person's own answers, read from what the schema made of them, say less than what was typed.
  return isRight ? branchesIn(answersSchema, sent) : []
}

/** Each answer of a form, and the form: what the one schema of the form and of JSON makes of anything. */
export const readingForms = () =>
  entry<Sent>({
    share: 28,
    first: [
      ...coveringForms.map(right),
      ...fields.map((field) => wrong({ ...coveringForms[0], [field]: { no: 1 } })),
      wrong({ ...coveringForms[0], zip: '00000', contact: ['none', 'email'] }),
    ],
    inputs: fc.oneof(
      { weight: 3, arbitrary: rightForms.map(right) },
      { weight: 6, arbitrary: nearly(rightForms).map(wrong) },
      { weight: 1, arbitrary: oddValue.map(wrong) },
    ),
    mustReach: [
      ...branchesOf(answersSchema),
      ...fields.map((field) => `refused: ${field}`),
      ...problems.map((problem) => `refused for: ${problem}`),
    ],
    give,
  })
