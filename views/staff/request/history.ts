import { html } from 'hono/html'

import type { Email } from '../../../domain/letters/email.ts'
import type { TrailEntry } from '../../../domain/records/trail.ts'
import { staffActions } from '../../../domain/way/next-action.ts'
import { capital } from '../../times.ts'
import { historyWords } from '../../words/staff-history.ts'
import { requestWords } from '../../words/staff-request.ts'
import { staffWords } from '../../words/staff.ts'
import { cardTable } from '../card-table.ts'
import { stamp } from '../staff-times.ts'
import { type RequestFacts, nameOf } from './request-facts.ts'

const words = requestWords.history

/** Names of groups that this request has to do with, by their ids: the trail holds ids alone. */
const groupNames = ({ referrals, intake }: RequestFacts): ReadonlyMap<string, string> =>
  new Map(
    [
      ...(intake.decision
        ? [intake.decision.held, ...intake.decision.alternatives, ...intake.decision.openMeetings]
        : []),
      ...referrals.map(({ suggestion }) => suggestion),
    ].flatMap((one) => (one ? [[one.groupId, one.name] as const] : [])),
  )

const said = (words: Readonly<Record<string, string>>, code: string | undefined) =>
  code === undefined ? '' : (words[code] ?? code)

const headingOf = (code: string | undefined) => {
  const action = staffActions.find((one) => one === code)
  return action ? staffWords.actions[action].heading : (code ?? '')
}

const whatHappened = ({ event, codes }: TrailEntry, facts: RequestFacts) =>
  historyWords.events[event]({
    codes,
    group: groupNames(facts).get(codes['groupId'] ?? '') ?? historyWords.aGroup,
    template: said(historyWords.templates, codes['template']),
    to: said(historyWords.to, codes['to']),
    because: historyWords.because[codes['because'] ?? ''] ?? '',
    action: headingOf(codes['action']),
    answer: said(historyWords.answers, codes['answer']),
  })

const whoDid = ({ by, codes }: TrailEntry, facts: RequestFacts) =>
  by === 'staff' && codes['staffId'] ? nameOf(facts, codes['staffId']) : historyWords.who[by]

/** "Ada Brook offered the place in Steady Ground", with its time. */
export const entryLine = (entry: TrailEntry, facts: RequestFacts) =>
  `${stamp(entry.at, facts.timeZone)}: ${whoDid(entry, facts)} ${whatHappened(entry, facts)}.`

const entriesTable = (entries: readonly TrailEntry[], facts: RequestFacts) => {
  const { when, who, what } = words.columns
  return cardTable(
    { caption: words.heading, isUnseen: true },
    [when, who, what],
    entries
      .toReversed()
      .map((entry) => [
        stamp(entry.at, facts.timeZone),
        whoDid(entry, facts),
        `${capital(whatHappened(entry, facts))}.`,
      ]),
  )
}

const emailName = ({ template, action }: Email) =>
  action
    ? `${historyWords.templates[template]}: ${staffWords.actions[action].heading}`
    : historyWords.templates[template]

const emailState = ({ state, cancelledBecause }: Email) =>
  cancelledBecause
    ? `${historyWords.emailStates[state]}: ${historyWords.cancelled[cancelledBecause]}`
    : historyWords.emailStates[state]

const emailsTable = ({ emails, timeZone }: RequestFacts) => {
  if (emails.length === 0) return html`<p>${words.noEmails}</p>`
  const { what, to, state, due } = words.emailColumns
  return cardTable(
    { caption: words.emails, isUnseen: true },
    [what, to, state, due],
    emails
      .toSorted((one, other) => (one.dueAt < other.dueAt ? 1 : -1))
      .map((email) => [
        capital(emailName(email)),
        capital(historyWords.to[email.to]),
        capital(emailState(email)),
        stamp(email.dueAt, timeZone),
      ]),
  )
}

/** What was done, sent and seen. Page views stand apart, as they would drown the rest. */
export const historySection = (facts: RequestFacts) => {
  const views = facts.trail.filter(({ event }) => event === 'page-seen')
  const rest = facts.trail.filter(({ event }) => event !== 'page-seen')
  return html`<h2 id="history">${words.heading}</h2>
    ${facts.unread > 0 ? html`<p class="warning">${words.unread(facts.unread)}</p>` : ''}
    ${entriesTable(rest, facts)}
    <h3>${words.emails}</h3>
    ${emailsTable(facts)}
    <details class="part">
      <summary>${words.views} (${views.length})</summary>
      <div class="inside">
        <ul>
          ${views.toReversed().map((entry) => html`<li>${entryLine(entry, facts)}</li>`)}
        </ul>
      </div>
    </details>`
}

/** The tries since the person was last reached. */
export const attemptsSection = (facts: RequestFacts) => {
  const { attempts } = facts.intake
  const said = requestWords.attempts
  return html`<h2 id="attempts">${said.heading}</h2>
    ${
      attempts.length === 0
        ? html`<p>${said.none}</p>`
        : html`<ul>
            ${attempts.map(
              ({ at, staffId, channel }) =>
                html`<li>
                  ${said.line(stamp(at, facts.timeZone), nameOf(facts, staffId), said.channels[channel])}
                </li>`,
            )}
          </ul>`
    }`
}
