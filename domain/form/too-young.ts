import type { IntakeForm } from './intake-form.ts'

/** Whether an organisation takes the forms of people of 13 to 17, or points them to other help. */
export type MinorsMode = 'signpost' | 'accept'

/** Who is too young for this form; null when nobody is. Nothing is taken from a child (COPPA, 16 CFR 312). */
export const tooYoung = ({ age }: Pick<IntakeForm, 'age'>, minors: MinorsMode): 'under-13' | '13-17' | null =>
  age === 'under-13' || (age === '13-17' && minors === 'signpost') ? age : null
