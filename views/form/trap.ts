import { html } from 'hono/html'

import type { Words } from '../words/en.ts'

/** People never see this field; programs that fill in everything do. */
export const trap = ({ form }: Words, filledIn: string) =>
  html`<div class="unseen">
    <label for="website">${form.leaveEmpty}</label>
    <input type="text" id="website" name="website" value="${filledIn}" tabindex="-1" autocomplete="off" />
  </div>`
