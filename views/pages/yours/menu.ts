import { html } from 'hono/html'

import type { OwnPage } from '../../../domain/person/own-page.ts'
import type { Frame } from '../../frame.ts'
import type { Html } from '../../html.ts'
import type { ProgressWords } from '../../words/progress-words.ts'
import { type Own, goButton, ownForm } from './own-form.ts'

/** Everything that someone can still decide about what they sent, in one place. */
export const ownMenu = (frame: Frame, own: Own, pages: readonly OwnPage[], { yours }: ProgressWords): Html =>
  html`<section>
    <h2 id="yours">${yours.heading}</h2>
    <p>${yours.lead}</p>
    ${ownForm(
      frame,
      own,
      html`<ul class="own">
        ${pages.map(
          (page) =>
            html`<li>
              ${goButton(page, yours.menu[page].label, 'quiet-button')}
              <p class="hint">${yours.menu[page].hint}</p>
            </li>`,
        )}
      </ul>`,
    )}
  </section>`
