import { html } from 'hono/html'

import type { CancelledBecause, Template } from '../../domain/letters/email.ts'
import { mailableAddress, mayBePhoned } from '../../domain/person/safe-contact.ts'
import type { StepName } from '../../domain/staff/step.ts'
import { tasksOf } from '../../domain/staff/tasks.ts'
import type { Change, Standing } from '../../domain/way/change.ts'
import { type NextAction, staffActions } from '../../domain/way/next-action.ts'
import type { Answers } from '../form/answers.ts'
import type { Html } from '../html.ts'
import { historyWords } from '../words/staff-history.ts'
import { preview as words } from '../words/staff-preview.ts'
import { stepWords } from '../words/staff-steps.ts'
import { staffWords } from '../words/staff.ts'
import { factsList } from './facts-list.ts'
import { formToken } from './form-token.ts'
import { type StaffFrame, staffLayout } from './frame.ts'
import { hidden } from './request/step-form.ts'
import { dueWords } from './staff-times.ts'

/** A letter as it would go, or why it would not. To whom is said in words: an address is nothing to look over. */
export type PreviewLetter =
  | { is: 'sent'; to: 'person' | 'facilitator'; fromName: string; subject: string; text: string }
  | { is: 'not-sent'; template: Template; because: CancelledBecause }

interface PreviewFacts {
  step: StepName
  /** The form as it was sent; it goes once more, with a yes. */
  sent: Answers
  before: Standing
  change: Change
  letters: readonly PreviewLetter[]
  now: string
  timeZone: string
}

const letterCard = (letter: PreviewLetter, { change }: PreviewFacts) => {
  if (letter.is === 'not-sent')
    return html`<p>
      ${words.notSent(historyWords.templates[letter.template], historyWords.cancelled[letter.because])}
    </p>`
  const to =
    letter.to === 'person'
      ? words.toPerson
      : words.toLeader(change.referral?.facilitator?.name ?? historyWords.who.facilitator)
  return html`<article class="card letter">
    <h3>${to}</h3>
    ${factsList([
      [words.from, letter.fromName],
      [words.subject, letter.subject],
    ])}
    <div class="as-written">${letter.text}</div>
  </article>`
}

const newTask = (task: NextAction, { now, timeZone }: PreviewFacts) => {
  const due = dueWords(task.dueAt, now, timeZone)
  if (task.action === 'answer-offer') return words.personDoes(due)
  return staffActions.some((action) => action === task.action)
    ? words.staffDo(staffWords.actions[task.action].heading, due)
    : words.leaderDoes(due)
}

/** Everything that somebody has to do afterwards and did not have to do before. */
const newTasks = ({ before, change }: PreviewFacts): NextAction[] => {
  const had = new Set([...tasksOf(before.intake), before.referral?.next].map((task) => task?.action))
  const has = [...tasksOf(change.intake), ...(change.referral?.next ? [change.referral.next] : [])]
  return has.filter(({ action }) => !had.has(action))
}

/** What follows beside the letters, in sentences. */
const consequences = (facts: PreviewFacts): string[] => {
  const { before, change, step } = facts
  const { safeContact } = change.intake
  const isUntold = mailableAddress(safeContact) === null && !mayBePhoned(safeContact)
  const leaderIsUntold = step === 'say-yes' && change.referral?.next?.owner !== 'facilitator'
  return [
    ...(change.freesPlace && before.referral ? [words.frees(before.referral.suggestion.name)] : []),
    ...(change.takes ? [words.takes(change.takes.name)] : []),
    ...(change.looksAgain ? [words.looks] : []),
    ...(change.intake.state === 'closed' && before.intake.state !== 'closed' ? [words.closes] : []),
    ...(change.intake.state === 'withdrawn' ? [words.withdraws] : []),
    ...(change.intake.state === 'erased' ? [words.erases] : []),
    ...(leaderIsUntold ? [words.leaderUntold] : []),
    ...(isUntold ? [words.personUntold] : []),
    ...newTasks(facts).map((task) => newTask(task, facts)),
  ]
}

const again = ({ base, staff }: StaffFrame, { sent, before, letters }: PreviewFacts) => {
  const fields = Object.entries(sent).filter(([name]) => name !== 'token' && name !== 'confirm')
  const page = `${base}/staff/intakes/${before.intake.reference}`
  return html`<form class="choose" method="post" action="${page}" autocomplete="off">
    ${staff ? formToken(staff) : ''}
    ${fields.map(([name, values]) => values.map((value) => hidden(name, value)))} ${hidden('confirm', 'yes')}
    <button>${letters.some(({ is }) => is === 'sent') ? words.send : words.act}</button>
    <a class="button quiet-button" href="${page}">${words.back}</a>
  </form>`
}

/** What a decision would do, before it is done: the very letters, and everything else that follows. */
export const previewPage = (frame: StaffFrame, facts: PreviewFacts): Html => {
  const follows = consequences(facts)
  return staffLayout(frame, {
    title: words.title,
    body: html`<h1>${words.heading(stepWords.steps[facts.step].label)}</h1>
      ${
        facts.letters.length === 0
          ? html`<p>${words.noLetters}</p>`
          : html`<h2>${words.letters}</h2>
              ${facts.letters.map((letter) => letterCard(letter, facts))}`
      }
      ${
        follows.length === 0
          ? ''
          : html`<h2>${words.follows}</h2>
              <ul>
                ${follows.map((sentence) => html`<li>${sentence}</li>`)}
              </ul>`
      }
      ${again(frame, facts)}`,
  })
}
