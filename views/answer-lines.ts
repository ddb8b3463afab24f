import type { Wish } from '../domain/groups/wish.ts'
import type { Strength } from '../domain/groups/wish.ts'
import type { SafeContact } from '../domain/person/safe-contact.ts'
import type { Request } from '../domain/way/intake.ts'
import { shownPhone } from './frame.ts'
import { stateName } from './sentences.ts'
import { languageName, weekdayName } from './times.ts'
import type { ProgressWords } from './words/progress-words.ts'

type Line = readonly [question: string, answer: string]

const home = ({ zip, usState }: Request, words: ProgressWords) =>
  zip ?? [words.form.zip.none, ...(usState === null ? [] : [stateName(usState, words)])].join('; ')

const wishesOf = ({ wishes, otherLanguage }: Request, { form, language }: ProgressWords) =>
  // Object.entries forgets the names of the record.
  (Object.entries(wishes) as [Wish, Strength][])
    .map(([wish, strength]) => {
      const which =
        wish === 'other-language' && otherLanguage ? ` (${languageName(otherLanguage, language)})` : ''
      return `${form.wishes[wish]}${which}: ${form.strengths[strength]}`
    })
    .join('; ')

/** What someone asked for, question by question, in the words that they were asked in. */
export const answerLines = (request: Request, words: ProgressWords): Line[] => {
  const { form, kept, language } = words
  const { helper, note } = request
  const lines: Line[] = [
    [form.name.question, request.name],
    [form.who.question, form.who.answers[request.who]],
    [kept.labels.helper, helper ? `${helper.name}, ${shownPhone(helper.phone)}` : ''],
    [form.age.question, form.age.answers[request.age]],
    [form.safety.question, form.safety.answers[request.safety]],
    [form.topics.question, request.topics.map((topic) => form.topics.answers[topic]).join('; ')],
    [form.meet.question, request.meet.map((format) => form.meet.answers[format]).join('; ')],
    [form.zip.question, home(request, words)],
    [form.travelMiles.question, form.travelMiles.miles(request.travelMiles)],
    [form.times.question, request.times.map((time) => form.times.answers[time]).join('; ')],
    [form.timesStrength.question, form.timesStrength.answers[request.timesStrength]],
    [form.days.question, request.days.map((day) => weekdayName(day, language)).join('; ')],
    [form.kinds.question, wishesOf(request, words)],
    [kept.labels.note, note ?? ''],
  ]
  return lines.map(([question, answer]) => [question, answer || kept.notAnswered])
}

/** How someone may be reached, in the same way. What the other answers make needless is left out. */
export const contactLines = (contact: SafeContact, { form }: ProgressWords): Line[] => {
  const { channels, phone, voicemail, safeHours, email, emailPrivacy } = contact
  const lines: (readonly [string, string | null])[] = [
    [form.contact.question, channels.map((channel) => form.contact.answers[channel]).join('; ')],
    [form.phone.question, phone && shownPhone(phone)],
    [form.voicemail.question, voicemail && form.voicemail.answers[voicemail]],
    [form.safeHours.question, safeHours.map((hours) => form.safeHours.answers[hours]).join('; ')],
    [form.email.question, email],
    [form.emailPrivacy.question, emailPrivacy && form.emailPrivacy.answers[emailPrivacy]],
  ]
  return lines.flatMap(([question, answer]) => (answer ? [[question, answer] as const] : []))
}
