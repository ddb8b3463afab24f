import * as z from 'zod/mini'

import { sesReportSchema } from '../adapters/ses-report.ts'
import { emailNudgeSchema } from '../domain/letters/email-nudge.ts'
import { intakeMessageSchema } from '../domain/way/intake-message.ts'
import type { QueueName } from '../functions/triggers.ts'

/** What may be said of a message that was set aside: its kind and ids, and never what a person wrote. */
export interface Contents {
  kind: string
  /** Whom or what it is about, by ids; null when not even that can be read. */
  concerns: string | null
  /** Why today's functions cannot read it; null when they can. */
  unreadableBecause: string | null
}

const readable = (kind: string, concerns: string): Contents => ({ kind, concerns, unreadableBecause: null })

/** What each queue's function makes of a message that it can read (functions/triggers.ts says which function). */
const read: Record<QueueName, (message: unknown) => Contents> = {
  intakes: (message) => {
    const found = z.parse(intakeMessageSchema, message)
    switch (found.kind) {
      case 'submitted':
        return readable(found.kind, `intake ${found.intake.intakeId} (${found.intake.reference})`)
      case 'again':
        return readable(found.kind, `intake ${found.intakeId}`)
      case 'place-freed':
        return readable(found.kind, `group ${found.groupId}`)
    }
  },
  emails: (message) => {
    const { template, subjectId } = z.parse(emailNudgeSchema, message)
    return readable(
      'nudge',
      subjectId === 'staff' ? `e-mail ${template}` : `e-mail ${template} about intake ${subjectId}`,
    )
  },
  'ses-events': (message) => {
    const { eventType, mail } = z.parse(sesReportSchema, message)
    return readable('report', `${eventType} of e-mail ${mail.tags.emailId?.[0] ?? 'unknown'}`)
  },
}

/** The parts of any message of ours that are ids, each for itself: enough to find the person a broken one is about. */
const traces = {
  intake: z.object({ intake: z.object({ intakeId: z.uuid() }) }),
  intakeId: z.object({ intakeId: z.uuid() }),
  subjectId: z.object({ subjectId: z.uuid() }),
}

const traceOf = (message: unknown): string | null => {
  const submitted = traces.intake.safeParse(message)
  if (submitted.success) return `intake ${submitted.data.intake.intakeId}`
  const again = traces.intakeId.safeParse(message)
  if (again.success) return `intake ${again.data.intakeId}`
  const nudge = traces.subjectId.safeParse(message)
  return nudge.success ? `intake ${nudge.data.subjectId}` : null
}

const kinds = z.object({ kind: z.enum(['submitted', 'again', 'place-freed']) })
const versions = z.object({ schema: z.int() })

/** Names of fields are ours; what stands in them is not said. */
const reasonOf = (message: unknown, failure: unknown) => {
  const version = versions.safeParse(message)
  if (version.success && version.data.schema !== 1)
    return `it is of version ${version.data.schema}, and this version reads 1`
  const path = failure instanceof z.core.$ZodError ? failure.issues[0]?.path.join('.') : undefined
  return path
    ? `${path} is not what this version knows`
    : 'it is none of the messages that this version knows'
}

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** Reads a message as its function would, and says of one that cannot be read what can still be said. */
export const contentsOf = (queue: QueueName, body: string): Contents => {
  const message = parsed(body)
  if (message === undefined) return { kind: 'unknown', concerns: null, unreadableBecause: 'it is not JSON' }
  try {
    return read[queue](message)
  } catch (failure) {
    const known = kinds.safeParse(message)
    return {
      kind: known.success ? known.data.kind : 'unknown',
      concerns: traceOf(message),
      unreadableBecause: reasonOf(message, failure),
    }
  }
}
