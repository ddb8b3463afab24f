import { topics } from '../topic.ts'
import { usStates } from '../us-state.ts'
import { wishes } from '../wish.ts'
import type { Kind } from './signature.ts'
import type { FamilyPlace } from './zone-families.ts'

/** A change to what is written, or to how, is a new number: code that does not know it reads the table instead. */
export const snapshotVersion = 1

/** Kinds that anyone can be offered: they are found by topic and place. */
export const foundKinds = ['places', 'open', 'full'] as const satisfies readonly Kind[]

/** Licences: none needed, or one of the states. */
export const regions = 1 + usStates.length

/** In place of a family of zones: groups that begin on a day to come do not follow the others' order. */
export const noFamily = 0xffff

/** Degrees are kept as ten-millionths. A place between those is kept apart, whole; this marks it. */
export const oddPlace = -(2 ** 31)
export const perDegree = 1e7

/** What a snapshot says of itself. */
export interface About {
  packedAt: string
  groups: number
  active: number
  located: number
  zones: string[]
  /** The first zone of each family, and for each zone where it stands in one. */
  families: string[]
  inFamilies: FamilyPlace[]
  /** Each set of languages that some group speaks, by code and comma. */
  languageSets: string[]
  /** The lists whose places the bits stand for. */
  lists: string
}

/** What the bits mean here: topics, wishes and states by their place in our lists. */
export const listsHere = JSON.stringify([topics, wishes, usStates])
