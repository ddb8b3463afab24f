import { checkInAnswers } from '../../domain/way/follow-up.ts'
import { letterWords } from '../words/letter-words.ts'
import type { Block, EmailMessage } from './blocks.ts'
import { type ReaderFacts, fullEmail, paragraphs, plainEmail } from './frame.ts'

interface CheckInFacts extends ReaderFacts {
  /** Days since the first session, or since the list of open groups was sent. */
  day: number
  since: 'afterFirstDay' | 'afterList'
  isLast: boolean
  checkInUrl: string
  stopUrl: string
}

const howLong = (day: number) => {
  if (day <= 4) return 'days'
  if (day <= 14) return 'week'
  return day <= 45 ? 'month' : 'longer'
}

const tapped = (url: string, answer: string) => {
  const address = new URL(url)
  address.searchParams.set('a', answer)
  return address.href
}

/** How it goes. What is tapped here is picked on the page; nothing is sent before the button there is pressed. */
export const checkIn = (facts: CheckInFacts): EmailMessage => {
  const words = letterWords(facts.language)
  const { checkIn, plain } = words.emails
  if (facts.plain) return plainEmail(plain.checkIn, facts.checkInUrl, words.emails)
  const answers = checkInAnswers.flatMap<Block>((answer) =>
    answer === 'stop'
      ? []
      : [
          {
            kind: 'choice',
            label: words.checkIn.answers[answer],
            href: tapped(facts.checkInUrl, answer),
          },
        ],
  )
  return fullEmail(facts, words.emails, checkIn, [
    ...paragraphs(
      `${checkIn[facts.since][howLong(facts.day)]} ${checkIn.text}`,
      facts.isLast ? checkIn.last : null,
    ),
    ...answers,
    { kind: 'link', label: checkIn.stop, href: facts.stopUrl },
  ])
}
