import type { Field } from './intake-form.ts'
import { readIntakeForm } from './read-intake-form.ts'

/**
 * The pages of questions, in order: what decides whether this form is for someone comes first, what is easy before what
 * is sensitive, how to reach them after they have seen what for, and consent last, with everything known.
 */
export const questionPages = [
  'about',
  'safety',
  'support',
  'meeting',
  'kind',
  'reaching',
  'details',
  'note',
  'consent',
] as const

export type QuestionPage = (typeof questionPages)[number]

export const fieldsOfPage: Record<QuestionPage, readonly Field[]> = {
  about: ['who', 'helperName', 'helperPhone', 'helperAgreed', 'age'],
  safety: ['safety'],
  support: ['topics'],
  meeting: ['meet', 'zip', 'noZip', 'usState', 'travelMiles', 'times', 'timesStrength', 'days'],
  kind: ['wishes', 'otherLanguage'],
  reaching: ['name', 'contact'],
  details: ['phone', 'voicemail', 'safeHours', 'email', 'emailPrivacy'],
  note: ['note'],
  consent: ['consentKeep', 'consentShare', 'consentCheckIn'],
}

/** Where each field is asked; what no page asks has no page. */
export const pageOfField = (field: string) =>
  questionPages.find((page) => fieldsOfPage[page].some((one) => one === field))

const placeOf = (page: QuestionPage) => questionPages.indexOf(page)

/** The number that people read and that stands in the address. */
export const numberOfPage = (page: QuestionPage) => placeOf(page) + 1

export const pageOfNumber = (number: string): QuestionPage | undefined =>
  questionPages.find((page) => String(numberOfPage(page)) === number)

interface Ways {
  contact?: readonly string[]
}

/** Whoever wants no contact, or has not said how, is asked for no number and no address. */
const isAsked = (page: QuestionPage, { contact }: Ways) =>
  page !== 'details' || (contact ?? []).some((way) => way !== 'none')

export const pageBefore = (page: QuestionPage, ways: Ways) =>
  questionPages.slice(0, placeOf(page)).findLast((one) => isAsked(one, ways))

const pageAfter = (page: QuestionPage, ways: Ways) =>
  questionPages.slice(placeOf(page) + 1).find((one) => isAsked(one, ways))

/** A form as far as it has come, in the shape that `readIntakeForm` reads. */
type Unfinished = Readonly<Record<string, unknown>> & Ways

/** The first page with an answer that is missing or cannot be used; null when the form can be sent. */
export const firstUnanswered = (form: Unfinished): QuestionPage | null => {
  const read = readIntakeForm(form)
  if ('form' in read) return null
  const open = new Set(read.problems.map(({ field }) => pageOfField(field)))
  return questionPages.find((page) => open.has(page)) ?? null
}

/** Which page someone gets who asks for this one: nobody is asked for details of what they have not been asked yet. */
export const pageToShow = (page: QuestionPage, form: Unfinished): QuestionPage | 'check' => {
  const open = firstUnanswered(form)
  if (open !== null && placeOf(open) < placeOf(page)) return open
  return isAsked(page, form) ? page : (pageAfter(page, form) ?? 'check')
}

/** Where the answers of a page lead. Whoever came to change one goes back to where they check them all. */
export const pageToFollow = (
  page: QuestionPage,
  form: Unfinished,
  cameFromCheck: boolean,
): QuestionPage | 'check' => {
  const open = firstUnanswered(form)
  const next = cameFromCheck ? undefined : pageAfter(page, form)
  if (open === null) return next ?? 'check'
  return next !== undefined && placeOf(next) < placeOf(open) ? next : open
}
