import type { Change, Standing } from '../change.ts'
import type { Rule, Suggestion } from '../decision.ts'
import { closeReasons } from '../intake.ts'
import { type Moment, isoOf } from '../moment.ts'
import type { StaffStep, StepName } from '../staff-step.ts'
import { came, leave, missed, setFirstSession } from './attendance.ts'
import { attempt, canBeDone, done, giveUpContact, note } from './contact.ts'
import { offer, sayNo, sayYes } from './offer.ts'
import { closeRequest, decline, letMachineLook, mayStaffPlace, refer, wait } from './place.ts'
import { keepFirstAnswers, useChanges } from './sent-again.ts'

/** What a step needs beside its form. */
export interface Given {
  staffId: string
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

/** After these the person is left alone, and nothing about them is written down any more but a note. */
const isOver = ({ intake }: Standing) => intake.state === 'withdrawn' || intake.state === 'erased'

/** What follows from a decision of staff; null when it is not possible, or not any more. */
export const staffDecides = (
  standing: Standing,
  step: StaffStep,
  { staffId, suggestion, at, hashes }: Given,
  moment: Moment,
): Change | null => {
  if (isOver(standing) && (step.step !== 'note' || standing.intake.state === 'erased')) return null
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
  ...canBeDone.map((action) => ({ step: 'done', action }) as const),
]

/** What staff can do now, asked of the steps themselves: a step that is not possible has no button. */
export const possibleSteps = (standing: Standing, moment: Moment): ReadonlySet<StepName> => {
  const given: Given = {
    staffId: '',
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
