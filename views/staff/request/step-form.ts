import { html } from 'hono/html'

import type { StepName } from '../../../domain/staff/step.ts'
import { typed } from '../../form/answers.ts'
import { attribute, flag } from '../../form/parts.ts'
import type { Html } from '../../html.ts'
import { stepWords as words } from '../../words/staff-steps.ts'
import { formToken } from '../form-token.ts'
import type { StaffFrame } from '../frame.ts'
import type { RequestFacts, Returned } from './request-facts.ts'

/** What every form about a request carries: who sends it, which step it is, and what the page had shown. */
type Carried = Pick<RequestFacts, 'seen' | 'now'> & { intake: { reference: string } }

export const hidden = (name: string, value: string) =>
  html`<input type="hidden" name="${name}" value="${value}" />`

export const stepForm = (
  { base, staff }: StaffFrame,
  { intake, seen, now }: Carried,
  step: StepName,
  body: Html,
): Html =>
  html`<form method="post" action="${base}/staff/intakes/${intake.reference}" autocomplete="off" novalidate>
    ${staff ? formToken(staff) : ''}${hidden('step', step)}${hidden('seen', seen)}${hidden('shownAt', now)}
    ${body}
  </form>`

export const hintOf = (step: StepName) => {
  const { hint } = words.steps[step]
  return hint ? html`<p class="hint">${hint}</p>` : ''
}

/** A step that needs to be told nothing: a button. */
export const plainStep = (
  frame: StaffFrame,
  facts: RequestFacts,
  step: StepName,
  look = 'quiet-button',
): Html | '' =>
  facts.possible.has(step)
    ? html`<div class="plain-step">
        ${stepForm(frame, facts, step, html`<button class="${look}">${words.steps[step].label}</button>`)}${hintOf(step)}
      </div>`
    : ''

/** What a form that came back says of one of this step's fields. */
const returnedFor = ({ returned }: Pick<RequestFacts, 'returned'>, step: StepName): Returned | null =>
  returned?.step === step ? returned : null

/** A step that needs to be told something: closed until someone opens it, or something in it has to be put right. */
export const openedStep = (frame: StaffFrame, facts: RequestFacts, step: StepName, body: Html): Html | '' =>
  facts.possible.has(step)
    ? html`<details class="part" id="${step}" ${flag('open', returnedFor(facts, step) !== null)}>
        <summary>${words.steps[step].label}</summary>
        <div class="inside">
          ${hintOf(step)}
          ${stepForm(frame, facts, step, html`${body}<button>${words.steps[step].label}</button>`)}
        </div>
      </details>`
    : ''

export const problemIn = (returned: Returned | null, field: string) => {
  const found = returned?.problems.find((one) => one.field === field)
  return found && (words.problems[field]?.[found.problem] ?? words.unknownProblem)
}

/** A form that came back though nothing stands in its way by now, and nobody did anything else. */
export const notYet = () =>
  html`<div class="errors" role="alert" tabindex="-1" autofocus>
    <h2>${words.notYet.heading}</h2>
    <p>${words.notYet.text}</p>
  </div>`

const problemLine = (id: string, sentence: string | undefined) =>
  sentence ? html`<p class="problem" id="${id}-problem">${sentence}</p>` : ''

interface Asked {
  name: string
  question: Html | string
}

export type Option = readonly [value: string, label: Html | string]

/** Ids begin with the step, as several forms of a page ask for the same. */
export const radios = (
  facts: Pick<RequestFacts, 'returned'>,
  step: StepName,
  { name, question, options }: Asked & { options: readonly Option[] },
): Html => {
  const returned = returnedFor(facts, step)
  const problem = problemIn(returned, name)
  const id = `${step}-${name}`
  return html`<fieldset
    class="field"
    id="${id}"
    role="radiogroup"
    aria-labelledby="${id}-question"
    ${attribute('aria-describedby', problem && `${id}-problem`)}${attribute('aria-invalid', problem && 'true')}
  >
    <legend id="${id}-question">${question}</legend>
    ${problemLine(id, problem)}
    <div class="cards">
      ${options.map(
        ([value, label]) =>
          html`<div class="choice">
            <input
              type="radio"
              id="${id}-${value}"
              name="${name}"
              value="${value}"
              ${flag('checked', returned?.sent[name]?.includes(value) ?? false)}
            />
            <label for="${id}-${value}">${label}</label>
          </div>`,
      )}
    </div>
  </fieldset>`
}

export const typedLine = (
  facts: Pick<RequestFacts, 'returned'>,
  step: StepName,
  { name, question, hint }: Asked & { hint: string },
): Html => {
  const returned = returnedFor(facts, step)
  const problem = problemIn(returned, name)
  const id = `${step}-${name}`
  return html`<div class="field">
    <label class="question" for="${id}">${question}</label>
    <p class="hint" id="${id}-hint">${hint}</p>
    ${problemLine(id, problem)}
    <input
      class="middle"
      type="text"
      id="${id}"
      name="${name}"
      value="${typed(returned?.sent ?? {}, name)}"
      autocomplete="off"
      aria-describedby="${id}-hint${problem ? ` ${id}-problem` : ''}"
      ${attribute('aria-invalid', problem && 'true')}
    />
  </div>`
}

/** A browser drops the first line break inside a textarea, so one is put there for it to drop. */
export const typedLines = (
  facts: Pick<RequestFacts, 'returned'>,
  step: StepName,
  { name, question }: Asked,
): Html => {
  const returned = returnedFor(facts, step)
  const problem = problemIn(returned, name)
  const id = `${step}-${name}`
  return html`<div class="field">
    <label class="question" for="${id}">${question}</label>
    ${problemLine(id, problem)}
    <textarea
      id="${id}"
      name="${name}"
      rows="4"
      autocomplete="off"
      ${attribute('aria-describedby', problem && `${id}-problem`)}${attribute('aria-invalid', problem && 'true')}
    >
${typed(returned?.sent ?? {}, name)}</textarea>
  </div>`
}
