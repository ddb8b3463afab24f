import { html } from 'hono/html'

import type { Html } from '../html.ts'

export type Fact = readonly [label: string, value: Html | string]

/** Facts with their names before them. */
export const factsList = (facts: readonly Fact[]): Html =>
  html`<dl class="facts">
    ${facts.map(
      ([label, value]) =>
        html`<dt>${label}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`
