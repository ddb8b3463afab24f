import type { Decision, Suggestion } from '../domain/matching/decision.ts'
import { exclusionSentence, nearMissSentence } from '../views/sentences.ts'
import { staffReason } from '../views/staff/group-reasons.ts'
import { groupWords } from '../views/words/group-words.ts'
import { type OneRequest, aboutOneRequest } from './one-request.ts'

/** Why this group: the decision as it was made, sentence by sentence, from the facts it was made from. */

const words = groupWords('en')

const sheet = (suggestion: Suggestion) =>
  [
    `  ${suggestion.name} (${suggestion.groupId}): ${suggestion.score} points`,
    ...suggestion.reasons.map(
      (reason) => `    ${String(reason.points).padStart(4)}  ${staffReason(reason, suggestion)}`,
    ),
  ].join('\n')

const section = (title: string, lines: readonly string[]) =>
  lines.length > 0 ? [`${title}\n${lines.join('\n')}`] : []

const tellDecision = (decision: Decision) => [
  `Decided ${decision.decidedAt} by rules of version ${decision.policy}, from ${decision.groupsConsidered} groups, ${decision.pricesVersion === null ? 'without prices of places' : `with the prices of places of version ${decision.pricesVersion}`}.`,
  ...section('A place was held in', decision.held ? [sheet(decision.held)] : []),
  ...(decision.isFull ? ['Only the lack of a free place stood in the way.'] : []),
  ...section('Next best', decision.alternatives.map(sheet)),
  ...section('Open meetings', decision.openMeetings.map(sheet)),
  ...section(
    'Near misses',
    decision.nearMisses.map(({ name, exclusions }) => `  ${name}: ${nearMissSentence(exclusions, words)}`),
  ),
  ...section(
    'Left out (a group may fail several rules)',
    Object.entries(decision.excluded).map(
      // Keys of the record are rules by its schema.
      ([rule, count]) =>
        `  ${String(count).padStart(5)}  ${exclusionSentence({ rule: rule as keyof typeof decision.excluded }, words)}`,
    ),
  ),
]

const tell = ({ intake }: OneRequest) =>
  [
    `Request ${intake.reference}: ${intake.state}${intake.needsStaffBecause ? ` (${intake.needsStaffBecause})` : ''}`,
    ...(intake.decision
      ? tellDecision(intake.decision)
      : ['The machine chose nothing: this request is for staff.']),
  ].join('\n\n')

await aboutOneRequest('explain', tell)
