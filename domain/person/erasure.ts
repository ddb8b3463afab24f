import { isLastLetter, othersMayRead } from '../letters/addressee.ts'
import type { Email } from '../letters/email.ts'
import { type Moment, instantOf, isoOf } from '../time/moment.ts'
import type { Intake, Request } from '../way/intake.ts'
import type { Referral } from '../way/referral.ts'
import { mailableAddress, noContact } from './safe-contact.ts'

/** Why staff erase someone. Coded, so that the trail says why and nothing of whom. */
export const eraseReasons = ['person-asked', 'sent-by-mistake', 'may-not-be-kept'] as const
export type EraseReason = (typeof eraseReasons)[number]

const nobodysRequest: Request = {
  who: 'me',
  age: '25-64',
  safety: 'rather-not-say',
  topics: [],
  meet: [],
  zip: null,
  usState: null,
  travelMiles: 0,
  times: [],
  days: [],
  timesStrength: 'nice',
  wishes: {},
  otherLanguage: null,
  name: '',
  note: null,
  helper: null,
}

/** Whether the one last note may be mailed: by everything the person has said of their mailbox. */
export const hearsOfErasure = ({ safeContact, sentAgain, mayBeAutomated }: Intake) => {
  const address = mailableAddress(safeContact)
  return (
    address !== null &&
    !mayBeAutomated &&
    sentAgain.every((one) => mailableAddress(one.safeContact) === address)
  )
}

/**
 * What stays of someone's row until the last letters are out: nothing of what they told us, but for the address of the
 * one note that tells them it is done, where it is safe to send.
 */
export const erasedIntake = (intake: Intake, hears: boolean, { now }: Moment): Intake => {
  const at = isoOf(now)
  const silent = noContact(at)
  return {
    ...intake,
    request: nobodysRequest,
    safeContact: hears
      ? {
          ...silent,
          channels: ['email'],
          email: intake.safeContact.email,
          emailPrivacy: othersMayRead(intake) ? 'shared' : 'private',
        }
      : silent,
    consent: { ...intake.consent, signedAs: '', share: 'ask-first', checkIn: false },
    emailHash: hears ? intake.emailHash : null,
    phoneHash: null,
    answersHash: '',
    mayBeAutomated: false,
    state: 'erased',
    needsStaffBecause: null,
    next: null,
    alsoNext: [],
    decision: null,
    referralId: null,
    tried: [],
    waiting: null,
    followUp: null,
    attempts: [],
    notes: [],
    closed: null,
    consentsTakenBack: [],
    sentAgain: [],
    codeMisses: 0,
    erasing: { at, lookAt: at },
  }
}

/** The group stays, for the letter to its leader; why it was chosen for this person does not. */
export const erasedReferral = (referral: Referral): Referral => ({
  ...referral,
  suggestion: { ...referral.suggestion, score: 0, reasons: [] },
})

/** An hour more than any letter is tried for. After that nothing of it is waited for. */
const waitsHours = 25

/** Whether a letter still has to go out before the rows that it is written from can be deleted. */
export const isStillToGo = (
  { template, state }: Pick<Email, 'template' | 'state'>,
  erasedAt: string,
  { now }: Moment,
) =>
  isLastLetter(template) &&
  (state === 'pending' || state === 'sending') &&
  instantOf(erasedAt).until(now).total('hours') < waitsHours

/** Letters go out within a minute or so; one that does not is looked for again after a while. */
const looksAgainMinutes = 5

export const lookedForLetters = (intake: Intake, { now }: Moment): Intake => ({
  ...intake,
  erasing: intake.erasing && {
    ...intake.erasing,
    lookAt: isoOf(now.add({ minutes: looksAgainMinutes })),
  },
})
