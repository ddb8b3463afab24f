import { html } from 'hono/html'

import type { Kept } from '../../../domain/person/kept.ts'
import { answerLines, contactLines } from '../../answer-lines.ts'
import type { Frame } from '../../frame.ts'
import type { Html } from '../../html.ts'
import { layout, phoneLink } from '../../layout.ts'
import { clock, dayOfYear } from '../../times.ts'
import { type ProgressWords, progressWords } from '../../words/progress-words.ts'
import { choiceLines } from './consents.ts'
import { type Own, backToDetails, goButton, ownForm } from './own-form.ts'

interface KeptFacts extends Own {
  kept: Kept
  timeZone: string
}

/** The day with its year, as all of this may be read much later. */
const atTime = (at: string, timeZone: string, language: ProgressWords['language']) =>
  `${dayOfYear(at, timeZone, language)}, ${clock(at, timeZone, language)}`

type Line = readonly [label: string, text: Html | string]

const list = (lines: readonly Line[]) =>
  html`<dl class="facts">
    ${lines.map(
      ([label, text]) =>
        html`<dt>${label}</dt>
          <dd>${text}</dd>`,
    )}
  </dl>`

const part = (heading: string, body: Html | null, words: ProgressWords) =>
  html`<h2>${heading}</h2>
    ${body ?? html`<p>${words.kept.none}</p>`}`

const items = (lines: readonly (Html | string)[]) =>
  lines.length === 0
    ? null
    : html`<ul>
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>`

const answers = (facts: KeptFacts, words: ProgressWords) => {
  const { kept } = facts
  const { labels, languages } = words.kept
  const day = (at: string) => atTime(at, facts.timeZone, words.language)
  return html`${list([
    [labels.reference, kept.reference],
    [labels.received, day(kept.receivedAt)],
    [labels.language, languages[kept.language]],
    [labels.signed, kept.signedAs],
    ...answerLines(kept.answers, words),
  ])}
  ${kept.sentAgain.map(
    (again) =>
      html`<h3>${words.kept.sentAgain(day(again.receivedAt))}</h3>
        ${list([...answerLines(again.answers, words), ...contactLines(again.safeContact, words)])}`,
  )}`
}

const groups = ({ kept: { found, places, waitingSince }, timeZone }: KeptFacts, words: ProgressWords) => {
  const { labels, leaderTold, leaderNotTold, places: states } = words.kept
  const day = (at: string) => dayOfYear(at, timeZone, words.language)
  const names = (all: readonly string[]) => all.join('; ') || words.kept.none
  const lines: Line[] = [
    ...(found
      ? ([
          [labels.found, names(found.placeIn ? [found.placeIn] : [])],
          [labels.alsoFound, names(found.otherGroups)],
          [labels.openGroups, names(found.openGroups)],
          [labels.nearly, names(found.nearly)],
        ] as const)
      : []),
    ...(waitingSince ? [[labels.waiting, day(waitingSince)] as const] : []),
    ...places.map(({ group, since, state, firstDayAt, leaderWasTold, ended }): Line => {
      const until = ended ? ` (${day(ended.at)})` : ''
      const first = firstDayAt && `${labels.firstDay}: ${atTime(firstDayAt, timeZone, words.language)}`
      return [
        group,
        html`${day(since)}: ${states[state]}${until}<br />
          ${first ? html`${first}<br />` : ''}${leaderWasTold ? leaderTold : leaderNotTold}`,
      ]
    }),
  ]
  return lines.length === 0 ? null : list(lines)
}

const checkIns = ({ kept, timeZone }: KeptFacts, words: ProgressWords) => {
  const { answers = [], next = null } = kept.checkIns ?? {}
  return items([
    ...answers.map(
      ({ at, answer }) => `${dayOfYear(at, timeZone, words.language)}: ${words.checkIn.answers[answer]}`,
    ),
    ...(next ? [`${words.kept.labels.nextCheckIn}: ${dayOfYear(next.askAt, timeZone, words.language)}`] : []),
  ])
}

/** Everything, in the order in which they told it and in which it happened. */
export const keptPage = (frame: Frame, facts: KeptFacts): Html => {
  const words = progressWords(frame.language)
  const { kept, timeZone } = facts
  const said = words.kept
  const when = (at: string) => atTime(at, timeZone, words.language)
  return layout(frame, {
    title: words.yours.heading,
    body: html`<h1>${said.heading}</h1>
      <p class="lead">${said.lead} ${phoneLink(frame.organisation.helpPhone)}</p>
      ${ownForm(frame, facts, html`<p>${goButton('download', said.save)}</p>`)}
      <p class="hint">${said.saveHint} ${said.print}</p>
      ${part(said.sections.answers, answers(facts, words), words)}
      ${part(said.sections.contact, list(contactLines(kept.safeContact, words)), words)}
      ${part(
        said.sections.consents,
        html`<dl class="facts">${kept.consents.map((choice) => choiceLines(choice, timeZone, words))}</dl>`,
        words,
      )}
      ${part(said.sections.groups, groups(facts, words), words)}
      ${part(said.sections.checkIns, checkIns(facts, words), words)}
      ${part(said.sections.tries, items(kept.triesToReachYou.map(({ at, how }) => `${when(at)}: ${said.tries[how]}`)), words)}
      ${part(
        said.sections.notes,
        items(
          kept.staffNotes.map(({ at, text }) => html`${when(at)}: <span class="as-typed">${text}</span>`),
        ),
        words,
      )}
      ${part(
        said.sections.sent,
        items(
          kept.notesSent.map(
            ({ about, to, state, at }) =>
              `${when(at)}: ${said.notes[about]} (${said.to[to]}), ${said.states[state]}`,
          ),
        ),
        words,
      )}
      ${part(
        said.sections.history,
        items(
          kept.history.map(
            ({ at, by, what, group }) =>
              `${when(at)}: ${said.who[by]} ${said.events[what]}${group ? ` (${group})` : ''}`,
          ),
        ),
        words,
      )}
      ${backToDetails(frame, facts, words)}`,
  })
}
