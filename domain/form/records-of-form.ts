import { consentTextVersion } from '../person/consent-text.ts'
import type { Wording } from '../person/consent-text.ts'
import type { SubmittedIntake } from '../way/intake.ts'
import { onlyAsked } from './asked-fields.ts'
import type { IntakeForm } from './intake-form.ts'

/** However often it was sent, an answer counts once. */
const once = <Answer>(answers: readonly Answer[]) => [...new Set(answers)]

/** Who filled it in for the person; null when they did so themselves. */
const helperOf = ({ helperName, helperPhone }: IntakeForm) =>
  helperName && helperPhone ? { name: helperName, phone: helperPhone } : null

/** Sorts the answers of a form into what was asked for, how to reach the person, and what they agreed to. */
export const recordsOf = (
  filledIn: IntakeForm,
  receivedAt: string,
  wording: Wording,
): Pick<SubmittedIntake, 'request' | 'safeContact' | 'consent'> => {
  const form = onlyAsked(filledIn)
  return {
    request: {
      who: form.who,
      age: form.age,
      safety: form.safety,
      topics: once(form.topics),
      meet: once(form.meet),
      zip: form.zip,
      usState: form.usState,
      travelMiles: form.travelMiles,
      times: once(form.times),
      days: once(form.days),
      timesStrength: form.timesStrength,
      wishes: form.wishes,
      otherLanguage: form.otherLanguage,
      name: form.name,
      note: form.note,
      helper: helperOf(form),
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
      textVersion: consentTextVersion[wording],
      language: form.language,
      givenAt: receivedAt,
      signedAs: form.helperName ?? form.name,
      keep: form.consentKeep,
      share: form.consentShare,
      checkIn: form.consentCheckIn,
    },
  }
}
