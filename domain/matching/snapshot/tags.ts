import { topics } from '../../groups/topic.ts'
import { wishes } from '../../groups/wish.ts'
import { topicTag, wishTag } from './layout.ts'
import type { Row } from './row.ts'
import { basicsOf, keptForIn, needsOf, topicsIn, wishesIn } from './signature.ts'

const otherLanguage = wishes.indexOf('other-language')

/**
 * What people may ask for beside the topic, as far as a group has it: wishes that it meets, and topics that come later in the
 * list. Those who ask for an earlier one find the group there.
 */
export const tagsOf = ({ group, signature }: Row, topic: number, signatures: Uint32Array): number[] => {
  const needs = needsOf(signatures, signature)
  const met = wishesIn(needs) | keptForIn(needs)
  const speaksAnother = group.languages.some((code) => code !== 'en' && code !== 'es')
  const shared = topicsIn(basicsOf(signatures, signature))
  const tags: number[] = []
  for (let wish = 0; wish < wishes.length; wish += 1)
    if ((met >>> wish) & 1 || (wish === otherLanguage && speaksAnother)) tags.push(wishTag(wish))
  for (let later = topic + 1; later < topics.length; later += 1)
    if ((shared >>> later) & 1) tags.push(topicTag(later))
  return tags
}
