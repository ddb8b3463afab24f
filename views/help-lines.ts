import { html } from 'hono/html'

import { crisisLines } from '../domain/person/crisis-lines.ts'
import { callHref } from './frame.ts'
import type { PageWords } from './words/page-words.ts'

type Line = keyof typeof crisisLines

const hrefs = ({ language }: PageWords): Record<Line, string | null> => ({
  lifeline: callHref(crisisLines.lifeline.number),
  emergency: callHref(crisisLines.emergency.number),
  domesticViolence: callHref(crisisLines.domesticViolence.number),
  crisisText: `sms:${crisisLines.crisisText.textTo}?body=${crisisLines.crisisText.text[language]}`,
  childAbuse: callHref(crisisLines.childAbuse.number),
  relay: callHref(crisisLines.relay.number),
})

const all: readonly Line[] = [
  'lifeline',
  'emergency',
  'domesticViolence',
  'crisisText',
  'childAbuse',
  'relay',
]

/** The lines for someone who told us that they may not be safe. */
export const unsafeLines: readonly Line[] = ['lifeline', 'emergency', 'domesticViolence', 'crisisText']

/** The same for someone who is being hurt: first those who know about that. */
export const beingHurtLines: readonly Line[] = ['domesticViolence', 'emergency', 'lifeline', 'crisisText']

/** Help that can be had now: what to do first, then who answers. */
export const helpLines = (words: PageWords, lines: readonly Line[] = all) =>
  html`<ul class="help">
    ${lines.map((line) => {
      const { action, what } = words.help.lines[line]
      const texting = line === 'domesticViolence' ? textInstead(words) : ''
      return html`<li>
        <a class="call" href="${hrefs(words)[line]}">${action}</a>${texting}
        <p>${what}</p>
      </li>`
    })}
  </ul>`

const textInstead = (words: PageWords) => {
  const { text, textTo } = crisisLines.domesticViolence
  return html` <a class="call" href="sms:${textTo}?body=${text}">${words.help.lines.domesticViolence.or}</a>`
}
