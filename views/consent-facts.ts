import { html } from 'hono/html'

import type { Words } from './words/en.ts'

/** What a person has to know before they agree; the same on the form and on the privacy page. */
export const consentFacts = ({ consent }: Words) =>
  html`<dl class="facts">
    ${Object.values(consent).map(
      ({ label, text }) =>
        html`<dt>${label}</dt>
          <dd>${text}</dd>`,
    )}
  </dl>`
