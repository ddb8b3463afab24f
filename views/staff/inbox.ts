import { html } from 'hono/html'

import type { SafeContact } from '../../domain/person/safe-contact.ts'
import type { InboxRow } from '../../domain/staff/inbox.ts'
import type { Html } from '../html.ts'
import { capital } from '../times.ts'
import { inboxWords as words } from '../words/staff-inbox.ts'
import { staffWords } from '../words/staff.ts'
import { cardTable } from './card-table.ts'
import { type StaffFrame, staffLayout } from './frame.ts'
import { dueInColumn, isSameDay, waitedWords } from './staff-times.ts'

export interface InboxFacts {
  tasks: readonly InboxRow[]
  withPerson: readonly InboxRow[]
  withFacilitator: readonly InboxRow[]
  /** Rows that could not be read. */
  unread: number
  /** What was typed to find a request, when it can be no reference. */
  wrongReference: string | null
  now: string
  timeZone: string
}

/** The safe ways in a few words; an e-mail that must be plain says so. */
const contactLine = ({ channels, emailPrivacy }: SafeContact) =>
  channels
    .map((channel) =>
      channel === 'email' && emailPrivacy === 'shared'
        ? `${words.channels.email} (${words.plain})`
        : words.channels[channel],
    )
    .join(', ')

const referenceLink = ({ base }: StaffFrame, { intake }: InboxRow) =>
  html`<a class="small-reference" href="${base}/staff/intakes/${intake.reference}">${intake.reference}</a>`

const mark = (text: string) => html`<strong class="mark">${text}</strong>`

const due = ({ dueAt, isLate }: InboxRow, { now, timeZone }: InboxFacts) => {
  const text = dueInColumn(dueAt, now, timeZone)
  return isLate ? mark(text) : capital(text)
}

const todo = ({ action }: InboxRow) => {
  const { heading } = staffWords.actions[action]
  return action === 'read-first' || action === 'help-now'
    ? html`${mark(words.urgent[action])} ${heading}`
    : heading
}

const tasks = (frame: StaffFrame, facts: InboxFacts) => {
  const { reference, todo: what, due: until, waiting, contact, language, group } = words.columns
  return cardTable(
    { caption: words.heading, isUnseen: true },
    [reference, what, until, waiting, contact, language, group],
    facts.tasks.map((row) => [
      referenceLink(frame, row),
      todo(row),
      due(row, facts),
      waitedWords(row.intake.receivedAt, facts.now),
      contactLine(row.intake.safeContact),
      staffWords.languages[row.intake.language],
      row.groupName ?? words.none,
    ]),
  )
}

const onOthers = (
  frame: StaffFrame,
  facts: InboxFacts,
  caption: string,
  rows: readonly InboxRow[],
  who: (row: InboxRow) => string,
) => {
  const { reference, who: whom, group, due: until } = words.columns
  return rows.length === 0
    ? ''
    : cardTable(
        { caption },
        [reference, whom, group, until],
        rows.map((row) => [
          referenceLink(frame, row),
          who(row),
          row.groupName ?? words.none,
          due(row, facts),
        ]),
      )
}

const find = ({ base }: StaffFrame, wrong: string | null) =>
  html`<form class="find" method="get" action="${base}/staff/intakes">
    <label class="question" for="reference">${words.find.label}</label>
    <p class="hint" id="reference-hint">${words.find.hint}</p>
    ${wrong === null ? '' : html`<p class="problem" id="reference-problem" role="alert">${words.find.wrong}</p>`}
    <div class="line">
      <input
        type="text"
        id="reference"
        name="reference"
        value="${wrong ?? ''}"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        aria-describedby="reference-hint${wrong === null ? '' : ' reference-problem'}"
      />
      <button>${words.find.button}</button>
    </div>
  </form>`

const counts = ({ tasks, now, timeZone }: InboxFacts) =>
  words.counts({
    all: tasks.length,
    urgent: tasks.filter(({ isUrgent }) => isUrgent).length,
    late: tasks.filter(({ isLate }) => isLate).length,
    today: tasks.filter(({ dueAt, isLate }) => !isLate && isSameDay(dueAt, now, timeZone)).length,
  })

const others = (frame: StaffFrame, facts: InboxFacts) => {
  const { withPerson, withFacilitator } = facts
  const { others } = words
  return html`<h2>${others.heading}</h2>
    ${withPerson.length + withFacilitator.length === 0 ? html`<p>${others.nobody}</p>` : ''}
    ${onOthers(frame, facts, others.person, withPerson, () => others.thePerson)}
    ${onOthers(frame, facts, others.facilitator, withFacilitator, ({ facilitator }) => others.theLeader(facilitator))}`
}

/** What staff have to do, what may be a matter of safety first; then what waits on others. */
export const inboxPage = (frame: StaffFrame, facts: InboxFacts): Html =>
  staffLayout(frame, {
    title: words.title,
    body: html`<h1>${words.heading}</h1>
      <p class="lead counts">${counts(facts)}</p>
      ${facts.unread > 0 ? html`<p class="warning" role="alert">${words.unread(facts.unread)}</p>` : ''}
      ${find(frame, facts.wrongReference)}${facts.tasks.length > 0 ? tasks(frame, facts) : ''}
      ${others(frame, facts)}
      <p><a class="tall" href="${frame.base}/staff/prices">${words.prices}</a></p>`,
  })
