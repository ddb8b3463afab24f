import { html } from 'hono/html'

import { isUnsafe } from '../../../domain/person/safety.ts'
import type { Referral } from '../../../domain/way/referral.ts'
import type { Html } from '../../html.ts'
import { capital } from '../../times.ts'
import { historyWords } from '../../words/staff-history.ts'
import { requestWords as words } from '../../words/staff-request.ts'
import { stepWords } from '../../words/staff-steps.ts'
import { staffWords } from '../../words/staff.ts'
import { type StaffFrame, staffLayout } from '../frame.ts'
import { stamp, stampWithDay, waitedWords } from '../staff-times.ts'
import { answersSection } from './answers.ts'
import { choiceSection } from './choice.ts'
import { decideSection, notesSection } from './decide.ts'
import { attemptsSection, entryLine, historySection } from './history.ts'
import type { RequestFacts } from './request-facts.ts'
import { safeContactBox } from './safe-contact.ts'
import { sentAgainSection } from './sent-again.ts'
import { followUpSection, standingSection } from './standing.ts'
import { notYet, problemIn } from './step-form.ts'
import { tasksSection } from './tasks.ts'

/** What has just been done, or why nothing was. */
const news = (facts: RequestFacts) => {
  const { done, returned, meanwhile } = facts
  if (meanwhile) return conflict(facts, meanwhile)
  if (returned) return returned.problems.length > 0 ? problems(facts) : notYet()
  return done ? html`<p class="done" role="status">${stepWords.steps[done].done}</p>` : ''
}

const conflict = (facts: RequestFacts, meanwhile: NonNullable<RequestFacts['meanwhile']>) => {
  const { heading, text, nothing, kept } = stepWords.conflict
  return html`<div class="errors" role="alert" tabindex="-1" autofocus>
    <h2>${heading}</h2>
    <p>${meanwhile.length > 0 ? text : nothing}</p>
    ${
      meanwhile.length > 0
        ? html`<ul>
            ${meanwhile.map((entry) => html`<li>${entryLine(entry, facts)}</li>`)}
          </ul>`
        : ''
    }
    ${facts.returned?.step === 'note' ? html`<p>${kept}</p>` : ''}
  </div>`
}

const problems = ({ returned }: RequestFacts) =>
  html`<div class="errors" role="alert" tabindex="-1" autofocus>
    <h2>${stepWords.problemsHeading}</h2>
    <p>${stepWords.problemsLead}</p>
    <ul>
      ${(returned?.problems ?? []).map(
        ({ field }) =>
          html`<li><a href="#${returned?.step ?? 'decide'}-${field}">${problemIn(returned, field)}</a></li>`,
      )}
    </ul>
  </div>`

const urgent = ({ intake }: RequestFacts) => {
  const { request, sentAgain } = intake
  const unsafe = [request, ...sentAgain.map((one) => one.request)].find(isUnsafe)
  if (!unsafe || (unsafe.safety !== 'might-hurt' && unsafe.safety !== 'being-hurt')) return ''
  return html`<div class="errors">
    <h2>${words.unsafe.heading}</h2>
    <p><strong>${words.unsafe[unsafe.safety]}</strong></p>
    <p>${words.unsafe.text}</p>
  </div>`
}

/** What makes this request one that only staff may place. */
const caution = ({ intake }: RequestFacts) => {
  const { age } = intake.request
  const isMinor = age === 'under-13' || age === '13-17'
  return html`${isMinor ? html`<p class="warning">${words.minor}</p>` : ''}
  ${intake.mayBeAutomated ? html`<p class="warning">${words.automated}</p>` : ''}`
}

const placeLine = ({ state, firstSessionAt }: Referral, timeZone: string) =>
  state === 'scheduled' && firstSessionAt
    ? words.referrals.firstSession(stampWithDay(firstSessionAt, timeZone))
    : words.referrals.states[state]

const stateLine = ({ intake, referral, timeZone }: RequestFacts) => {
  const { closed, needsStaffBecause, state } = intake
  if (closed)
    return `${words.states[state]} ${capital(historyWords.closed[closed.because])}, ${stamp(closed.at, timeZone)}.`
  if (needsStaffBecause)
    return `${words.states[state]} ${capital(historyWords.needsStaff[needsStaffBecause])}.`
  // From the day a group is chosen, it is the place that says where things are.
  return state === 'referred' && referral ? placeLine(referral, timeZone) : words.states[state]
}

/** The page is long, and someone who comes back to it knows what they come for. */
const onThisPage = ({ referral }: RequestFacts) =>
  html`<nav class="on-this-page" aria-label="${words.onThisPage}">
    <ul>
      ${[
        ['tasks', words.tasks.heading],
        ['answers', words.answers.heading],
        ['why', referral ? words.why.heading : words.why.headingNone],
        ['decide', stepWords.heading],
        ['notes', words.notes.heading],
        ['history', words.history.heading],
      ].map(([id, heading]) => html`<li><a href="#${id}">${heading}</a></li>`)}
    </ul>
  </nav>`

/** The page of one request: how to reach the person safely comes before everything else about them. */
export const requestPage = (frame: StaffFrame, facts: RequestFacts): Html => {
  const { intake, now, timeZone } = facts
  const received = words.received(stamp(intake.receivedAt, timeZone), waitedWords(intake.receivedAt, now))
  return staffLayout(frame, {
    title: `${words.heading} ${intake.reference}`,
    body: html`<p><a class="tall" href="${frame.base}/staff">${words.back}</a></p>
      ${news(facts)}
      <h1>${words.heading} <span class="small-reference">${intake.reference}</span></h1>
      <p class="lead">${stateLine(facts)}</p>
      <p class="quiet">${received} ${words.language(staffWords.languages[intake.language])}</p>
      ${urgent(facts)}${caution(facts)} ${safeContactBox(facts)} ${onThisPage(facts)}
      ${tasksSection(frame, facts)} ${answersSection(facts)} ${sentAgainSection(frame, facts)}
      ${choiceSection(facts)} ${standingSection(facts)} ${decideSection(frame, facts)}
      ${followUpSection(facts)} ${attemptsSection(facts)} ${notesSection(frame, facts)}
      ${historySection(facts)}`,
  })
}
