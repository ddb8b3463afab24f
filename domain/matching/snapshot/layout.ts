import { topics } from '../../groups/topic.ts'
import { usStates } from '../../groups/us-state.ts'
import { wishes } from '../../groups/wish.ts'
import type { Kind } from './signature.ts'
import type { FamilyPlace } from './zone-families.ts'

/** A change to what is written, or to how, is a new number: code that does not know it reads the table instead. */
export const snapshotVersion = 3

/** Kinds that anyone can be offered: they are found by topic and place. */
export const foundKinds = ['places', 'open', 'full'] as const satisfies readonly Kind[]

/** Where a group may be joined from: anywhere, one state after the other, or many states. */
export const anywhere = 0
export const manyStates = 1 + usStates.length
const regions = 2 + usStates.length

/** What few groups of a list have, and some people ask for: one of the wishes, or one other topic. */
export const wishTag = (wish: number) => wish
export const topicTag = (topic: number) => wishes.length + topic
export const tagCount = wishes.length + topics.length

/** In place of how many groups have a tag: so many that there is no list of them. */
export const common = 2 ** 32 - 1

/** After the families of zones: groups that begin on a day to come do not follow the others' order. */
export const ownWeek = (familyCount: number) => familyCount

/** Names a list of sessions by kind and topic, region and family: those of different families stand side by side. */
export const listKey = (kindAndTopic: number, region: number, family: number, familyCount: number) =>
  (kindAndTopic * regions + region) * (familyCount + 1) + family

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
