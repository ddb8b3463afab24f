import { html } from 'hono/html'

export const readingSections = (sections: readonly { heading: string; lines: readonly string[] }[]) =>
  sections.map(
    ({ heading, lines }) =>
      html`<h2>${heading}</h2>
        <ul>
          ${lines.map((line) => html`<li>${line}</li>`)}
        </ul>`,
  )
