import { kindWishes, accessWishes } from '../../domain/groups/wish.ts'
import type { Answers } from '../../views/form/answers.ts'

/** What people typed and ticked, by the names of the form, in the order it was sent. */
export const readFormBody = (body: string): Answers => {
  const answers: Record<string, string[]> = Object.create(null)
  for (const [name, value] of new URLSearchParams(body)) (answers[name] ??= []).push(value)
  return answers
}

const single = [
  'submissionId',
  'language',
  'who',
  'age',
  'safety',
  'zip',
  'usState',
  'timesStrength',
  'otherLanguage',
  'name',
  'phone',
  'voicemail',
  'email',
  'emailPrivacy',
  'helperName',
  'helperPhone',
  'note',
  'consentShare',
] as const
const several = ['topics', 'meet', 'times', 'contact', 'safeHours'] as const
/** Names that a form sends once for each box that is ticked. */
export const severalNames: ReadonlySet<string> = new Set([...several, 'days'])
const ticked = ['noZip', 'helperAgreed', 'consentKeep', 'consentCheckIn'] as const

/** A number that a form could only send as text; what is no number stays as it is, for the schema to refuse. */
const asNumber = (text: string) => (/^\d{1,3}$/.test(text) ? Number(text) : text)

/**
 * The answers in the shape of the JSON body, for the one schema that reads both. What was left empty was not answered;
 * names that the form does not have are ignored, as browsers' helpers add their own.
 */
export const formFrom = (answers: Answers): Record<string, unknown> => {
  const first = (name: string) => answers[name]?.find((value) => value.trim() !== '')
  const form: Record<string, unknown> = {}
  for (const name of single) if (first(name) !== undefined) form[name] = first(name)
  for (const name of several) if (answers[name]) form[name] = answers[name]
  for (const name of ticked) if (first(name) === 'yes') form[name] = true
  if (answers['days']) form['days'] = answers['days'].map(asNumber)
  if (first('travelMiles')) form['travelMiles'] = asNumber(first('travelMiles') ?? '')
  const wishes = [...kindWishes, ...accessWishes].map((wish) => [wish, first(`wish-${wish}`)])
  form['wishes'] = Object.fromEntries(wishes.filter(([, strength]) => strength !== undefined))
  return form
}
