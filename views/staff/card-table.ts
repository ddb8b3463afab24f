import { html } from 'hono/html'

import type { Html } from '../html.ts'

interface Caption {
  caption: string
  /** A heading just above says the same; it is kept for those who hear the page. */
  isUnseen?: boolean
}

type Cell = Html | string

/**
 * A table that becomes a card for each row on a narrow screen. Roles are written out, as browsers forget them when the
 * look of a table changes; the name of each column stands in its cells as well, seen only where there is no head.
 */
export const cardTable = (
  { caption, isUnseen = false }: Caption,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): Html =>
  html`<table class="cards-when-narrow" role="table">
    <caption class="${isUnseen ? 'unseen' : ''}">
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((column) => html`<th role="columnheader" scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        (cells) =>
          html`<tr role="row">
            ${cells.map(
              (cell, place) =>
                html`<td role="cell">
                  <span class="column" aria-hidden="true">${columns[place]}</span>
                  <div>${cell}</div>
                </td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`
