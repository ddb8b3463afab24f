import { type Moment, isoOf } from '../time/moment.ts'
import { endOfWorkingDay } from '../time/working-days.ts'
import { type Email, newEmail } from './email.ts'

/** What is about nobody in particular is kept under this subject. */
export const staffSubject = 'staff'

/** When staff hear each working morning what waits for them; an hour before they begin. */
const digestHour = 8

/** The e-mail of this working morning, from eight o'clock on; null at any other time. Counts are taken when it is sent. */
export const digestIsDue = ({ now, office }: Moment, emailId: string): Email | null => {
  const local = now.toZonedDateTimeISO(office.timeZone)
  const day = local.toPlainDate()
  const isWorkingDay = endOfWorkingDay(local.startOfDay().toInstant(), 0, office)
    .toZonedDateTimeISO(office.timeZone)
    .toPlainDate()
    .equals(day)
  if (!isWorkingDay || local.hour < digestHour || local.hour >= 12) return null
  return newEmail(
    {
      subjectId: staffSubject,
      occurrence: `staff-digest#${day.toString()}`,
      emailId,
      template: 'staff-digest',
      to: 'staff',
    },
    isoOf(now),
  )
}
