import { html } from 'hono/html'

import { revocable } from '../../../domain/person/consent.ts'
import { eraseReasons } from '../../../domain/person/erasure.ts'
import type { Language } from '../../../domain/person/language.ts'
import type { StepName } from '../../../domain/staff/step.ts'
import { instantOf } from '../../../domain/time/moment.ts'
import { comingSessions, sessionsToPick } from '../../../domain/way/first-session.ts'
import { closeReasons, contactChannels } from '../../../domain/way/intake.ts'
import { staffDeclineReasons } from '../../../domain/way/referral.ts'
import { triesBeforeGivingUp } from '../../../domain/way/steps/contact.ts'
import type { Html } from '../../html.ts'
import { groupConsent as en } from '../../words/en/group-consent.ts'
import { groupConsent as es } from '../../words/es/group-consent.ts'
import { requestWords } from '../../words/staff-request.ts'
import { stepWords as words } from '../../words/staff-steps.ts'
import type { StaffFrame } from '../frame.ts'
import { stampWithDay } from '../staff-times.ts'
import { type RequestFacts, nameOf } from './request-facts.ts'
import { type Option, hintOf, openedStep, plainStep, radios, typedLine, typedLines } from './step-form.ts'

const oneOf = <Answer extends string>(
  answers: readonly Answer[],
  labels: Readonly<Record<Answer, string>>,
): Option[] => answers.map((answer) => [answer, labels[answer]])

const yesOrNo = ({ yes, no }: { yes: string; no: string }): Option[] => [
  ['yes', yes],
  ['no', no],
]

const decline = (frame: StaffFrame, facts: RequestFacts) =>
  openedStep(
    frame,
    facts,
    'decline',
    radios(facts, 'decline', {
      name: 'because',
      question: words.reason,
      options: oneOf(staffDeclineReasons, words.declineReasons),
    }),
  )

const otherGroup = ({ base }: StaffFrame, { intake, possible, referral }: RequestFacts) =>
  possible.has('other-group')
    ? html`<div class="plain-step">
        <a class="button quiet-button" href="${base}/staff/intakes/${intake.reference}/groups">
          ${referral ? words.steps['other-group'].label : words.pickFirst}
        </a>
        ${hintOf('other-group')}
      </div>`
    : ''

const groupConsentIn: Record<Language, typeof en> = { en, es }

/** The consent is asked for in the words that the person would read, in their language. */
const sayYes = (frame: StaffFrame, facts: RequestFacts) => {
  const { intake, referral } = facts
  const { question, what } = groupConsentIn[intake.language]
  const sentence = `${question(referral?.suggestion.name ?? '')} ${what}`
  return openedStep(
    frame,
    facts,
    'say-yes',
    radios(facts, 'say-yes', {
      name: 'share',
      question: html`${words.share.question}<br /><q lang="${intake.language}">${sentence}</q>`,
      options: yesOrNo(words.share),
    }),
  )
}

const another = (frame: StaffFrame, facts: RequestFacts, step: 'say-no' | 'leave') =>
  openedStep(
    frame,
    facts,
    step,
    radios(facts, step, {
      name: 'another',
      question: words.another.question,
      options: yesOrNo(words.another),
    }),
  )

const firstSession = (frame: StaffFrame, facts: RequestFacts) => {
  const { referral, now } = facts
  if (referral === null) return ''
  const { timeZone } = referral.suggestion
  const coming = comingSessions(referral.suggestion, instantOf(now), sessionsToPick)
  return openedStep(
    frame,
    facts,
    'first-session',
    html`${radios(facts, 'first-session', {
        name: 'session',
        question: html`${words.session.question}
          <span class="optional">${words.session.zone(timeZone)}</span>`,
        options: [
          ...coming.map((at): Option => [at, stampWithDay(at, timeZone)]),
          ['other', words.session.other],
        ],
      })}
      <div class="inset">
        ${typedLine(facts, 'first-session', { name: 'date', question: words.session.date, hint: words.session.dateHint })}
        ${typedLine(facts, 'first-session', { name: 'time', question: words.session.time, hint: words.session.timeHint })}
      </div>`,
  )
}

