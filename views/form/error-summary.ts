import { html } from 'hono/html'

import type { FormState } from './parts.ts'

/** The fields in the order they stand on the page, each with the id of its first control. */
type Places = readonly (readonly [field: string, id: string])[]

const placesOfIntake: Places = [
  ['safety', 'safety-safe'],
  ['who', 'who-me'],
  ['helperName', 'helperName'],
  ['helperPhone', 'helperPhone'],
  ['helperAgreed', 'helperAgreed'],
  ['age', 'age-under-13'],
  ['topics', 'topics-worry'],
  ['meet', 'meet-video'],
  ['zip', 'zip'],
  ['noZip', 'noZip'],
  ['usState', 'usState'],
  ['travelMiles', 'travelMiles-2'],
  ['times', 'times-weekday-morning'],
  ['timesStrength', 'timesStrength-must'],
  ['days', 'days-1'],
  ['wishes', 'wish-women-none'],
  ['otherLanguage', 'otherLanguage'],
  ['name', 'name'],
  ['contact', 'contact-text'],
  ['phone', 'phone'],
  ['voicemail', 'voicemail-say-who-you-are'],
  ['safeHours', 'safeHours-mornings'],
  ['email', 'email'],
  ['emailPrivacy', 'emailPrivacy-private'],
  ['note', 'note'],
  ['consentKeep', 'consentKeep'],
  ['consentShare', 'consentShare-yes'],
  ['consentCheckIn', 'consentCheckIn'],
  ['answer', 'answer-yes'],
  ['share', 'share-yes'],
  ['another', 'another-yes'],
  ['checkIn', 'checkIn-going-well'],
]

/** Where the first control of a field is. */
export const placeOf = (field: string) => placesOfIntake.find(([one]) => one === field)?.[1] ?? field

/** It takes the focus, as those who hear the page would otherwise start at its top without a word of what is wrong. */
export const errorSummary = (
  { problems, words }: FormState,
  { places = placesOfIntake, lead = words.form.problemsLead }: { places?: Places; lead?: string } = {},
) => {
  if (problems.size === 0) return ''
  const known = new Map(places)
  const elsewhere = [...problems.keys()].filter((field) => !known.has(field))
  const onPage = places.filter(([field]) => problems.has(field))
  return html`<div class="errors" role="alert" aria-labelledby="errors-heading" tabindex="-1" autofocus>
    <h2 id="errors-heading">${words.form.problemsHeading}</h2>
    <p>${lead}</p>
    <ul>
      ${onPage.map(([field, id]) => html`<li><a href="#${id}">${problems.get(field)}</a></li>`)}
      ${elsewhere.map((field) => html`<li>${problems.get(field)}</li>`)}
    </ul>
  </div>`
}
