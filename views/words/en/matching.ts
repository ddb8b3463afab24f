import type { Wish } from '../../../domain/groups/wish.ts'
import type { Exclusion, ForReason, Rule, Suggestion } from '../../../domain/matching/decision.ts'

const miles = (count: number) => (count === 1 ? '1 mile' : `${count} miles`)

/** Why a group was chosen, in sentences. */
export const reasons: Record<ForReason['because'], (reason: ForReason, group: Suggestion) => string> = {
  topic: () => 'It is about what you asked for.',
  'more-topics': ({ count }) =>
    count === 1
      ? 'It covers one more thing you picked.'
      : `It covers ${count ?? 'some'} more things you picked.`,
  wish: () => 'It has something you wished for.',
  time: () => 'It meets when you said you could go.',
  near: ({ miles: away = 0 }) =>
    away <= 1
      ? 'It is in your ZIP code area.'
      : `It is about ${miles(away)} from the middle of your ZIP code.`,
  soon: () => 'It meets again soon.',
}

export const metWishes: Record<Wish, string> = {
  women: 'It is for women only.',
  men: 'It is for men only.',
  lgbtq: 'It is for LGBTQ+ people.',
  veterans: 'It is for veterans.',
  'people-of-color': 'It is for people of color.',
  'twelve-step': 'It follows the twelve steps.',
  faith: 'It is based on faith.',
  'not-faith': 'It is not based on faith.',
  'peer-led': 'Its leader has been through it too.',
  'therapist-led': 'A licensed therapist leads it.',
  free: 'It is free.',
  spanish: 'It is held in Spanish.',
  'other-language': 'It is held in the language you asked for.',
  asl: 'It has an ASL interpreter.',
  captions: 'It has captions.',
  'step-free': 'You can get in without steps.',
  quiet: 'It has a quiet, calm room.',
  'child-care': 'It has child care.',
  rides: 'It can help with rides.',
}

type RuleSentence = (exclusion: Exclusion, wish: string | undefined) => string

/**
 * Why a group was not chosen: `is` is the fact, `wouldFit` ends the sentence "It would fit if …". `alone` stands in for
 * that sentence where the rule is the only one and its reason does not fit behind an "if".
 */
export const rules: Record<Rule, { is: RuleSentence; wouldFit: RuleSentence; alone?: string }> = {
  'not-running': { is: () => 'It does not meet at the moment.', wouldFit: () => 'it met at the moment' },
  'already-tried': { is: () => 'You have tried it before.', wouldFit: () => 'you wanted to try it again' },
  'other-topic': { is: () => 'It is about something else.', wouldFit: () => 'its topic were right for you' },
  'kept-for-others': { is: () => 'It is kept for some people only.', wouldFit: () => 'it were open to all' },
  'other-age': { is: () => 'It is for other ages.', wouldFit: () => 'it were open to your age' },
  'other-language': {
    is: () => 'It is held in another language.',
    wouldFit: () => 'you could follow it in its language',
  },
  'starts-later': { is: () => 'It starts later in the year.', wouldFit: () => 'it started sooner' },
  'other-format': {
    is: () => 'It does not meet in a way you picked.',
    wouldFit: () => 'you could meet in another way',
  },
  'not-licensed-there': {
    is: () => 'Its therapist has no license for your state.',
    wouldFit: () => 'its therapist had a license for your state',
  },
  'too-far': {
    is: (exclusion) =>
      exclusion.miles === undefined
        ? 'It is too far away.'
        : `It is too far away: ${miles(exclusion.miles)}.`,
    wouldFit: (exclusion) =>
      exclusion.miles === undefined
        ? 'you could travel farther'
        : `you could travel ${miles(exclusion.miles)}`,
  },
  'place-unknown': {
    is: () => 'We do not know where it meets.',
    wouldFit: () => 'we knew where it meets',
  },
  'home-unknown': {
    is: () => 'Without a ZIP code we can’t tell how far it is.',
    wouldFit: () => 'it were near you',
    alone: 'It could fit if it is near you. We have no ZIP code for you.',
  },
  'other-time': { is: () => 'It meets at other times.', wouldFit: () => 'other times were possible' },
  'no-session-known': {
    is: () => 'We do not know when it meets.',
    wouldFit: () => 'we knew when it meets',
  },
  'wish-not-met': {
    is: (_, wish) =>
      wish ? `It does not have this must: “${wish}”.` : 'It does not have something you must have.',
    wouldFit: (_, wish) => (wish ? `“${wish}” were not a must` : 'fewer things were a must'),
  },
  full: { is: () => 'It is full.', wouldFit: () => 'it had a free place' },
}

export const matching = {
  wouldFitIf: (conditions: string) => `It would fit if ${conditions}.`,
  yourTime: (time: string) => `${time} your time`,
  /** For times that are more than one phrase, so that it is clear that it is said of them all. */
  yourTimes: (times: string) => `Your time: ${times}`,
  zone: (name: string) => name.replace(/( Standard)? Time$/, (ending) => ending.toLowerCase()),
  askForTimes: 'Ask the group when it meets',
}
