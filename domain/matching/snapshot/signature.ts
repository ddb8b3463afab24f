import { type Group, freePlaces } from '../../groups/group.ts'
import { topics } from '../../groups/topic.ts'
import { usStates } from '../../groups/us-state.ts'
import { type Wish, keptForWishes, wishes } from '../../groups/wish.ts'

/*
 * What two groups that differ only in where, when and by what name they meet have in common. There are few of these, so a
 * person is held against each once, and not against each group. A signature is three words of 32 bits:
 *
 *   basics: topics 11 · formats 3 · needs a licence 1 · kind 2 · youngest 7 · oldest 7
 *   needs:  wishes it meets 19 · whom it is kept for 5
 *   sets:   the licences it has 16 · the languages it speaks 16, each by its place in a list
 */

/** What a group is to someone who fits: it has a place, anyone may walk in, it has none now, or it does not meet. */
export const kinds = ['places', 'open', 'full', 'not-running'] as const
export type Kind = (typeof kinds)[number]

/** A bit for each, in the order in which a person would be offered them. */
export const formatBits = { 'in-person': 1, video: 2, phone: 4 } as const

export const wordsOfSignature = 3
const formatsAt = 11
const limitedAt = 14
const kindAt = 15
export const youngestAt = 17
export const oldestAt = 24
export const keptForAt = 19
export const languagesAt = 16
/** As many years as seven bits hold. */
export const mostYears = 127
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
      (formats << formatsAt) |
      (isLimited << limitedAt) |
      (kinds.indexOf(kindOf(group)) << kindAt) |
      ((group.minimumAge ?? 0) << youngestAt) |
      ((group.maximumAge ?? 120) << oldestAt),
    wishBits((wish) => offers(group, wish)) |
      (bitsOf(keptForWishes, (kept) => group.keptFor.includes(kept)) << keptForAt),
    licences | (languages << languagesAt),
  ]
}

/* The words of a signature, and what each tells. A search does little else than ask, so whoever asks much reads a word once. */
type Signatures = Uint32Array
export const basicsOf = (all: Signatures, signature: number) => all[signature * wordsOfSignature] ?? 0
export const needsOf = (all: Signatures, signature: number) => all[signature * wordsOfSignature + 1] ?? 0
export const setsOf = (all: Signatures, signature: number) => all[signature * wordsOfSignature + 2] ?? 0

export const topicsIn = (basics: number) => basics & (2 ** formatsAt - 1)
export const formatsIn = (basics: number) => (basics >>> formatsAt) & 7
export const needsLicence = (basics: number) => ((basics >>> limitedAt) & 1) === 1
export const kindIn = (basics: number) => kinds[(basics >>> kindAt) & 3]
export const youngestIn = (basics: number) => (basics >>> youngestAt) & mostYears
export const oldestIn = (basics: number) => basics >>> oldestAt
export const wishesIn = (needs: number) => needs & (2 ** keptForAt - 1)
/** Those whom it is kept for have the first bits among the wishes as well. */
export const keptForIn = (needs: number) => needs >>> keptForAt
export const licencesIn = (sets: number) => sets & (mostOfAList - 1)
export const languagesIn = (sets: number) => sets >>> languagesAt

/** Whether a list of licences, two words each, has the state of this place in the list of states. */
export const holdsState = (licences: Uint32Array, at: number, state: number) =>
  state >= 0 && (((licences[2 * at + (state >>> 5)] ?? 0) >>> (state & 31)) & 1) === 1
