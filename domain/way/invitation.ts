import type { Language } from '../person/language.ts'

/**
 * An appointment as it goes into someone's calendar. Others may look into that calendar: nothing is said there but
 * what stands here.
 */
export interface Invitation {
  /** Stays the same when the appointment moves or is called off: that is how a calendar finds its entry again. */
  uid: string
  /** One more each time the entry is sent again with changes; a calendar takes no notice of a lower one. */
  sequence: number
  isCancelled: boolean
  title: string
  /** The instant at which the first session begins. */
  startsAt: string
  /** The zone whose wall clock it keeps to when clocks change. */
  timeZone: string
  durationMinutes: number
  /** Repeats on that weekday. */
  weekly: boolean
  where: string | null
  description: string | null
  language: Language
}
