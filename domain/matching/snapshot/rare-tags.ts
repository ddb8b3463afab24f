import { topics } from '../../groups/topic.ts'
import { wishes } from '../../groups/wish.ts'
import { points } from '../preferences.ts'
import { common, tagCount, topicTag, wishTag } from './layout.ts'
import type { Query } from './query.ts'

/** Something this person asks for beside the topic that few groups of the topic have. */
interface RareTag {
  tag: number
  /** How many groups have it. */
  size: number
  worth: number
  isMust: boolean
}

const otherLanguage = wishes.indexOf('other-language')

const smallestFirst = (one: RareTag, other: RareTag) => one.size - other.size

/** What this person asks for that few groups of a kind and topic have, what fewest have first. */
export const rareTagsFor = ({ snapshot, asked }: Query, kindAndTopic: number): RareTag[] => {
  const tags: RareTag[] = []
  const add = (tag: number, worth: number, isMust: boolean) => {
    const size = snapshot.tagSizes[kindAndTopic * tagCount + tag] ?? common
    if (size !== common) tags.push({ tag, size, worth, isMust })
  }
  for (let wish = 0; asked.wishes >>> wish !== 0; wish += 1) {
    const isAsked = ((asked.wishes >>> wish) & 1) === 1
    // What is no other language to the lists may be one to a person.
    if (isAsked && (wish !== otherLanguage || asked.otherIsListed))
      add(wishTag(wish), points.wish, ((asked.musts >>> wish) & 1) === 1)
  }
  const topic = kindAndTopic % topics.length
  for (const other of asked.topicIndexes) if (other > topic) add(topicTag(other), points.moreTopics, false)
  return tags.toSorted(smallestFirst)
}
