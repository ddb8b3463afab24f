import { html } from 'hono/html'

import { tasksOf } from '../../../domain/staff/tasks.ts'
import type { NextAction } from '../../../domain/way/next-action.ts'
import { canBeDone } from '../../../domain/way/steps/contact.ts'
import { requestWords } from '../../words/staff-request.ts'
import { stepWords } from '../../words/staff-steps.ts'
import { staffWords } from '../../words/staff.ts'
import type { StaffFrame } from '../frame.ts'
import { dueWords } from '../staff-times.ts'
import type { RequestFacts } from './request-facts.ts'
import { hidden, stepForm } from './step-form.ts'

const words = requestWords.tasks

const mayBeDone = ({ action }: NextAction) => canBeDone.some((one) => one === action)

const taskItem = (frame: StaffFrame, facts: RequestFacts, task: NextAction) => {
  const { heading } = staffWords.actions[task.action]
  const due = dueWords(task.dueAt, facts.now, facts.timeZone)
  const reminders = task.reminders ?? 0
  return html`<li class="task">
    <div>
      <strong>${heading}</strong>
      <p class="${task.dueAt <= facts.now ? 'late' : 'quiet'}">
        ${due}.${reminders > 0 ? ` ${words.reminded(reminders)}` : ''}
      </p>
    </div>
    ${
      mayBeDone(task)
        ? stepForm(
            frame,
            facts,
            'done',
            html`${hidden('action', task.action)}
              <button class="quiet-button" aria-label="${stepWords.steps.done.label}: ${heading}">
                ${stepWords.steps.done.label}
              </button>`,
          )
        : html`<p class="quiet"><a class="tall" href="#decide">${words.decide}</a></p>`
    }
  </li>`
}

/** Everything that staff have to do for this person, with what was promised for when. */
export const tasksSection = (frame: StaffFrame, facts: RequestFacts) => {
  const { intake, referral } = facts
  const held = referral?.next?.owner === 'staff' ? [referral.next] : []
  const tasks = [...tasksOf(intake), ...held]
  return html`<h2 id="tasks">${words.heading}</h2>
    ${
      tasks.length === 0
        ? html`<p>${words.none}</p>`
        : html`<ul class="tasks">
            ${tasks.map((task) => taskItem(frame, facts, task))}
          </ul>`
    }`
}
