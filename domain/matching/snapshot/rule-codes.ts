import { type Rule, ruleSchema } from '../decision.ts'

/* Rules by number, so that counting a hundred thousand groups is adding to an array. */

export const rules = ruleSchema.options
export const codeOf = (rule: Rule) => rules.indexOf(rule)

/** Nothing bars. */
export const none = -1

/** Too far even to be worth a thought (`isWithinThought`): told as too far, and no near miss. */
export const beyondThought = rules.length
