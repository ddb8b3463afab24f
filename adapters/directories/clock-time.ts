const minutesInDay = 24 * 60

/** Minutes after midnight of a time as people write it: 19:00, 7 PM, 7:30p, 1930, noon. Null when it is no time. */
export const minutesOf = (text: string): number | null => {
  const said = text.trim().toLowerCase().replaceAll('.', '')
  if (said === 'noon') return 12 * 60
  if (said === 'midnight') return 0
  const match =
    /^(\d{1,2})(?::?(\d{2})(?::\d{2})?)?\s*([ap])m?$/.exec(said) ??
    /^(\d{1,2}):?(\d{2})(?::\d{2})?$/.exec(said)
  if (!match) return null
  const hour = Number(match[1])
  const minute = Number(match[2] ?? 0)
  const half = match[3]
  if (minute > 59 || (half ? hour < 1 || hour > 12 : hour > 23)) return null
  return (half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour) * 60 + minute
}

export const clockTime = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Meeting Guide: a meeting lasts an hour unless it says otherwise. */
export const usualMinutes = 60

/** An end before the start is past midnight only when that makes an evening of it; else it is a slip of a.m. and p.m. */
const longestPastMidnight = 4 * 60

/** How long it lasts; null when the end cannot be right. */
export const minutesBetween = (start: number, end: number): number | null => {
  const length = (end - start + minutesInDay) % minutesInDay
  if (length < 5) return null
  return end < start && length > longestPastMidnight ? null : length
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** ISO weekday of a day's English name, short or whole; null for any other word. */
export const weekdayNamed = (text: string): number | null => {
  const said = text
    .trim()
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/(?<=day)s$/, '')
  const short =
    said === 'thurs' || said === 'thur' ? 'thu' : said === 'tues' ? 'tue' : said === 'weds' ? 'wed' : said
  if (short.length < 2) return null
  const at = weekdays.findIndex(
    (day) => day === short || day.slice(0, 3) === short || day.slice(0, 2) === short,
  )
  return at === -1 ? null : at + 1
}