const attempt = (frame: StaffFrame, facts: RequestFacts) => {
  const safe: readonly string[] = facts.intake.safeContact.channels
  return openedStep(
    frame,
    facts,
    'attempt',
    html`<p>${words.tries(facts.intake.attempts.length, triesBeforeGivingUp)}</p>
      ${radios(facts, 'attempt', {
        name: 'channel',
        question: words.channel,
        options: contactChannels.map((channel): Option => [
          channel,
          safe.includes(channel)
            ? words.channels[channel]
            : html`${words.channels[channel]} <strong class="mark">${words.notSafe}</strong>`,
        ]),
      })}`,
  )
}

const closeForm = (frame: StaffFrame, facts: RequestFacts) =>
  openedStep(
    frame,
    facts,
    'close',
    radios(facts, 'close', {
      name: 'because',
      question: words.reason,
      options: oneOf(closeReasons, words.closeReasons),
    }),
  )

const takeBack = (frame: StaffFrame, facts: RequestFacts) =>
  openedStep(
    frame,
    facts,
    'take-back',
    radios(facts, 'take-back', {
      name: 'purpose',
      question: words.consent,
      options: oneOf(revocable, words.consents),
    }),
  )

const eraseForm = (frame: StaffFrame, facts: RequestFacts) =>
  openedStep(
    frame,
    facts,
    'erase',
    radios(facts, 'erase', {
      name: 'because',
      question: words.reason,
      options: oneOf(eraseReasons, words.eraseReasons),
    }),
  )

const part = (heading: string, steps: readonly StepName[], { possible }: RequestFacts, body: Html) =>
  steps.some((step) => possible.has(step))
    ? html`<h3>${heading}</h3>
        ${body}`
    : ''

/** Exactly what the steps allow now; whatever they do not allow has no button. */
export const decideSection = (frame: StaffFrame, facts: RequestFacts) => {
  const { headings } = words
  return html`<h2 id="decide">${words.heading}</h2>
    ${part(
      headings.place,
      ['offer', 'decline', 'other-group', 'wait', 'look-again'],
      facts,
      html`${plainStep(frame, facts, 'offer', '')}${otherGroup(frame, facts)}
      ${plainStep(frame, facts, 'look-again')}${plainStep(frame, facts, 'wait')}${decline(frame, facts)}`,
    )}
    ${part(headings.answer, ['say-yes', 'say-no'], facts, html`${sayYes(frame, facts)}${another(frame, facts, 'say-no')}`)}
    ${part(
      headings.session,
      ['first-session', 'came', 'missed', 'leave'],
      facts,
      html`${firstSession(frame, facts)}${plainStep(frame, facts, 'came')}${plainStep(frame, facts, 'missed')}
      ${another(frame, facts, 'leave')}`,
    )}
    ${part(headings.reach, ['attempt', 'give-up'], facts, html`${attempt(frame, facts)}${plainStep(frame, facts, 'give-up')}`)}
    ${part(
      headings.wishes,
      ['stop-contact', 'take-back', 'withdraw'],
      facts,
      html`${plainStep(frame, facts, 'stop-contact')}${plainStep(frame, facts, 'withdraw')}${takeBack(frame, facts)}`,
    )}
    ${part(headings.request, ['close', 'erase'], facts, html`${closeForm(frame, facts)}${eraseForm(frame, facts)}`)}
    ${facts.possible.size === 0 ? html`<p>${words.nothing}</p>` : ''}`
}

export const notesSection = (frame: StaffFrame, facts: RequestFacts) => {
  const { notes } = facts.intake
  const said = requestWords.notes
  return html`<h2 id="notes">${said.heading}</h2>
    ${
      notes.length === 0
        ? html`<p>${said.none}</p>`
        : html`<ul class="notes">
            ${notes.map(
              ({ at, staffId, text }) =>
                html`<li>
                  <p class="quiet">${stampWithDay(at, facts.timeZone)}, ${nameOf(facts, staffId)}</p>
                  <p class="as-written">${text}</p>
                </li>`,
            )}
          </ul>`
    }
    ${openedStep(frame, facts, 'note', typedLines(facts, 'note', { name: 'text', question: words.note }))}`
}
