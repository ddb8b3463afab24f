import { html } from 'hono/html'

import type { Frame } from '../frame.ts'
import type { Html } from '../html.ts'
import { readingStyleTag } from '../style-tag.ts'
import { pageWords } from '../words/page-words.ts'

export interface ClosedFacts {
  /** What became of a form that was sent to a closed page; null where none was. */
  came: 'arrived' | 'not-taken' | null
}

/**
 * What our pages show once someone left the site. It names no one, not even us, so it stands in no layout and is the one
 * page without the help lines: whoever looks over a shoulder must not learn from it what was open here.
 */
export const closedPage = (
  { language, base }: Pick<Frame, 'language' | 'base'>,
  { came }: ClosedFacts,
): Html => {
  const { closed } = pageWords(language)
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        <title>${closed.title}</title>
        <meta name="robots" content="noindex" />
        ${readingStyleTag}
      </head>
      <body>
        <main class="wrap">
          <h1>${closed.title}</h1>
          ${came ? html`<p class="lead">${closed.came[came]}</p>` : ''}
          <p><a class="button quiet-button" href="${base}/open?language=${language}">${closed.open}</a></p>
        </main>
      </body>
    </html> `
}
