import { html } from 'hono/html'

import { type QuestionPage, numberOfPage } from '../domain/form/question-pages.ts'
import { type Frame, addressOf } from './frame.ts'
import type { AskingWords } from './words/asking-words.ts'

/* Addresses stay in a browser's history, so they tell nothing of what is asked. */

export const safetyPath = '/before-you-start'
export const checkPath = '/check'
export const stopPath = '/questions/stop'
export const helpPath = '/questions/help'
export const youngPath = '/questions/young'

const fromCheck = ({ cameFromCheck }: { cameFromCheck: boolean }) => (cameFromCheck ? '?from=check' : '')

/** A page of questions; whoever came from the check goes back there. */
export const pathOfPage = (page: QuestionPage, came = { cameFromCheck: false }) =>
  `/questions/${numberOfPage(page)}${fromCheck(came)}`

export const pathFrom = (path: string, came: { cameFromCheck: boolean }) => `${path}${fromCheck(came)}`

/** A plain link: what was answered before is kept, and nothing is asked again. */
export const backTo = (frame: Frame, path: string, { asking }: AskingWords) =>
  html`<p class="back"><a href="${addressOf(frame, path)}">${asking.back}</a></p>`
