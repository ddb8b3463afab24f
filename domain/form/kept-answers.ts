import * as z from 'zod/mini'

/** A page that was promised to be cleared is never cleared sooner (WCAG 2.2.6), nor opened later. */
export const keptMinutes = 60

/**
 * Answers on their way through the question pages: the person's browser keeps them, sealed, and we keep nothing.
 * `answers` are as they were typed, by the names of the HTML form.
 */
export const keptAnswersSchema = z.object({
  schema: z.literal(1),
  /** From the first page on, so that a form that is sent twice is one form. */
  submissionId: z.uuid(),
  seenAt: z.iso.datetime(),
  /** Whether the help lines were shown after an answer that says the person is not safe. */
  helpSeen: z.boolean(),
  answers: z.record(z.string(), z.array(z.string())),
})

export type KeptAnswers = z.infer<typeof keptAnswersSchema>

export const isTimeOver = ({ seenAt }: Pick<KeptAnswers, 'seenAt'>, nowMs: number) =>
  nowMs - Date.parse(seenAt) >= keptMinutes * 60_000

/** How long pages stay closed in a browser whose person left: about as long as someone else looks at its screen. */
export const closedMinutes = 15
