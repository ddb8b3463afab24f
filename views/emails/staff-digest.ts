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
  const counts = [
    [words.late, late],
    [words.dueByTonight, dueByTonight - late],
    [words.later, all - dueByTonight],
  ] as const
  return {
    subject: words.subject(late, dueByTonight),
    preheader: day,
    blocks: [
      { kind: 'h', text: words.heading(day) },
      ...(all === 0
        ? [{ kind: 'p', text: words.nothing } as const]
        : counts.map(([label, count]) => ({ kind: 'fact', label, text: String(count) }) as const)),
      { kind: 'button', label: words.open, href: consoleUrl },
    ],
  }
}
