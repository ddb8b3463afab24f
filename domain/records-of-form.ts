import { consentTextVersion } from './consent.ts'
import type { IntakeForm } from './intake-form.ts'
import type { SubmittedIntake } from './intake.ts'

/** However often it was sent, an answer counts once. */
const once = <Answer>(answers: readonly Answer[]) => [...new Set(answers)]

/** Sorts the answers of a form into what was asked for, how to reach the person, and what they agreed to. */
export const recordsOf = (
  form: IntakeForm,
  receivedAt: string,
): Pick<SubmittedIntake, 'request' | 'safeContact' | 'consent'> => ({
  request: {
    who: form.who,
    age: form.age,
    safety: form.safety,
    topics: once(form.topics),
    meet: once(form.meet),
    zip: form.zip,
    usState: form.zip === null ? form.usState : null,
    travelMiles: form.travelMiles,
    times: once(form.times),
    days: once(form.days),
    timesStrength: form.timesStrength,
    wishes: form.wishes,
    otherLanguage: form.otherLanguage,
    name: form.name,
    note: form.note,
    // Fields of a helper may still hold what was typed before the person answered that it is for themselves.
    helper:
      form.who !== 'me' && form.helperName && form.helperPhone
        ? { name: form.helperName, phone: form.helperPhone }
        : null,
  },
  safeContact: {
    channels: once(form.contact),
    phone: form.phone,
    voicemail: form.voicemail,
    safeHours: once(form.safeHours),
    email: form.email,
    emailPrivacy: form.emailPrivacy,
    askedAt: receivedAt,
  },
  consent: {
    textVersion: consentTextVersion,
    language: form.language,
    givenAt: receivedAt,
    signedAs: form.name,
    keep: form.consentKeep,
    share: form.consentShare,
    checkIn: form.consentCheckIn,
  },
})
