/** How often what goes wrong: shares of all calls, messages, reports and minutes. */
export interface Trouble {
  /** AWS says "not now", and did nothing. */
  throttled: number
  /** The request is lost on its way, and the caller hears nothing. */
  requestLost: number
  /** It was done, but the answer is lost. */
  answerLost: number
  /** The SDK asked twice, because the first answer was late. */
  askedTwice: number
  /** The machine that asked dies before it was done, or after. */
  diesBefore: number
  diesAfter: number
  /** Another transaction was in the way. */
  conflict: number
  /** An index still shows what was true a moment ago. */
  indexLags: number
  /** A message is handed over twice; one that was done is not deleted; one that only makes things sooner is lost. */
  messageTwice: number
  deleteLost: number
  nudgeLost: number
  /** SES's report never comes, or comes after the lease of its e-mail. */
  reportLost: number
  reportLate: number
  /** The minute passes without a sweep. */
  minuteSkipped: number
  /** Groups that should be packed anew are not; or what is packed is damaged. */
  notPacked: number
  badlyPacked: number
  /** A function is run on a new machine, which knows nothing of before. */
  newMachine: number
}

/** A bad day at AWS, all of the time. */
export const badDay: Trouble = {
  throttled: 0.03,
  requestLost: 0.01,
  answerLost: 0.01,
  askedTwice: 0.01,
  diesBefore: 0.01,
  diesAfter: 0.01,
  conflict: 0.02,
  indexLags: 0.1,
  messageTwice: 0.02,
  deleteLost: 0.01,
  nudgeLost: 0.02,
  reportLost: 0.005,
  reportLate: 0.02,
  minuteSkipped: 0.1,
  notPacked: 0.3,
  badlyPacked: 0.05,
  newMachine: 0.1,
}

// The names of `badDay` are those of `Trouble`.
const names = Object.keys(badDay) as (keyof Trouble)[]

const times = (factor: number): Trouble => ({
  ...badDay,
  ...Object.fromEntries(names.map((name) => [name, badDay[name] * factor])),
})

export const calm = times(0)
