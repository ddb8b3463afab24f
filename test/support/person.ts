import type { Product, Reply } from './product.ts'

let lastSubmission = 0

const newSubmissionId = () => `019ab123-4567-7abc-8def-${String((lastSubmission += 1)).padStart(12, '0')}`

/** A form as a person on a phone fills it in; a test changes the one answer it is about. */
export const aFilledForm = (given: Record<string, string | string[] | null> = {}): URLSearchParams => {
  const answers: Record<string, string | string[] | null> = {
    submissionId: newSubmissionId(),
    language: 'en',
    who: 'me',
    age: '25-64',
    safety: 'safe',
    topics: 'trauma',
    meet: ['in-person', 'video'],
    zip: '95112',
    travelMiles: '10',
    times: 'weekday-evening',
    timesStrength: 'must',
    name: 'Robin Vale',
    contact: 'email',
    email: 'robin.vale@example.org',
    emailPrivacy: 'private',
    consentKeep: 'yes',
    consentShare: 'ask-first',
    consentCheckIn: 'yes',
    ...given,
  }
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(answers))
    for (const one of value === null ? [] : [value].flat()) form.append(name, one)
  return form
}

/** What a person can be written to and called by; used to look for it where it must not stand. */
export const byPhoneOnly = {
  contact: 'call',
  phone: '312 555 0123',
  voicemail: 'no-message',
  email: null,
  emailPrivacy: null,
} as const

const textOf = (html: string) =>
  html
    .replace(/<style>[^]*?<\/style>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')

/** What a page says, without its mark-up. */
export const wordsOf = ({ body }: Reply) => textOf(body)

export interface Confirmation {
  reference: string
  statusPath: string
  code: string
  page: Reply
}

/** Sends a form and reads the confirmation, as the person does. */
export const send = async (product: Product, form: URLSearchParams): Promise<Confirmation> => {
  const sent = await product.postForm('/intakes', form)
  if (sent.status !== 303) throw new Error(`Not accepted: ${sent.status} ${textOf(sent.body).slice(0, 600)}`)
  const page = await product.get(sent.headers['location'] ?? '')
  return {
    page,
    reference: /"reference">\s*(\w{3}-\w{3}-\w{3})\s*</.exec(page.body)?.[1] ?? '',
    statusPath: /\/status\/[\w.-]+/.exec(page.body)?.[0] ?? '',
    code: /"reference">\s*(\d{4})\s*</.exec(page.body)?.[1] ?? '',
  }
}
