import * as z from 'zod/mini'

/** Who has to move next. */
const ownerSchema = z.enum(['staff', 'person', 'facilitator'])

/**
 * What has to happen next. A staff task is a next action and nothing else; each has words in views/words.
 *
 * - `read-first`: the person may not be safe.
 * - `review-referral`: a place is held; a member of staff looks at the choice before the person is asked.
 * - `find-another-way`: the machine could not, or may not, place this person.
 * - `read-form`: the machine suggested open meetings, or looks for a place by itself; a person still reads every form.
 * - `tell-by-phone`: we may call this person but not e-mail them.
 * - `reach-another-way`: an e-mail could not be delivered, or may not be sent.
 * - `read-changes`: the form was sent again with other answers.
 */
export const actionSchema = z.enum([
  'read-first',
  'review-referral',
  'find-another-way',
  'read-form',
  'tell-by-phone',
  'reach-another-way',
  'read-changes',
])

/** `dueAt` is what was promised and never moves while the action stands, so that lateness can be seen. */
export const nextActionSchema = z.object({
  owner: ownerSchema,
  action: actionSchema,
  dueAt: z.iso.datetime(),
})

export type Action = z.infer<typeof actionSchema>
export type NextAction = z.infer<typeof nextActionSchema>
