import { Temporal } from 'temporal-polyfill'
import * as z from 'zod/mini'

import { type Office, isWorkingDay } from '../time/working-days.ts'

/**
 * What a person can answer when asked how it goes. `another-group`: not going any more, and looking for another one;
 * `not-going`: and that is fine. `stop`: no more of these questions.
 */
export const checkInAnswers = [
  'going-well',
  'could-use-a-call',
  'another-group',
  'not-going',
  'need-help-now',
  'stop',
] as const

const checkInAnswerSchema = z.enum(checkInAnswers)

/** Why nobody is asked any more. */
const stoppedSchema = z.enum([
  'asked-to-stop',
  'went-quiet',
  'not-going',
  'address-refuses-mail',
  'plan-over',
  'request-ended',
])

/**
 * How someone is asked, over months, how it goes. Counted from the first session, or for open meetings from the day they
 * were suggested. At most one question is ever open.
 */
export const followUpSchema = z.object({
  anchorAt: z.iso.datetime(),
  /** The next of the plan, in days from the anchor, and the moment it is due; null when nothing more comes. */
  next: z.nullable(z.object({ day: z.int(), askAt: z.iso.datetime() })),
  open: z.nullable(z.object({ day: z.int(), askedAt: z.iso.datetime() })),
  /** Questions in a row that were not answered. */
  unanswered: z.int(),
  answers: z.array(z.object({ day: z.int(), answer: checkInAnswerSchema, at: z.iso.datetime() })),
  stopped: z.nullable(stoppedSchema),
})

export type CheckInAnswer = z.infer<typeof checkInAnswerSchema>
export type FollowUp = z.infer<typeof followUpSchema>
export type StoppedBecause = z.infer<typeof stoppedSchema>

/** Days counted from the anchor, in order. The day before (-1) is a reminder; the others are questions. */
export type Cadence = readonly number[]

/** After this many questions without an answer we do not ask again: silence is an answer too (journey, "Mails"). */
const maxUnanswered = 2

const askingHour = 10
/** Nobody is written to at night: not before nine, not after six, by the clock on their own wall. */
const askingHours = { from: 9, until: 18 } as const

const iso = (instant: Temporal.Instant) => instant.toString({ smallestUnit: 'millisecond' })

/** The clock on the person's own wall, and the days on which staff are away. */
type Calendar = Office

/** Questions go out on working days, when someone is there if the answer is "I could use a call". */
const isDayFor = (day: number, date: Temporal.PlainDate, calendar: Calendar) =>
  day < 0 || isWorkingDay(date, calendar)

const atAskingHour = (day: number, from: Temporal.PlainDate, calendar: Calendar): Temporal.Instant => {
  let date = from
  while (!isDayFor(day, date, calendar)) date = date.add({ days: 1 })
  return date.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: { hour: askingHour } }).toInstant()
}

const askAt = (anchorAt: string, day: number, calendar: Calendar) =>
  atAskingHour(
    day,
    Temporal.Instant.from(anchorAt).toZonedDateTimeISO(calendar.timeZone).toPlainDate().add({ days: day }),
    calendar,
  )

const nextOf = (anchorAt: string, cadence: Cadence, calendar: Calendar, after: Temporal.Instant) => {
  const coming = cadence
    .map((day) => ({ day, at: askAt(anchorAt, day, calendar) }))
    .find(({ at }) => Temporal.Instant.compare(at, after) > 0)
  return coming ? { day: coming.day, askAt: iso(coming.at) } : null
}

/** A plan that begins now. Days that have passed already are left out. */
export const planFollowUp = (
  anchorAt: string,
  cadence: Cadence,
  calendar: Calendar,
  now: Temporal.Instant,
): FollowUp =>
  ended({
    anchorAt,
    next: nextOf(anchorAt, cadence, calendar, now),
    open: null,
    unanswered: 0,
    answers: [],
    stopped: null,
  })

export const stopFollowUp = (followUp: FollowUp | null, stopped: StoppedBecause): FollowUp | null =>
  followUp && { ...followUp, next: null, open: null, stopped: followUp.stopped ?? stopped }

const isGoodMoment = (day: number, now: Temporal.ZonedDateTime, calendar: Calendar) =>
  isDayFor(day, now.toPlainDate(), calendar) && now.hour >= askingHours.from && now.hour < askingHours.until

/**
 * What the sweeper does when the next of a plan is due: asks it, waits for a better hour, or stops asking someone who has
 * gone quiet. Of several that have become due at once only the last is asked.
 */
