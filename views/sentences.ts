import type { UsState } from '../domain/groups/us-state.ts'
import type { Exclusion, ForReason, Suggestion } from '../domain/matching/decision.ts'
import { listed } from './times.ts'
import type { GroupWords } from './words/group-words.ts'
import type { Words } from './words/words.ts'

/** One reason, in a sentence that can stand alone. Facts come from the reason, or from the group as it was then. */
export const reasonSentence = (reason: ForReason, suggestion: Suggestion, words: GroupWords) =>
  reason.because === 'wish' && reason.wish
    ? words.metWishes[reason.wish]
    : words.reasons[reason.because](reason, suggestion)

const wishName = ({ wish }: Exclusion, words: GroupWords) => wish && words.form.wishes[wish]

export const exclusionSentence = (exclusion: Exclusion, words: GroupWords) =>
  words.rules[exclusion.rule].is(exclusion, wishName(exclusion, words))

/** "It would fit if other times were possible and …": all that kept a group out, as one condition. */
export const nearMissSentence = (exclusions: readonly Exclusion[], words: GroupWords) => {
  const [only, ...more] = exclusions
  const alone = only && more.length === 0 ? words.rules[only.rule].alone : undefined
  const conditions = exclusions.map((one) => words.rules[one.rule].wouldFit(one, wishName(one, words)))
  return alone ?? words.matching.wouldFitIf(listed(conditions, words.language))
}

export const stateName = (state: UsState, words: Words) => words.states[state]
