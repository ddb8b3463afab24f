import { limits } from '../../../domain/form/choices.ts'
import type { IntakeForm } from '../../../domain/form/intake-form.ts'

type Labels<Answer extends string> = Record<Answer, string>

/** The questions about safe contact, and the consent questions. */
export const reaching = {
  name: {
    question: 'What should we call you?',
    hint: 'First name or any name you like. It does not have to be your legal name.',
  },
  contact: {
    question: 'How is it safe to contact you?',
    hint: 'Pick only ways that are safe for you.',
    answers: {
      text: 'Text message',
      call: 'Phone call',
      email: 'Email',
      none: 'Don’t contact me. I will check back with my private link.',
    } satisfies Labels<IntakeForm['contact'][number]>,
  },
  phone: { question: 'What is your phone number?', hint: 'Like 312 555 0123.' },
  voicemail: {
    question: 'If you don’t pick up, can we leave a message?',
    answers: {
      'say-who-you-are': 'Yes, you can say who you are',
      'name-and-number-only': 'Yes, but only a first name and a number',
      'no-message': 'No, do not leave a message',
    } satisfies Labels<NonNullable<IntakeForm['voicemail']>>,
  },
  safeHours: {
    question: 'When is it safe to call?',
    answers: {
      mornings: 'Mornings',
      afternoons: 'Afternoons',
      evenings: 'Evenings',
      'text-first': 'Only when I say so (text me first)',
    } satisfies Labels<IntakeForm['safeHours'][number]>,
  },
  email: {
    question: 'What is your email address?',
    hint: 'We send a short note to say that we got your form.',
  },
  emailPrivacy: {
    question: 'Could anyone else see your email?',
    hint: 'This changes what we write.',
    answers: {
      private: 'No, only I read it',
      shared: 'Yes, keep it very plain',
    } satisfies Labels<NonNullable<IntakeForm['emailPrivacy']>>,
  },
  note: {
    question: 'Is there anything else we should know?',
    hint: 'For example, a group you have tried or a name you don’t want to see. You do not need to tell us what happened. Staff read this on business days only.',
    room: `Up to ${limits.noteLetters} characters.`,
    left: 'Characters left:',
    over: 'Too many characters:',
  },
  consentKeep: {
    question: 'Can we keep your answers?',
    hint: 'We need your OK to look for a group.',
    yes: 'Yes, you can keep my answers and use them to find me a group.',
  },
  consentShare: {
    question: 'Can we share your details with group leaders?',
    hint: 'Both answers are fine. Saying “ask me first” does not affect your place in line.',
    answers: {
      yes: 'Yes, you can share my name, contact details and what I need with the group leaders you pick for me.',
      'ask-first': 'Ask me first, each time, before you share anything.',
    } satisfies Labels<IntakeForm['consentShare']>,
  },
  consentCheckIn: {
    question: 'Can we check in with you later?',
    yes: 'Yes, you can check in with me later to see how it is going.',
  },
}
