import { html } from 'hono/html'

import { type Frame, addressOf } from '../frame.ts'
import type { Html } from '../html.ts'
import { layout, phoneLink } from '../layout.ts'
import { type PageWords, pageWords } from '../words/page-words.ts'

const messagePage =
  (which: Exclude<keyof PageWords['message'], 'toStart'>) =>
  (frame: Frame): Html => {
    const { message, site } = pageWords(frame.language)
    const { title, text } = message[which]
    return layout(frame, {
      title,
      body: html`<h1>${title}</h1>
        <p class="lead">${text}</p>
        <p>${site.callUs} ${phoneLink(frame.organisation.helpPhone)}</p>
        <p><a class="tall" href="${addressOf(frame, '/')}">${message.toStart}</a></p>`,
    })
  }

export const notFound = messagePage('notFound')

/** The same for a link that is wrong, too old or erased, so that it tells a stranger nothing. */
export const linkClosed = messagePage('linkClosed')
export const tooLarge = messagePage('tooLarge')
export const wentWrong = messagePage('wentWrong')
/** For a form that another site sent in a person's name. */
export const fromElsewhere = messagePage('fromElsewhere')
/** For an answer that nothing can follow from any more. */
export const checkInTooLate = messagePage('checkInTooLate')
export const tooManyTries = messagePage('tooManyTries')
export const formUnreadable = messagePage('formUnreadable')

/** For a group's leader who asked for too many codes, and for one whose link leads to nobody any more. */
export const tooManyCodes = messagePage('tooManyCodes')
export const facilitatorEnded = messagePage('facilitatorEnded')
