import * as z from 'zod/mini'

/** Who has to move next. */
const ownerSchema = z.enum(['staff', 'person', 'facilitator'])

/**
 * What staff can have to do; each has words in views/words/staff.ts. What would be missed most if something else stood
 * before it comes first.
 *
 * - `read-first`: the person may not be safe.
 * - `help-now`: the person answered a check-in with "I need help now".
 * - `read-changes`: the form was sent again with other answers.
 * - `read-wishes`: the person changed on their page how they may be reached, or took back what they had agreed to.
 * - `reach-another-way`: an e-mail could not be delivered, or may not be sent.
 * - `check-restored`: the request came back from a back-up, and more may have happened since than stands there.
 * - `tell-by-phone`: we may call this person but not e-mail them, and there is something to tell.
 * - `call-person`: the person answered a check-in with "I could use a call".
 * - `call-after-missed`: the person did not come to a session.
 * - `check-in-by-phone`: a check-in is due with someone whom we may only call.
 * - `arrange-first-session`: the person said yes, and the group's leader is not told by us.
 * - `reach-facilitator`: a facilitator has not answered in time.
 * - `review-referral`: a place is held; a member of staff looks at the choice before the person is asked.
 * - `find-another-way`: the machine could not, or may not, place this person.
 * - `say-who-came`: whether the person came to the first session; for staff where no facilitator is told.
 * - `read-form`: the machine suggested open meetings, or looks for a place by itself; a person still reads every form.
 */
export const staffActions = [
  'read-first',
  'help-now',
  'read-changes',
  'read-wishes',
  'reach-another-way',
  'check-restored',
  'tell-by-phone',
  'call-person',
  'call-after-missed',
  'check-in-by-phone',
  'arrange-first-session',
  'reach-facilitator',
  'say-who-came',
  'review-referral',
  'find-another-way',
  'read-form',
] as const

/**
 * - `answer-offer`: the person says yes or no to a place, by private link or by phone.
 * - `confirm-referral`: a facilitator says yes with a day for the first session, or no.
 */
export const actionSchema = z.enum([...staffActions, 'answer-offer', 'confirm-referral'])

/** `dueAt` is what was promised and never moves while the action stands, so that lateness can be seen. */
export const nextActionSchema = z.object({
  owner: ownerSchema,
  action: actionSchema,
  dueAt: z.iso.datetime(),
  /** When the sweeper looks: to remind, or to go on without. Absent: when it is due. Null: it has done what it can. */
  lookAt: z.optional(z.nullable(z.iso.datetime())),
  /** How often its owner was reminded. */
  reminders: z.optional(z.int()),
})

export type StaffAction = (typeof staffActions)[number]
export type Action = z.infer<typeof actionSchema>
export type NextAction = z.infer<typeof nextActionSchema>

export const lookAtOf = ({ lookAt, dueAt }: NextAction) => (lookAt === undefined ? dueAt : lookAt)
