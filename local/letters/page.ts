import { html, raw } from 'hono/html'

import type { WrittenLetter } from './written.ts'

const css = `
  :root { color-scheme: light; font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #f5f5f0 }
  body { margin: 0 auto; padding: 1rem; max-width: 84rem }
  h1 { font-size: 1.5rem; margin: .5rem 0 } h2 { font-size: 1.125rem; margin: 0; overflow-wrap: anywhere }
  a { color: #1a4480 }
  nav ul { display: flex; flex-wrap: wrap; gap: 0 1rem; list-style: none; padding: 0; margin: 0 0 .5rem }
  nav a { display: inline-flex; align-items: center; min-height: 44px }
  nav [aria-current] { font-weight: 700; color: #1b1b1b }
  article { background: #fff; border: 1px solid #c9c9c9; border-radius: .5rem; padding: 1rem; margin: 0 0 1rem }
  .facts { color: #3d4551; margin: .25rem 0 .75rem }
  .beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22.5rem), 1fr)); gap: 1rem }
  .beside > * { min-width: 0 } h3 { font-size: 1rem; margin: 0 0 .25rem }
  iframe { display: block; width: 100%; max-width: 40rem; height: 36rem; border: 1px solid #dfe1e2; resize: vertical }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; max-height: 36rem; overflow: auto; border: 1px solid #dfe1e2; padding: .5rem; box-sizing: border-box }
`

/** The letters that one page shows; each page has an address of its own. */
const shelves = {
  'en-full': 'English',
  'en-plain': 'English, someone else may read it',
  'es-full': 'Spanish',
  'es-plain': 'Spanish, someone else may read it',
  facilitator: 'To group leaders',
  staff: 'To staff',
} as const

type Shelf = keyof typeof shelves

export const isShelf = (name: string): name is Shelf => Object.hasOwn(shelves, name)

const shelfOf = ({ reader, language, isPlain }: WrittenLetter): Shelf =>
  reader === 'person' ? `${language}-${isPlain ? 'plain' : 'full'}` : reader

const themes = ['light', 'dark'] as const

/** A mail as its reader's program shows it in one theme, whichever this browser has. */
export const inTheme = ({ letter }: WrittenLetter, theme: (typeof themes)[number]) =>
  letter.html.replace(
    '@media (prefers-color-scheme:dark)',
    theme === 'dark' ? '@media all' : '@media not all',
  )

const goesWith = ({ invitation, unsubscribeUrl }: WrittenLetter['letter']) =>
  [
    invitation && (invitation.isCancelled ? 'takes the calendar entry out' : 'with a calendar entry'),
    unsubscribeUrl && 'can be stopped in one click',
  ]
    .filter(Boolean)
    .join(', ')

const frame = (id: string, theme: string, subject: string) =>
  html`<section>
    <h3>${theme === 'dark' ? 'HTML, dark' : 'HTML, light'}</h3>
    <iframe
      loading="lazy"
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      title="${subject} (${theme})"
      src="/letters/${id}/${theme}"
    ></iframe>
  </section>`

const letterView = ({ id, template, what, letter }: WrittenLetter) => {
  const { subject, fromName, to, text } = letter
  const more = goesWith(letter)
  return html`<article id="${id}">
    <h2>${subject}</h2>
    <p class="facts">
      <strong>${template}</strong>, ${what}<br />From ${fromName} to ${to}${more ? html`<br />${more}` : ''}
    </p>
    <div class="beside">
      ${themes.map((theme) => frame(id, theme, subject))}
      <section>
        <h3>Text</h3>
        <pre tabindex="0" aria-label="${subject}, as text">${text}</pre>
      </section>
    </div>
  </article>`
}

/** Every letter of one shelf, in every shape it has: subject, both themes and the text beside each other. */
export const lettersPage = (letters: readonly WrittenLetter[], shelf: Shelf) => {
  const shown = letters.filter((one) => shelfOf(one) === shelf)
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${shelves[shelf]} – Every letter – Open Circle on this machine</title>
        <style>
          ${raw(css)}
        </style>
      </head>
      <body>
        <main>
          <h1>Every letter: ${shelves[shelf]}</h1>
          <p>
            Written by the code that writes the real ones, to invented people, on a Monday in November. The
            links open nothing. <a href="/">Back to the mailbox</a>
          </p>
          <nav aria-label="Letters">
            <ul>
              ${Object.entries(shelves).map(
                ([name, label]) =>
                  html`<li>
                    <a href="/letters/${name}" ${name === shelf ? raw('aria-current="page"') : ''}
                      >${label}</a
                    >
                  </li>`,
              )}
            </ul>
          </nav>
          ${shown.map(letterView)}
        </main>
      </body>
    </html>`
}
