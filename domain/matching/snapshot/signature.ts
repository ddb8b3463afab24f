import { type Group, freePlaces } from '../../groups/group.ts'
import { topics } from '../../groups/topic.ts'
import { usStates } from '../../groups/us-state.ts'
import { type Wish, keptForWishes, wishes } from '../../groups/wish.ts'

/*
 * What two groups that differ only in where, when and by what name they meet have in common. There are few of these, so a
 * person is held against each once, and not against each group. A signature is three words of 32 bits:
 *
 *   topics 11 · formats 3 · needs a licence 1 · kind 2 · youngest 7 · oldest 7
 *   wishes it meets 19 · whom it is kept for 5
 *   the licences it has 16 · the languages it speaks 16, each by its place in a list
 */

/** What a group is to someone who fits: it has a place, anyone may walk in, it has none now, or it does not meet. */
export const kinds = ['places', 'open', 'full', 'not-running'] as const
export type Kind = (typeof kinds)[number]

/** A bit for each, in the order in which a person would be offered them. */
export const formatBits = { 'in-person': 1, video: 2, phone: 4 } as const

export const wordsOfSignature = 3
const shifts = {
  formats: 11,
  isLimited: 14,
  kind: 15,
  youngest: 17,
  oldest: 24,
  keptFor: 19,
  languages: 16,
} as const
const mostOfAList = 2 ** 16

const bitsOf = <Name extends string>(names: readonly Name[], has: (name: Name) => boolean) =>
  names.reduce((bits, name, index) => (has(name) ? bits | (1 << index) : bits), 0)

const topicBits = (has: (topic: (typeof topics)[number]) => boolean) => bitsOf(topics, has)
export const wishBits = (has: (wish: Wish) => boolean) => bitsOf(wishes, has)

export const kindOf = (group: Group): Kind => {
  if (group.status !== 'active') return 'not-running'
  if (group.enrolment === 'open') return 'open'
  return freePlaces(group) === 0 ? 'full' : 'places'
}

/** `offersWish`, but for the wish for another language, which depends on which one. */
const offers = (group: Group, wish: Wish) => {
  switch (wish) {
    case 'spanish':
      return group.languages.includes('es')
    case 'therapist-led':
      return group.ledBy === 'therapist'
    case 'peer-led':
      return group.ledBy === 'peer'
    case 'free':
      return group.costCents === 0 || group.offers.includes('free')
    case 'other-language':
      return false
    default:
      return group.offers.includes(wish)
  }
}

/** The licences that bind a group, as two words of a bit for each state; null when none does. */
export const licencesOf = ({ ledBy, licensedStates }: Group): [number, number] | null => {
  if (ledBy !== 'therapist' || licensedStates === null) return null
  const has = (state: (typeof usStates)[number]) => licensedStates.includes(state)
  return [bitsOf(usStates.slice(0, 32), has), bitsOf(usStates.slice(32), has)]
}

/** `licences` and `languages` are their places in the lists of those. */
export const signatureOf = (group: Group, licences: number, languages: number): [number, number, number] => {
  if (licences >= mostOfAList || languages >= mostOfAList)
    throw new Error('More sets of licences or languages than a snapshot can tell apart.')
  const formats = group.formats.reduce((bits, format) => bits | formatBits[format], 0)
  const isLimited = licencesOf(group) === null ? 0 : 1
  return [
    topicBits((topic) => group.topics.includes(topic)) |
      (formats << shifts.formats) |
      (isLimited << shifts.isLimited) |
      (kinds.indexOf(kindOf(group)) << shifts.kind) |
      ((group.minimumAge ?? 0) << shifts.youngest) |
      ((group.maximumAge ?? 120) << shifts.oldest),
    wishBits((wish) => offers(group, wish)) |
      (bitsOf(keptForWishes, (kept) => group.keptFor.includes(kept)) << shifts.keptFor),
    licences | (languages << shifts.languages),
  ]
}

const someBits = (word: number, shift: number, count: number) => (word >>> shift) & ((1 << count) - 1)

type Signatures = Uint32Array
const word = (signatures: Signatures, signature: number, which: number) =>
  signatures[signature * wordsOfSignature + which] ?? 0

export const topicsOf = (all: Signatures, one: number) => someBits(word(all, one, 0), 0, 11)
export const kindIn = (all: Signatures, one: number) => kinds[someBits(word(all, one, 0), shifts.kind, 2)]
export const formatsOf = (all: Signatures, one: number) => someBits(word(all, one, 0), shifts.formats, 3)
export const needsLicence = (all: Signatures, one: number) =>
  someBits(word(all, one, 0), shifts.isLimited, 1) === 1
export const youngestOf = (all: Signatures, one: number) => someBits(word(all, one, 0), shifts.youngest, 7)
export const oldestOf = (all: Signatures, one: number) => someBits(word(all, one, 0), shifts.oldest, 7)
export const wishesOf = (all: Signatures, one: number) => someBits(word(all, one, 1), 0, 19)
/** Those whom it is kept for have the first bits among the wishes as well. */
export const keptForOf = (all: Signatures, one: number) => someBits(word(all, one, 1), shifts.keptFor, 5)
export const licencesIn = (all: Signatures, one: number) => someBits(word(all, one, 2), 0, 16)
export const languagesIn = (all: Signatures, one: number) => someBits(word(all, one, 2), shifts.languages, 16)

/** Whether a list of licences, two words each, has the state of this place in the list of states. */
export const holdsState = (licences: Uint32Array, at: number, state: number) =>
  state >= 0 && (((licences[2 * at + (state >>> 5)] ?? 0) >>> (state & 31)) & 1) === 1
