import { html } from 'hono/html'

import { typed } from '../form/answers.ts'
import { pickOne } from '../form/choices.ts'
import { line } from '../form/lines.ts'
import type { FormState } from '../form/parts.ts'
import type { Html } from '../html.ts'
import { zonedMoment, zoneName } from '../session-line.ts'
import type { FacilitatorWords } from '../words/facilitator-words.ts'

export interface SessionFacts {
  state: keyof FacilitatorWords['facilitator']['forms']['first']
  /** The group's next sessions. */
  sessions: readonly string[]
  timeZone: string
}

/** What can be wrong with a first session, as the card says it. */
export type SessionProblem = 'required' | 'date-format' | 'time-format' | 'passed' | 'too-late'

/** Where a problem with the choice stands: at the date or time that was typed, else at the list. */
export const fieldOf = (problem: SessionProblem, picked: string) => {
  if (problem === 'time-format') return 'otherTime'
  return picked === 'other' && problem !== 'required' ? 'otherDate' : 'session'
}

/** When the person first comes: one of the group's next sessions, or another day by the clock of the group. */
export const sessionForm = (form: FormState<FacilitatorWords>, facts: SessionFacts, hidden: Html): Html => {
  const { forms } = form.words.facilitator
  const { heading, lead, send } = forms.first[facts.state]
  return html`<form class="card" method="post" autocomplete="off" novalidate>
    <h3>${heading}</h3>
    <p>${lead}</p>
    ${hidden} ${choice(form, facts)}
    <button type="submit" name="action" value="first-session">${send}</button>
  </form>`
}

const choice = (form: FormState<FacilitatorWords>, { sessions, timeZone }: SessionFacts) => {
  const { words, answers } = form
  const { forms } = words.facilitator
  const picked = typed(answers, 'session')
  // A session that was picked on an older page and is not on the list any more stays picked.
  const all =
    picked && picked !== 'other' && isMoment(picked) ? [...new Set([picked, ...sessions])] : sessions
  return html`${
      sessions.length === 0
        ? html`<input type="hidden" name="session" value="other" />`
        : pickOne(form, {
            name: 'session',
            question: forms.session,
            options: [
              ...all.map((at) => [at, zonedMoment(at, timeZone, words)] as const),
              ['other', forms.other],
            ],
          })
    }
    <div class="${sessions.length === 0 ? '' : 'inset when-other'}">${otherSession(form, timeZone)}</div>`
}

const isMoment = (text: string) => !Number.isNaN(Date.parse(text))

const otherSession = (form: FormState<FacilitatorWords>, timeZone: string) => {
  const { forms } = form.words.facilitator
  const zone = zoneName(new Date(0).toISOString(), timeZone, form.words)
  return html`${line(form, {
    name: 'otherDate',
    question: forms.date,
    type: 'date',
    autocomplete: 'off',
    width: 'middle',
  })}
  ${line(form, {
    name: 'otherTime',
    question: forms.time,
    hint: forms.timeHint(zone),
    type: 'time',
    autocomplete: 'off',
    width: 'middle',
  })}`
}
