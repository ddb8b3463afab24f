import { html, raw } from 'hono/html'

import { crisisLines } from '../domain/crisis-lines.ts'
import { type Frame, addressOf, callHref, otherLanguage } from './frame.ts'
import type { Html } from './html.ts'
import { css } from './style.ts'
import { wordsFor } from './words/words.ts'

/** Put together here, where no formatter can add a blank that the hash does not know. */
const style = raw(`<style>${css}</style>`)

interface Page {
  title: string
  body: Html
  /** The heading of a form that came back says so before all else. */
  hasProblems?: boolean
  noindex?: boolean
}

/** What surrounds every page. The help lines are not optional: nobody may meet a page of ours without them. */
export const layout = (frame: Frame, { title, body, hasProblems = false, noindex = true }: Page): Html => {
  const { language, organisation } = frame
  const { site } = wordsFor(language)
  const other = otherLanguage(language)
  const otherHref = frame.otherLanguageHref ?? addressOf({ ...frame, language: other }, frame.path)
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        <title>${hasProblems ? site.errorPrefix : ''}${title} – ${site.name}</title>
        ${noindex ? html`<meta name="robots" content="noindex" />` : ''} ${style}
      </head>
      <body>
        <a class="skip" href="#main">${site.skip}</a>
        <header class="top">
          <div class="wrap">
            <a class="brand" href="${addressOf(frame, '/')}">${site.name}</a>
            <a class="switch" href="${otherHref}" lang="${other}" hreflang="${other}">${site.switchTo}</a>
          </div>
        </header>
        <aside class="crisis" aria-label="${site.crisis.label}">
          <div class="wrap">${crisisBanner(frame)}</div>
        </aside>
        <main id="main" tabindex="-1"><div class="wrap">${body}</div></main>
        <footer class="foot">
          <div class="wrap">
            <p>${site.callUs} ${phoneLink(organisation.helpPhone)}</p>
            <p><a href="${addressOf(frame, '/privacy')}">${site.privacyLink}</a></p>
            <p class="quiet">${site.runBy} ${organisation.name}.</p>
          </div>
        </footer>
      </body>
    </html> `
}

const crisisBanner = (frame: Frame) => {
  const { crisis } = wordsFor(frame.language).site
  const { lifeline, emergency } = crisisLines
  return html`<p>${crisis.inCrisis} ${phoneLink(lifeline.number)}${crisis.inCrisisAfter}</p>
    <p>${crisis.inDanger} ${phoneLink(emergency.number)}${crisis.inDangerAfter}</p>
    <p><a href="${addressOf(frame, '/now')}">${crisis.more}</a></p>`
}

export const phoneLink = (phone: string) => {
  const href = callHref(phone)
  return href ? html`<a class="phone" href="${href}">${phone}</a>` : phone
}
