import { html } from 'hono/html'

import type { Wish } from '../../../domain/groups/wish.ts'
import type { Strength } from '../../../domain/groups/wish.ts'
import type { Intake, Request } from '../../../domain/way/intake.ts'
import { phoneLink } from '../../layout.ts'
import { stateName } from '../../sentences.ts'
import { languageName, weekdayName } from '../../times.ts'
import { en as asked } from '../../words/en.ts'
import { requestWords } from '../../words/staff-request.ts'
import { type Fact, factsList } from '../facts-list.ts'
import type { RequestFacts } from './request-facts.ts'

const words = requestWords.answers

/** The answers are quoted as the person read them, in English. */
const { form } = asked

const home = ({ zip, usState }: Request) => {
  if (zip !== null) return zip
  return usState === null ? words.noHome : words.noZip(stateName(usState, asked))
}

const wishes = ({ wishes, otherLanguage }: Request) => {
  const wished = Object.entries(wishes) as [Wish, Strength][]
  return wished.length === 0
    ? words.noWishes
    : wished
        .map(([wish, strength]) => {
          const language =
            wish === 'other-language' && otherLanguage ? ` (${languageName(otherLanguage, 'en')})` : ''
          return `${form.wishes[wish]}${language}: ${words.strengths[strength]}`
        })
        .join('; ')
}

const days = (request: Request) =>
  request.days.length === 0
    ? words.anyDay
    : request.days
        .toSorted((one, other) => one - other)
        .map((day) => weekdayName(day, 'en'))
        .join(', ')

/** What a person asked for, question by question, as text: so that two forms can be compared. */
export const answerFacts = (request: Request): (readonly [label: string, value: string])[] => [
  [words.name, request.name],
  [words.who, form.who.answers[request.who]],
  [words.age, form.age.answers[request.age]],
  [words.safety, form.safety.answers[request.safety]],
  [words.topics, request.topics.map((topic) => form.topics.answers[topic]).join('; ')],
  [words.meet, request.meet.map((format) => form.meet.answers[format]).join('; ')],
  [words.home, home(request)],
  [words.travel, form.travelMiles.miles(request.travelMiles)],
  [
    words.times,
    `${request.times.map((time) => form.times.answers[time]).join('; ')}. ${words.otherTimes[request.timesStrength]}`,
  ],
  [words.days, days(request)],
  [words.wishes, wishes(request)],
  [words.note, request.note ?? words.noNote],
]

const consent = ({ consent }: Intake): Fact => [
  words.consent,
  `${words.consentShare[consent.share]} ${words.checkIn[consent.checkIn ? 'yes' : 'no']}`,
]

/** A note keeps the lines that it was written in. */
const shown = ([label, value]: readonly [string, string]): Fact =>
  label === words.note ? [label, html`<span class="as-written">${value}</span>`] : [label, value]

const helper = ({ helper }: Request) =>
  helper && html`<p>${requestWords.helper} ${helper.name}, ${phoneLink(helper.phone)}</p>`

export const answersSection = ({ intake }: RequestFacts) =>
  html`<h2 id="answers">${words.heading}</h2>
    ${factsList([...answerFacts(intake.request).map(shown), consent(intake)])} ${helper(intake.request) ?? ''}`
