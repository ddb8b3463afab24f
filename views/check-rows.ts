import { isFieldAsked } from '../domain/form/asked-fields.ts'
import type { Field, IntakeForm } from '../domain/form/intake-form.ts'
import { type Wish, accessWishes, kindWishes } from '../domain/groups/wish.ts'
import { placeOf } from './form/error-summary.ts'
import { shownPhone } from './frame.ts'
import { stateName } from './sentences.ts'
import { languageName, weekdayName } from './times.ts'
import type { AskingWords } from './words/asking-words.ts'

/** One question and its answers, as they are read before the form is sent. */
interface CheckRow {
  /** Where it is changed, and the id of what is changed there. */
  field: Field
  at: string
  label: string
  /** None where an optional question was left open. */
  answers: readonly string[]
}

interface CheckSection {
  heading: string
  rows: CheckRow[]
}

/** Every answer of a form that can be sent; what was not asked of this person is left out. */
export const checkSections = (form: IntakeForm, words: AskingWords): CheckSection[] => {
  const { check, form: asked, language } = words
  const { rows, sections } = check
  const rowAt = (at: string, field: Field, label: string, ...answers: (string | null)[]): CheckRow[] =>
    isFieldAsked(field, form)
      ? [{ field, at, label, answers: answers.filter((answer) => answer !== null) }]
      : []
  const row = (field: Field, label: string, ...answers: (string | null)[]) =>
    rowAt(placeOf(field), field, label, ...answers)
  const labels = <Answer extends string>(answers: readonly Answer[], said: Record<Answer, string>) =>
    [...new Set(answers)].map((answer) => said[answer])
  const label = <Answer extends string>(answer: Answer | null, said: Record<Answer, string>) =>
    answer === null ? null : said[answer]
  const wishes = (some: readonly Wish[]) =>
    some.flatMap((wish) => (form.wishes[wish] ? [wishLine(wish, form, words)] : []))
  const yesOrNo = (isYes: boolean) => (isYes ? check.yes : check.no)

  const about = [
    row('who', rows.who, label(form.who, asked.who.answers)),
    row('helperName', rows.helperName, form.helperName),
    row('helperPhone', rows.helperPhone, form.helperPhone && shownPhone(form.helperPhone)),
    row('helperAgreed', rows.helperAgreed, yesOrNo(form.helperAgreed)),
    row('age', rows.age, label(form.age, asked.age.answers)),
    row('safety', rows.safety, label(form.safety, asked.safety.answers)),
  ]
  const group = [
    row('topics', rows.topics, ...labels(form.topics, asked.topics.answers)),
    row('meet', rows.meet, ...labels(form.meet, asked.meet.answers)),
    form.zip === null
      ? row('usState', rows.usState, form.usState && stateName(form.usState, words))
      : row('zip', rows.zip, form.zip),
    row('travelMiles', rows.travelMiles, asked.travelMiles.miles(form.travelMiles)),
    row('times', rows.times, ...labels(form.times, asked.times.answers)),
    row('timesStrength', rows.timesStrength, label(form.timesStrength, asked.timesStrength.answers)),
    rowAt('days-part', 'days', rows.days, ...form.days.map((day) => weekdayName(day, language))),
    rowAt('kinds-part', 'wishes', rows.kinds, ...wishes(kindWishes)),
    rowAt('access-part', 'wishes', rows.access, ...wishes(accessWishes)),
  ]
  const reaching = [
    row('name', rows.name, form.name),
    row('contact', rows.contact, ...labels(form.contact, asked.contact.answers)),
    row('phone', rows.phone, form.phone && shownPhone(form.phone)),
    row('voicemail', rows.voicemail, label(form.voicemail, asked.voicemail.answers)),
    row('safeHours', rows.safeHours, ...labels(form.safeHours, asked.safeHours.answers)),
    row('email', rows.email, form.email),
    row('emailPrivacy', rows.emailPrivacy, label(form.emailPrivacy, asked.emailPrivacy.answers)),
    row('note', rows.note, form.note),
  ]
  const choices = [
    row('consentKeep', rows.consentKeep, check.yes),
    row('consentShare', rows.consentShare, label(form.consentShare, check.shares)),
    row('consentCheckIn', rows.consentCheckIn, yesOrNo(form.consentCheckIn)),
  ]
  return [
    { heading: sections.about, rows: about.flat() },
    { heading: sections.group, rows: group.flat() },
    { heading: sections.reaching, rows: reaching.flat() },
    { heading: sections.choices, rows: choices.flat() },
  ]
}

/** "Captions: must have". */
const wishLine = (wish: Wish, { wishes, otherLanguage }: IntakeForm, { form, language }: AskingWords) => {
  const which =
    wish === 'other-language' && otherLanguage ? ` (${languageName(otherLanguage, language)})` : ''
  return `${form.wishes[wish]}${which}: ${form.strengths[wishes[wish] ?? 'none'].toLowerCase()}`
}
