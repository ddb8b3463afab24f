import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import {
  type Reason,
  type Suggestion,
  reasonSchema,
  ruleSchema,
  speaksFor,
} from '../domain/matching/decision.ts'
import { points } from '../domain/matching/preferences.ts'
import { reasonSources, ruleSources } from '../domain/matching/sources.ts'
import { exclusionSentence } from '../views/sentences.ts'
import { type GroupWords, groupWords } from '../views/words/group-words.ts'
import { requestWords } from '../views/words/staff-request.ts'

/*
 * `npm run matching-doc` writes the tables of docs/matching.md from the rules as they are; a test says when it has to.
 */

const doc = join(import.meta.dirname, '..', 'docs', 'matching.md')
const [en, es] = [groupWords('en'), groupWords('es')]

/** No sentence of the tables is about it. */
const sample: Suggestion = {
  groupId: 'a/group',
  groupVersion: 1,
  name: 'A group',
  format: 'in-person',
  sessions: [],
  timeZone: 'America/New_York',
  nextSessionAt: null,
  venue: null,
  online: null,
  url: null,
  notes: null,
  score: 0,
  reasons: [],
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const rules = () =>
  table(
    ['rule', 'said in English', 'said in Spanish', 'source'],
    ruleSchema.options.map((rule) => [
      `\`${rule}\``,
      exclusionSentence({ rule }, en),
      exclusionSentence({ rule }, es),
      ruleSources[rule],
    ]),
  )

const worth: Record<Reason['because'], string> = {
  topic: `${points.topic}`,
  'more-topics': `${points.moreTopics} each`,
  wish: `${points.wish} each`,
  time: `${points.time}`,
  near: `up to ${points.nearest}`,
  soon: `${points.soonest} within three days, ${points.thisWeek} within seven`,
  scarce: 'below nought, in steps of 25',
}

const said = (because: Reason['because'], words: GroupWords) => {
  const reason = { because, points: 0, count: 1, miles: 3 }
  return speaksFor(reason) ? words.reasons[reason.because](reason, sample) : ''
}

const reasons = () =>
  table(
    ['reason', 'points', 'said in English', 'said in Spanish', 'source'],
    reasonSchema.shape.because.options.map((because) => [
      `\`${because}\``,
      worth[because],
      said(because, en) || `To staff alone: ${requestWords.why.scarce(9, 2)}`,
      said(because, es),
      reasonSources[because],
    ]),
  )

const between = (text: string, name: string, inner: string) =>
  text.replace(
    new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- /${name} -->)`),
    (_, begins: string, ends: string) => `${begins}\n\n${inner}\n\n${ends}`,
  )

/** The page, with its tables as the rules are now. */
export const matchingDoc = () =>
  between(between(readFileSync(doc, 'utf8'), 'rules', rules()), 'reasons', reasons())

if (import.meta.main) writeFileSync(doc, matchingDoc())
