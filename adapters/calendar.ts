import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventRepeatingFreq,
  ICalEventStatus,
  ICalWeekday,
  default as newCalendar,
} from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { tzlib_get_ical_block } from 'timezones-ical-library'

import type { Invitation } from '../domain/way/invitation.ts'

const weekdays = [
  ICalWeekday.MO,
  ICalWeekday.TU,
  ICalWeekday.WE,
  ICalWeekday.TH,
  ICalWeekday.FR,
  ICalWeekday.SA,
  ICalWeekday.SU,
]

/** Both have to be named, or a mail program shows a file and no appointment (RFC 5546, 3.2.2). */
interface Between {
  organizer: { name: string; email: string }
  attendee: string
}

/**
 * When the clocks of a zone change, as a VTIMEZONE: a calendar need not know the zone by its name. One that goes by
 * another's rules, as St. Thomas by Puerto Rico's, keeps its own name here, or the entry would refer to none.
 */
const clockChanges = (timeZone: string) =>
  String(tzlib_get_ical_block(timeZone, false)[0]).replace(/^TZID:.*$/m, `TZID:${timeZone}`)

/** How the entry is delivered: RFC 5546 names it twice, in the calendar and in the e-mail around it. */
export const methodOf = ({ isCancelled }: Invitation) =>
  isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST

/**
 * An appointment as iCalendar (RFC 5545). No alarm: a telephone that lights up on the table tells others. Private, so
 * that a shared calendar shows no more than that the hour is taken. Nobody reads answers, so none is asked for.
 */
export const calendarOf = (invitation: Invitation, { organizer, attendee }: Between, now: number): string => {
  const { uid, sequence, isCancelled, title, timeZone, durationMinutes, weekly, where } = invitation
  const start = Temporal.Instant.from(invitation.startsAt).toZonedDateTimeISO(timeZone)
  const weekday = weekdays[start.dayOfWeek - 1]
  const calendar = newCalendar({
    prodId: {
      company: 'appointments',
      product: 'appointments',
      language: invitation.language.toUpperCase(),
    },
    method: methodOf(invitation),
    // The zone belongs to the entry: given to the calendar as well, it would put DTSTAMP on a wall clock.
    timezone: { name: null, generator: clockChanges },
  })
  const entry = calendar.createEvent({
    id: uid,
    sequence,
    stamp: new Date(now),
    start,
    end: start.add({ minutes: durationMinutes }),
    timezone: timeZone,
    summary: title,
    location: where,
    description: invitation.description,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    class: ICalEventClass.PRIVATE,
    organizer,
    ...(weekly && weekday && { repeating: { freq: ICalEventRepeatingFreq.WEEKLY, byDay: [weekday] } }),
  })
  entry.createAttendee({
    email: attendee,
    role: ICalAttendeeRole.REQ,
    status: ICalAttendeeStatus.NEEDSACTION,
    rsvp: false,
  })
  return `${calendar.toString()}\r\n`
}
