import { html } from 'hono/html'

import type { Frame } from '../../frame.ts'
import type { Html } from '../../html.ts'
import { layout, phoneLink } from '../../layout.ts'
import { progressWords } from '../../words/progress-words.ts'
import { type Own, backToDetails, goButton, ownForm } from './own-form.ts'

interface DoneFacts extends Own {
  what: 'contact' | 'stop' | 'withdraw'
}

/** That it is done, whether by this press of the button or by one before. */
export const donePage = (frame: Frame, facts: DoneFacts): Html => {
  const words = progressWords(frame.language)
  const { yours, site } = words
  const { heading, text } = yours[facts.what].done
  return layout(frame, {
    title: yours.heading,
    body: html`<h1>${heading}</h1>
      <p class="lead">${text}</p>
      ${facts.what === 'stop' ? html`<p class="next">${yours.stop.keep}</p>` : ''}
      ${
        facts.what === 'withdraw'
          ? ownForm(frame, facts, html`<p>${goButton('erase', yours.menu.erase.label, 'quiet-button')}</p>`)
          : ''
      }
      ${backToDetails(frame, facts, words)}
      <p>${site.callUs} ${phoneLink(frame.organisation.helpPhone)}</p>`,
  })
}
