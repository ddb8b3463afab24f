import * as z from 'zod/mini'

import { formatSchema } from '../groups/format.ts'
import { weekdaySchema } from '../groups/schedule.ts'
import { topicSchema } from '../groups/topic.ts'
import { usStateSchema } from '../groups/us-state.ts'
import { otherLanguages, strengthSchema, wishSchema } from '../groups/wish.ts'
import { languageSchema } from '../person/language.ts'
import { channels, safeHours, voicemails } from '../person/safe-contact.ts'
import { safetyAnswers } from '../person/safety.ts'
import { ages, limits, times, travelMiles, whoFor } from './choices.ts'
import { oneLine, severalLines } from './typed-text.ts'
import { isKnownZipPrefix } from './zip-prefix.ts'

/** Everything a form may be wrong about. Each has words in both languages, for each field that can meet it. */
export type Problem = 'required' | 'format' | 'not-known' | 'too-long' | 'alone' | 'no-such-field'

const problem = (code: Problem) => ({ error: code })
const required = problem('required')

const line = (letters: number) =>
  z.pipe(
    z.pipe(z.string(required).check(z.maxLength(10 * letters, problem('too-long'))), z.transform(oneLine)),
    z.string().check(z.maxLength(letters, problem('too-long'))),
  )

const orNone = <T extends z.core.$ZodType>(schema: T) => z._default(z.nullable(schema), null)

const oneOf = <T extends readonly [string, ...string[]]>(answers: T) => z.enum(answers, required)
const someOf = <T extends z.ZodMiniType>(schema: T) => z._default(z.array(schema).check(z.maxLength(20)), [])

/** North American numbers only (NANP: area and exchange codes begin with 2 to 9). Kept as +1 and ten digits. */
const phone = z.pipe(
  z.pipe(
    line(40),
    z.transform((typed) => typed.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '')),
  ),
  z.pipe(
    z.string().check(z.regex(/^[2-9]\d{2}[2-9]\d{6}$/, problem('format'))),
    z.transform((digits) => `+1${digits}`),
  ),
)

/** SES takes ASCII before the @ only; the domain is compared without case. */
const email = z.pipe(
  line(limits.emailLetters),
  z.pipe(
    z.email(problem('format')),
    z.transform((address) => address.replace(/@.*/, (domain) => domain.toLowerCase())),
  ),
)

const zip = z.pipe(
  line(20),
  z.pipe(
    z
      .string()
      .check(
        z.regex(/^\d{5}(-?\d{4})?$/, problem('format')),
        z.refine(isKnownZipPrefix, problem('not-known')),
      ),
    z.transform((typed) => typed.slice(0, 5)),
  ),
)

/** Every answer by itself. */
export const answersSchema = z.strictObject({
  /** Made with the page, so that a double click or a second try is the same intake. */
  submissionId: z.uuid(problem('format')),
  language: z._default(languageSchema, 'en'),
  who: oneOf(whoFor),
  age: oneOf(ages),
  safety: oneOf(safetyAnswers),
  topics: z.array(topicSchema, required).check(z.minLength(1, required), z.maxLength(20)),
  meet: z.array(formatSchema, required).check(z.minLength(1, required), z.maxLength(3)),
  zip: orNone(zip),
  noZip: z._default(z.boolean(), false),
  usState: orNone(usStateSchema),
  travelMiles: z._default(z.literal(travelMiles), 10),
  times: z.array(z.enum(times), required).check(z.minLength(1, required), z.maxLength(5)),
  days: someOf(weekdaySchema),
  timesStrength: z._default(strengthSchema, 'must'),
  wishes: z._default(z.partialRecord(wishSchema, strengthSchema), {}),
  otherLanguage: orNone(z.enum(otherLanguages)),
  name: line(limits.nameLetters).check(z.minLength(1, required)),
  contact: z.array(z.enum(channels), required).check(z.minLength(1, required), z.maxLength(4)),
  phone: orNone(phone),
  voicemail: orNone(z.enum(voicemails)),
  safeHours: someOf(z.enum(safeHours)),
  email: orNone(email),
  emailPrivacy: orNone(z.enum(['private', 'shared'])),
  helperName: orNone(line(limits.nameLetters)),
  helperPhone: orNone(phone),
  helperAgreed: z._default(z.boolean(), false),
  note: orNone(
    z.pipe(
      z.pipe(
        z.string().check(z.maxLength(10 * limits.noteLetters, problem('too-long'))),
        z.transform(severalLines),
      ),
      z.string().check(z.maxLength(limits.noteLetters, problem('too-long'))),
    ),
  ),
  consentKeep: z.literal(true, required),
  consentShare: z.enum(['yes', 'ask-first'], required),
  consentCheckIn: z._default(z.boolean(), false),
})

type Shape = z.infer<typeof answersSchema>
export type Field = keyof Shape

const has = (answers: unknown, one: string) => Array.isArray(answers) && answers.includes(one)

type Ask = [isWrong: boolean, Field, Problem]

/** What one answer asks of another. The other answers may still be wrong, so nothing is taken for granted of them. */
export const contactAsks = (form: Partial<Shape>): Ask[] => [
  [has(form.contact, 'none') && form.contact?.length !== 1, 'contact', 'alone'],
  [(has(form.contact, 'call') || has(form.contact, 'text')) && !form.phone, 'phone', 'required'],
  [has(form.contact, 'call') && !form.voicemail, 'voicemail', 'required'],
  [has(form.contact, 'email') && !form.email, 'email', 'required'],
  [has(form.contact, 'email') && !form.emailPrivacy, 'emailPrivacy', 'required'],
]

const formAsks = (form: Partial<Shape>): Ask[] => {
  const isForAnother = form.who === 'someone-else' || form.who === 'my-client'
  return [
    [!form.zip && form.noZip !== true, 'zip', 'required'],
    [form.noZip === true && !form.zip && !form.usState, 'usState', 'required'],
    [Boolean(form.wishes?.['other-language']) && !form.otherLanguage, 'otherLanguage', 'required'],
    ...contactAsks(form),
    [isForAnother && !form.helperName, 'helperName', 'required'],
    [isForAnother && !form.helperPhone, 'helperPhone', 'required'],
    [isForAnother && form.helperAgreed !== true, 'helperAgreed', 'required'],
  ]
}

/** Asked even when single answers are wrong, so that all is said at once. */
export const asking = (asks: (form: Partial<Shape>) => Ask[]) =>
  z.superRefine(
    (form: Partial<Shape>, context) => {
      for (const [isWrong, field, message] of asks(form))
        if (isWrong) context.addIssue({ code: 'custom', path: [field], message })
    },
    { when: ({ value }) => typeof value === 'object' && value !== null },
  )

/** The one source of every limit of the form. */
export const intakeFormSchema = answersSchema.check(asking(formAsks))

export type IntakeForm = z.infer<typeof intakeFormSchema>
