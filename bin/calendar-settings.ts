import { localSettings } from '../local/settings.ts'
import { stackParameters } from './stack-outputs.ts'

/** What decides when things are due, in a deployed stack or on this machine. */
export const calendarSettings = async (stack: string | undefined) => {
  if (stack === undefined) {
    const {
      STAFF_TIME_ZONE,
      CLOSED_DAYS = '',
      FOLLOW_UP_DAYS = '',
    } = localSettings({ intakes: '', emails: '' })
    return { STAFF_TIME_ZONE, CLOSED_DAYS, FOLLOW_UP_DAYS }
  }
  const parameters = await stackParameters(stack)
  return {
    STAFF_TIME_ZONE: parameters.get('StaffTimeZone'),
    CLOSED_DAYS: parameters.get('ClosedDays'),
    FOLLOW_UP_DAYS: parameters.get('FollowUpDays'),
  }
}
