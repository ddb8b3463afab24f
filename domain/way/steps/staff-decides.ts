import type { Rule, Suggestion } from '../../matching/decision.ts'
import { revocable } from '../../person/consent.ts'
import type { Role } from '../../staff/staff.ts'
import type { StaffStep, StepName } from '../../staff/step.ts'
import { type Moment, isoOf } from '../../time/moment.ts'
import type { Change, Standing } from '../change.ts'
import { closeReasons } from '../intake.ts'
import { came, leave, missed, setFirstSession } from './attendance.ts'
import { attempt, canBeDone, done, giveUpContact, note } from './contact.ts'
import { erase } from './erase.ts'
import { offer, sayNo, sayYes } from './offer.ts'
import { closeRequest, decline, letMachineLook, mayStaffPlace, refer, wait } from './place.ts'
import { stopContact } from './safe-contact.ts'
import { keepFirstAnswers, useChanges } from './sent-again.ts'
import { takeBack } from './take-back.ts'
import { withdraw } from './withdraw.ts'

/** What a step needs beside its form. */
export interface Given {
  staffId: string
  role: Role
  /** The group that was picked, as it is now. */
  suggestion: Suggestion | null
  /** The moment of the first session. */
  at: string | null
  /** Keyed hashes of the address and the number of the answers that were sent last. */
  hashes: { emailHash: string | null; phoneHash: string | null }
}

/** That a group was picked although it does not meet something stands in the trail, rule by rule. */
const withKnown = (change: Change | null, know: readonly Rule[]) =>
  change && know.length > 0
    ? {
        ...change,
        events: change.events.map((one) =>
          one.event === 'other-group' ? { ...one, codes: { ...one.codes, rules: know.join(' ') } } : one,
        ),
      }
    : change

/**
 * Someone who took their request back is left alone: what is still possible is to leave a note, to read what they sent
 * since, and to erase them. Of someone who is erased there is nothing left to decide.
 */
const afterwards: ReadonlySet<StepName> = new Set(['note', 'done', 'use-changes', 'keep-first', 'erase'])

const isOver = ({ intake: { state } }: Standing, step: StepName) =>
  state === 'erased' || (state === 'withdrawn' && !afterwards.has(step))

/** What follows from a decision of staff; null when it is not possible, or not any more. */
export const staffDecides = (
  standing: Standing,
  step: StaffStep,
  { staffId, role, suggestion, at, hashes }: Given,
  moment: Moment,
): Change | null => {
  if (isOver(standing, step.step)) return null
  switch (step.step) {
    case 'offer':
      return offer(standing, moment)
    case 'decline':
      return decline(standing, { because: step.because, by: 'staff' }, moment)
    case 'other-group':
      return suggestion && withKnown(refer(standing, suggestion, moment), step.know)
    case 'wait':
      return wait(standing, moment)
    case 'look-again':
      return letMachineLook(standing, moment)
    case 'attempt':
      return attempt(standing, { channel: step.channel, staffId }, moment)
    case 'give-up':
      return giveUpContact(standing, moment)
    case 'note':
      return note(standing, { text: step.text, staffId }, moment)
    case 'done':
      return done(standing, step.action, moment)
    case 'say-yes': {
      const { share } = step
      return sayYes(standing, { share, language: standing.intake.language, by: 'staff' }, moment)
    }
    case 'say-no':
      return sayNo(standing, { another: step.another, by: 'staff' }, moment)
    case 'first-session':
      return at === null ? null : setFirstSession(standing, { at, by: 'staff' }, moment)
    case 'came':
      return came(standing, 'staff', moment)
    case 'missed':
      return missed(standing, 'staff', moment)
    case 'leave':
      return leave(standing, { another: step.another, by: 'staff' }, moment)
    case 'use-changes':
      return useChanges(standing, hashes, moment)
    case 'keep-first':
      return keepFirstAnswers(standing, moment)
    case 'close':
      return closeRequest(standing, step.because, moment)
    case 'stop-contact':
      return stopContact(standing, moment)
    case 'take-back':
      return takeBack(standing, step.purpose, moment)
    case 'withdraw':
      return withdraw(standing, 'staff', moment)
    case 'erase':
      // It cannot be undone, so it is not for everyone.
      return role === 'admin' ? erase(standing, { because: step.because, by: 'staff' }, moment) : null
  }
}

/** One of each step that needs no more than the tables to be possible. */
const examples: readonly StaffStep[] = [
  { step: 'offer' },
  { step: 'decline', because: 'other' },
  { step: 'wait' },
  { step: 'look-again' },
  { step: 'attempt', channel: 'call' },
  { step: 'give-up' },
  { step: 'note', text: '' },
  { step: 'say-yes', share: false },
  { step: 'say-no', another: true },
  { step: 'first-session', session: '', date: '', time: '' },
  { step: 'came' },
  { step: 'missed' },
  { step: 'leave', another: true },
  { step: 'use-changes' },
  { step: 'keep-first' },
  ...closeReasons.map((because) => ({ step: 'close', because }) as const),
  { step: 'stop-contact' },
  ...revocable.map((purpose) => ({ step: 'take-back', purpose }) as const),
  { step: 'withdraw' },
  { step: 'erase', because: 'person-asked' },
  ...canBeDone.map((action) => ({ step: 'done', action }) as const),
]

/** What someone of staff can do now, asked of the steps themselves: a step that is not possible has no button. */
export const possibleSteps = (standing: Standing, role: Role, moment: Moment): ReadonlySet<StepName> => {
  const given: Given = {
    staffId: '',
    role,
    suggestion: null,
    at: isoOf(moment.now),
    hashes: { emailHash: null, phoneHash: null },
  }
  const possible = examples.filter((step) => staffDecides(standing, step, given, moment) !== null)
  return new Set<StepName>([
    ...possible.map(({ step }) => step),
    ...(mayStaffPlace(standing) ? (['other-group'] as const) : []),
  ])
}
