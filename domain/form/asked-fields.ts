import type { Field, IntakeForm } from './intake-form.ts'

type Asking = Pick<IntakeForm, 'who' | 'meet' | 'zip' | 'wishes' | 'contact'>

/**
 * Whether a question is put at all to someone who answered the others like this. What was typed into one that no longer
 * is, before they changed their mind, is neither shown, nor sent, nor kept.
 */
export const isFieldAsked = (field: Field, { who, meet, zip, wishes, contact }: Asking): boolean => {
  switch (field) {
    case 'helperName':
    case 'helperPhone':
    case 'helperAgreed':
      return who !== 'me'
    case 'noZip':
    case 'usState':
      return zip === null
    case 'travelMiles':
      return meet.includes('in-person')
    case 'otherLanguage':
      return wishes['other-language'] !== undefined
    case 'phone':
    case 'safeHours':
      return contact.includes('call') || contact.includes('text')
    case 'voicemail':
      return contact.includes('call')
    case 'email':
    case 'emailPrivacy':
      return contact.includes('email')
    default:
      return true
  }
}

const unanswered = {
  helperName: null,
  helperPhone: null,
  helperAgreed: false,
  usState: null,
  otherLanguage: null,
  phone: null,
  voicemail: null,
  safeHours: [],
  email: null,
  emailPrivacy: null,
} satisfies Partial<IntakeForm>

/** The form without what stands in questions that were not put to this person. */
export const onlyAsked = (form: IntakeForm): IntakeForm => {
  // Object.entries forgets that the names are fields.
  const left = Object.entries(unanswered).filter(([field]) => !isFieldAsked(field as Field, form))
  return { ...form, ...Object.fromEntries(left) }
}
