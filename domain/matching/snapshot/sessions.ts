import { firstFrom } from './first-from.ts'
import { anywhere, listKey, manyStates, ownWeek } from './layout.ts'
import type { Query } from './query.ts'

/** Sessions in the order of the week: a whole list, or what `tagged` picks from it. */
export interface Sessions {
  topic: number
  family: number
  /** The most points that a group among them can have before times are looked at. */
  most: number
  /** Where the list begins that they are from. */
  listStart: number
  isPicked: boolean
  from: number
  to: number
}

/** Where one of these sessions stands in the columns of all lists. */
export const placeOf = ({ snapshot }: Query, { isPicked, listStart }: Sessions, at: number) =>
  isPicked ? listStart + (snapshot.tagged[at] ?? 0) : at

/** The first of these sessions, from one on, that is not before a minute of the week. */
export const firstAt = (query: Query, sessions: Sessions, from: number, minute: number) => {
  const { listSlots } = query.snapshot
  let low = from
  let high = sessions.to
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((listSlots[placeOf(query, sessions, middle)] ?? 0) < minute) low = middle + 1
    else high = middle
  }
  return low
}

/** The lists of a kind and topic from which this person may join: from anywhere, from many states with theirs, from theirs. */
export const listsFor = ({ snapshot, asked }: Query, kindAndTopic: number) => {
  const { listKeys, about } = snapshot
  const familyCount = about.families.length
  const lists: number[] = []
  const gather = (region: number) => {
    const first = listKey(kindAndTopic, region, 0, familyCount)
    const end = first + ownWeek(familyCount)
    let list = firstFrom(listKeys, 0, listKeys.length, first)
    for (; list < listKeys.length && (listKeys[list] ?? 0) <= end; list += 1) lists.push(list)
  }
  gather(anywhere)
  if (asked.usState >= 0) {
    gather(manyStates)
    gather(1 + asked.usState)
  }
  return lists
}

export const familyOf = ({ listKeys, about }: Query['snapshot'], list: number) =>
  (listKeys[list] ?? 0) % (about.families.length + 1)

/** All sessions of a list. */
export const allOf = ({ snapshot }: Query, list: number, topic: number, most: number): Sessions => {
  const from = snapshot.listStarts[list] ?? 0
  const to = snapshot.listStarts[list + 1] ?? 0
  return { topic, family: familyOf(snapshot, list), most, listStart: from, isPicked: false, from, to }
}

/** Those sessions of a list whose groups have what a tag stands for; null where none has. */
export const pickedFrom = (
  { snapshot }: Query,
  list: number,
  tag: number,
  topic: number,
  most: number,
): Sessions | null => {
  const { listTags, listTagStarts, taggedStarts } = snapshot
  let at = listTagStarts[list] ?? 0
  const end = listTagStarts[list + 1] ?? 0
  while (at < end && listTags[at] !== tag) at += 1
  if (at === end) return null
  const from = taggedStarts[at] ?? 0
  const to = taggedStarts[at + 1] ?? 0
  const listStart = snapshot.listStarts[list] ?? 0
  return { topic, family: familyOf(snapshot, list), most, listStart, isPicked: true, from, to }
}
