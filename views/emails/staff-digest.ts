import type { Frame } from '../frame.ts'
import { dateLine } from '../times.ts'
import { staffWords } from '../words/staff.ts'
import type { EmailMessage } from './blocks.ts'

interface DigestFacts {
  late: number
  dueByTonight: number
  all: number
  now: string
  timeZone: string
  consoleUrl: string
  organisation: Frame['organisation']
}

/** How much waits for staff this morning: counts and a link. */
export const staffDigest = ({
  late,
  dueByTonight,
  all,
  now,
  timeZone,
  consoleUrl,
}: DigestFacts): EmailMessage => {
  const words = staffWords.digest
  const day = dateLine(now, timeZone, 'en')
  return {
    subject: words.subject(late, dueByTonight),
    preheader: day,
    blocks: [
      { kind: 'h', text: words.heading(day) },
      ...(all === 0 ? [{ kind: 'p', text: words.nothing } as const] : []),
      { kind: 'fact', label: words.late, text: String(late) },
      { kind: 'fact', label: words.dueByTonight, text: String(dueByTonight - late) },
      { kind: 'fact', label: words.later, text: String(all - dueByTonight) },
      { kind: 'button', label: words.open, href: consoleUrl },
    ],
  }
}