export const askNext = (
  followUp: FollowUp,
  cadence: Cadence,
  calendar: Calendar,
  now: Temporal.Instant,
): { followUp: FollowUp; asks: number | null } => {
  const { next, anchorAt } = followUp
  if (next === null) return { followUp: lapsed(followUp, now), asks: null }
  const local = now.toZonedDateTimeISO(calendar.timeZone)
  const due = cadence.filter(
    (day) => day >= next.day && Temporal.Instant.compare(askAt(anchorAt, day, calendar), now) <= 0,
  )
  const day = due.at(-1) ?? next.day
  // A reminder for tomorrow is no use once tomorrow is over.
  const isStale = day < 0 && anchorAt <= iso(now)
  const coming = nextOf(anchorAt, cadence, calendar, now)
  if (isStale) return { followUp: ended({ ...followUp, next: coming }), asks: null }

  const unanswered = followUp.unanswered + (followUp.open ? 1 : 0)
  if (unanswered >= maxUnanswered)
    return {
      followUp: { ...followUp, next: null, open: null, unanswered, stopped: 'went-quiet' },
      asks: null,
    }
  if (!isGoodMoment(day, local, calendar)) {
    const later = local.hour < askingHours.from ? local.toPlainDate() : local.toPlainDate().add({ days: 1 })
    return {
      followUp: { ...followUp, next: { day, askAt: iso(atAskingHour(day, later, calendar)) } },
      asks: null,
    }
  }
  const open = day < 0 ? followUp.open : { day, askedAt: iso(now) }
  return { followUp: ended({ ...followUp, next: coming, open, unanswered }), asks: day }
}

/** The last question of a plan is not left open for ever. */
const lastStaysOpenDays = 14

const lastEndsAt = ({ askedAt }: NonNullable<FollowUp['open']>) =>
  Temporal.Instant.from(askedAt).add({ hours: 24 * lastStaysOpenDays })

const lapsed = (followUp: FollowUp, now: Temporal.Instant): FollowUp =>
  followUp.open && Temporal.Instant.compare(lastEndsAt(followUp.open), now) <= 0
    ? ended({ ...followUp, open: null, unanswered: followUp.unanswered + 1 })
    : followUp

/** When the sweeper has to look at a plan again; null when it is over. */
export const followUpLookAt = ({ next, open }: FollowUp) =>
  next?.askAt ?? (open ? iso(lastEndsAt(open)) : null)

/** A plan with nothing more to come and nothing open is over. */
const ended = (followUp: FollowUp): FollowUp =>
  followUp.next === null && followUp.open === null && followUp.stopped === null
    ? { ...followUp, stopped: 'plan-over' }
    : followUp

/** The same answer to the same question: a second press of the button, or a page that was loaded again. */
export const isSaidAgain = ({ open, answers }: FollowUp, answer: CheckInAnswer) =>
  open === null && answers.at(-1)?.answer === answer

/** More answers than any plan has questions; an older one makes room, so that the row can always be written. */
const maxAnswers = 50

/**
 * A plan whose due question may have been asked already: it counts as asked, for nobody is asked twice, and the plan goes
 * on with the first that is still to come.
 */
export const asIfAsked = (
  followUp: FollowUp,
  cadence: Cadence,
  calendar: Calendar,
  now: Temporal.Instant,
): FollowUp => {
  const { next, anchorAt } = followUp
  if (next === null || next.askAt > iso(now)) return followUp
  const open = next.day < 0 ? followUp.open : { day: next.day, askedAt: next.askAt }
  return ended({ ...followUp, open, next: nextOf(anchorAt, cadence, calendar, now) })
}

/** An answer closes the question that is open, or is a second thought about the last one. */
export const answerCheckIn = (followUp: FollowUp, answer: CheckInAnswer, now: Temporal.Instant): FollowUp => {
  const day = followUp.open?.day ?? followUp.answers.at(-1)?.day ?? 0
  const answered = {
    ...followUp,
    open: null,
    unanswered: 0,
    answers: isSaidAgain(followUp, answer)
      ? followUp.answers
      : [...followUp.answers, { day, answer, at: iso(now) }].slice(-maxAnswers),
  }
  if (answer === 'stop') return { ...answered, next: null, stopped: 'asked-to-stop' }
  if (answer === 'not-going' || answer === 'another-group')
    return { ...answered, next: null, stopped: 'not-going' }
  return ended(answered)
}
