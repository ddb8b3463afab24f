import { html } from 'hono/html'

import { line } from '../form/lines.ts'
import type { FormState } from '../form/parts.ts'
import type { Frame } from '../frame.ts'
import type { Html } from '../html.ts'
import { layout, phoneLink } from '../layout.ts'
import { dateLine } from '../times.ts'
import { type FacilitatorWords, facilitatorWords } from '../words/facilitator-words.ts'

export type DoorProblem = keyof FacilitatorWords['facilitator']['door']['problems']

interface DoorFacts {
  group: string
  /** The group's own: its leader goes by the clock on that wall. */
  timeZone: string
  reference: string
  asked: keyof FacilitatorWords['facilitator']['door']['asked']
  dueAt: string | null
  isLate: boolean
  /** A code is on its way and can still be typed. */
  isCodeOut: boolean
  triesLeft: number | null
  problem: DoorProblem | null
}

/** All that a stranger who holds a leader's link may see: nothing of it is about the person. */
export const facilitatorDoorPage = (frame: Frame, facts: DoorFacts): Html => {
  const words = facilitatorWords(frame.language)
  const { facilitator, status } = words
  const { door } = facilitator
  const { problem, triesLeft } = facts
  const left = triesLeft === null ? '' : `. ${status.triesLeft(triesLeft)}.`
  const form: FormState<FacilitatorWords> = {
    words,
    answers: {},
    problems: new Map(problem ? [['code', `${door.problems[problem]}${left}`]] : []),
  }
  return layout(frame, {
    title: facilitator.title,
    hasProblems: problem !== null,
    body: html`<h1>${door.heading}</h1>
      ${facts.isCodeOut ? '' : problemLine(form)}
      <p class="lead">${door.asked[facts.asked]}</p>
      ${whenDue(facts, words)}
      <dl class="facts">
        <dt>${facilitator.group}</dt>
        <dd>${facts.group}</dd>
        <dt>${facilitator.reference}</dt>
        <dd class="small-reference">${facts.reference}</dd>
      </dl>
      ${facts.isCodeOut ? typeCode(form, frame) : askForCode(frame, words)}
      <p>${door.noCode} ${phoneLink(frame.organisation.helpPhone)}</p>`,
  })
}

/** Where there is no field to stand at, what is wrong stands at the top. */
const problemLine = ({ problems }: FormState<FacilitatorWords>) =>
  [...problems.values()].map(
    (sentence) =>
      html`<div class="errors" role="alert" tabindex="-1" autofocus>
        <p class="problem">${sentence}.</p>
      </div>`,
  )

const whenDue = ({ dueAt, isLate, timeZone }: DoorFacts, { facilitator, language }: FacilitatorWords) => {
  if (dueAt === null) return ''
  const day = dateLine(dueAt, timeZone, language)
  return html`<p class="next">${isLate ? facilitator.door.late(day) : facilitator.door.by(day)}</p>`
}

const sendButton = ({ language }: Frame, label: string, look: string) =>
  html`<input type="hidden" name="language" value="${language}" />
    <button type="submit" name="action" value="send-code" class="${look}">${label}</button>`

const askForCode = (frame: Frame, { facilitator: { door } }: FacilitatorWords) =>
  html`<form class="panel" method="post" autocomplete="off">
    <h2>${door.codeHeading}</h2>
    <p>${door.why}</p>
    ${sendButton(frame, door.send, '')}
  </form>`

const typeCode = (form: FormState<FacilitatorWords>, frame: Frame) => {
  const { door } = form.words.facilitator
  return html`<div class="panel">
    <h2>${door.codeHeading}</h2>
    <p>${door.sent}</p>
    <form method="post" autocomplete="off" novalidate>
      ${line(form, {
        name: 'code',
        question: door.code,
        hint: door.codeHint,
        inputmode: 'numeric',
        autocomplete: 'one-time-code',
        width: 'short',
      })}
      <input type="hidden" name="language" value="${frame.language}" />
      <button type="submit" name="action" value="open">${door.open}</button>
    </form>
    <form method="post" autocomplete="off">${sendButton(frame, door.another, 'quiet-button')}</form>
  </div>`
}
