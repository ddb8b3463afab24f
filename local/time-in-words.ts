const hourMs = 3_600_000

const counted = (count: number, what: string) => (count === 1 ? `1 ${what}` : `${count} ${what}s`)

/** How far a clock was moved, such as "8 days and 1 hour"; null when it was not moved. */
export const daysAndHours = (milliseconds: number): string | null => {
  const hours = Math.round(milliseconds / hourMs)
  const parts = [
    ...(hours >= 24 ? [counted(Math.floor(hours / 24), 'day')] : []),
    ...(hours % 24 > 0 ? [counted(hours % 24, 'hour')] : []),
  ]
  return parts.length > 0 ? parts.join(' and ') : null
}

/** A moment as the office's wall clock shows it, with the short name of its zone: the same moment is another hour elsewhere. */
export const officeTime = (at: number, timeZone: string) =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at)
