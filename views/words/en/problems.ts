import { limits } from '../../../domain/form/choices.ts'
import type { Field, Problem } from '../../../domain/form/intake-form.ts'

/** What to do about an answer. Answers that only a tampered form can give get the words of `unexpected`. */
export const problems = {
  who: { required: 'Tell us who this is for' },
  age: { required: 'Pick your age group' },
  safety: { required: 'Tell us if you are safe right now, or pick “I’d rather not say”' },
  topics: { required: 'Pick at least one thing you would like support with, or pick “I’m not sure”' },
  meet: { required: 'Pick at least one way to meet' },
  zip: {
    required: 'Enter your ZIP code, or pick “I don’t have one right now”',
    format: 'Enter a ZIP code with 5 numbers, like 60614',
    'not-known': 'We do not know this ZIP code. Check the five numbers',
    'too-long': 'Enter a ZIP code with 5 numbers, like 60614',
  },
  usState: { required: 'Pick the state you are in' },
  times: { required: 'Pick at least one time, or pick “I’m not sure yet”' },
  otherLanguage: { required: 'Pick the other language you would like' },
  name: {
    required: 'Enter a name we can call you',
    'too-long': `Use ${limits.nameLetters} letters or fewer for your name`,
  },
  contact: {
    required: 'Pick at least one safe way to contact you, or pick “Don’t contact me”',
    alone: 'Pick “Don’t contact me” by itself, or pick the ways we can contact you',
  },
  phone: {
    required: 'Enter a phone number, or pick only other ways to contact you',
    format: 'Enter a 10-digit phone number, like 312 555 0123',
    'too-long': 'Enter a 10-digit phone number, like 312 555 0123',
  },
  voicemail: { required: 'Tell us if we can leave a message' },
  email: {
    required: 'Enter your email, or pick only other ways to contact you',
    format: 'Enter your email like this: name@example.com',
    'too-long': `Enter your email in ${limits.emailLetters} letters or fewer`,
  },
  emailPrivacy: { required: 'Tell us if anyone else could see your email' },
  helperName: {
    required: 'Enter your own name, so that we know who is helping',
    'too-long': `Use ${limits.nameLetters} letters or fewer for your own name`,
  },
  helperPhone: {
    required: 'Enter your own phone number',
    format: 'Enter your own 10-digit phone number, like 312 555 0123',
    'too-long': 'Enter your own 10-digit phone number, like 312 555 0123',
  },
  helperAgreed: { required: 'Ask the person first, then tell us that they agree' },
  note: { 'too-long': `Make “anything else” shorter: up to ${limits.noteLetters} letters and spaces` },
  consentKeep: { required: 'To send the form, we need your OK to keep your answers' },
  consentShare: { required: 'Tell us if we can share your details, or if we should ask you first' },
} satisfies Partial<Record<Field, Partial<Record<Problem, string>>>>

export const unexpected = {
  answer: (question: string) => `Look at “${question}” and pick or enter your answer again`,
  field: (field: string) => `This form has no field called “${field}”. Take it out and send the form again`,
  form: 'Part of the form got lost on the way. Your answers are still here: send it again',
}
