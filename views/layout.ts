import { html } from 'hono/html'

import { crisisLines } from '../domain/person/crisis-lines.ts'
import { safetyPath } from './asking-paths.ts'
import { type Frame, addressOf, callHref, otherLanguage, shownPhone } from './frame.ts'
import type { Html } from './html.ts'
import { pageScript } from './page-script.ts'
import { readingStyleTag, styleTag } from './style-tag.ts'
import { pageWords } from './words/page-words.ts'

interface Page {
  title: string
  body: Html
  /** The heading of a form that came back says so before all else. */
  hasProblems?: boolean
  noindex?: boolean
  /** A form whose answers must outlive a change of language: its id, and what its button says. */
  form?: { id: string; send: string }
  /** Whether the page is there to be read, and has no question on it. */
  isToRead?: boolean
}

/** What surrounds every page. The help lines are not optional: nobody may meet a page of ours without them. */
export const layout = (
  frame: Frame,
  { title, body, hasProblems = false, noindex = true, form, isToRead = false }: Page,
): Html => {
  const { language, organisation } = frame
  const { site } = pageWords(language)
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        <title>${hasProblems ? site.errorPrefix : ''}${title} – ${site.name}</title>
        ${noindex ? html`<meta name="robots" content="noindex" />` : ''}
        ${isToRead ? readingStyleTag : styleTag} ${frame.isAtWork ? '' : scriptTag(frame)}
      </head>
      <body>
        <a class="skip" href="#main">${site.skip}</a>
        <header class="top ${frame.isAtWork ? '' : 'held'}">
          <div class="wrap">
            <a class="brand" href="${addressOf(frame, '/')}"><span>${site.name}</span></a>
            ${form ? languageButton(frame, form) : languageLink(frame)}
            ${frame.isAtWork ? '' : leaveLink(frame)}
          </div>
        </header>
        <aside class="crisis" aria-label="${site.crisis.label}">
          <div class="wrap">${crisisBanner(frame)}</div>
        </aside>
        <main id="main" tabindex="-1"><div class="wrap">${body}</div></main>
        <footer class="foot">
          <div class="wrap">
            <p>${site.callUs} ${phoneLink(organisation.helpPhone)}</p>
            <ul class="more">
              <li><a href="${addressOf(frame, '/privacy')}">${site.privacyLink}</a></li>
              <li><a href="${addressOf(frame, safetyPath)}">${site.safetyLink}</a></li>
              <li><a href="${addressOf(frame, '/not-for')}">${site.notForLink}</a></li>
              <li><a href="${addressOf(frame, '/accessibility')}">${site.accessibilityLink}</a></li>
            </ul>
            <p class="quiet">${site.runBy} ${organisation.name}.</p>
          </div>
        </footer>
      </body>
    </html> `
}

/** What every page can do without. Its name changes with what is in it, so that a browser may keep it. */
const scriptTag = ({ base }: Frame) => html`<script src="${base}/script/${pageScript.name}" defer></script>`

/** A plain link, so that it works before the script has come, and where none does. */
const leaveLink = ({ base, language }: Frame) => {
  const { leave, leaving } = pageWords(language).site
  return html`<a class="leave" href="${base}/exit" data-leaving="${leaving}">${leave}</a>`
}

const languageLink = (frame: Frame) => {
  const other = otherLanguage(frame.language)
  const href = frame.otherLanguageHref ?? addressOf({ ...frame, language: other }, frame.path)
  return html`<a class="switch" href="${href}" lang="${other}" hreflang="${other}">
    ${pageWords(frame.language).site.switchTo}
  </a>`
}

/**
 * A link would leave the answers behind, so this sends the form, to come back in the other language. Enter in a field
 * presses the first submit button of its form in the page. That must be one that sends, hence the unseen one before it.
 */
const languageButton = ({ language }: Frame, { id, send }: { id: string; send: string }) => {
  const other = otherLanguage(language)
  return html`<span class="unseen" aria-hidden="true">
      <button type="submit" form="${id}" tabindex="-1">${send}</button>
    </span>
    <button
      class="switch"
      type="submit"
      form="${id}"
      name="changeLanguage"
      value="${other}"
      lang="${other}"
      formnovalidate
    >
      ${pageWords(language).site.switchTo}
    </button>`
}

const crisisBanner = (frame: Frame) => {
  const { crisis } = pageWords(frame.language).site
  const { lifeline, emergency } = crisisLines
  return html`<p>${crisis.inCrisis} ${phoneLink(lifeline.number)}${crisis.inCrisisAfter}</p>
    <p>${crisis.inDanger} ${phoneLink(emergency.number)}${crisis.inDangerAfter}</p>
    <p><a href="${addressOf(frame, '/now')}">${crisis.more}</a></p>`
}

export const phoneLink = (phone: string) => {
  const href = callHref(phone)
  return href ? html`<a class="phone" href="${href}">${shownPhone(phone)}</a>` : shownPhone(phone)
}
