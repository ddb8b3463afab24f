import { html } from 'hono/html'

import { groupDeclineReasons } from '../../domain/way/referral.ts'
import { pickOne } from '../form/choices.ts'
import type { FormState } from '../form/parts.ts'
import type { Html } from '../html.ts'
import type { FacilitatorWords } from '../words/facilitator-words.ts'

/** Why a group says no. */
export const declineForm = (form: FormState<FacilitatorWords>, hidden: Html): Html => {
  const { decline } = form.words.facilitator.forms
  return html`<form class="card" method="post" autocomplete="off" novalidate>
    <h3>${decline.heading}</h3>
    <p>${decline.note}</p>
    ${hidden}
    ${pickOne(form, {
      name: 'because',
      question: decline.question,
      options: groupDeclineReasons.map((reason) => [reason, decline.answers[reason]]),
    })}
    <button type="submit" name="action" value="declined" class="quiet-button">${decline.send}</button>
  </form>`
}

const press = (action: string, label: string, look = '') =>
  html`<button type="submit" name="action" value="${action}" class="${look}">${label}</button>`

/** Whether someone came; whoever was noted as missing may have come after all. */
export const attendanceForm = (
  { words }: FormState<FacilitatorWords>,
  mayBeMissed: boolean,
  hidden: Html,
): Html => {
  const { attendance } = words.facilitator.forms
  return html`<form class="card" method="post" autocomplete="off">
    <h3>${attendance.heading}</h3>
    ${mayBeMissed ? html`<p>${attendance.note}</p>` : ''} ${hidden}
    <div class="choose">
      ${press('came', mayBeMissed ? attendance.came : attendance.cameAfterAll)}
      ${mayBeMissed ? press('missed', attendance.missed, 'quiet-button') : ''}
    </div>
  </form>`
}

export const leaveForm = ({ words }: FormState<FacilitatorWords>, hidden: Html): Html => {
  const { leave } = words.facilitator.forms
  return html`<form class="card" method="post" autocomplete="off">
    <h3>${leave.heading}</h3>
    <p>${leave.note}</p>
    ${hidden} ${press('no-longer-comes', leave.send, 'quiet-button')}
  </form>`
}
