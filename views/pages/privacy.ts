import { html } from 'hono/html'

import { consentFacts } from '../consent-facts.ts'
import type { Frame } from '../frame.ts'
import type { Html } from '../html.ts'
import { layout, phoneLink } from '../layout.ts'
import { formWords } from '../words/form-words.ts'

export const privacyPage = (frame: Frame): Html => {
  const words = formWords(frame.language)
  const { privacy } = words
  return layout(frame, {
    title: privacy.title,
    isToRead: true,
    body: html`<h1>${privacy.heading}</h1>
      <p class="lead">${privacy.lead}</p>
      <p>${privacy.before}</p>
      <p>${privacy.cookie}</p>
      ${consentFacts(words)}
      <h2>${privacy.contactHeading}</h2>
      <ul>
        ${privacy.contact.map((line) => html`<li>${line}</li>`)}
      </ul>
      <h2>${privacy.chooseHeading}</h2>
      <p>${privacy.choose}</p>
      <h2>${privacy.linkHeading}</h2>
      <p>${privacy.link}</p>
      <h2>${privacy.goneHeading}</h2>
      <p>${privacy.gone}</p>
      <h2>${privacy.askHeading}</h2>
      <p>${privacy.ask} ${phoneLink(frame.organisation.helpPhone)}</p>`,
  })
}
