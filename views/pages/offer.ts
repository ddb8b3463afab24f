import { html } from 'hono/html'

import type { Suggestion } from '../../domain/matching/decision.ts'
import { pickOne } from '../form/choices.ts'
import { errorSummary } from '../form/error-summary.ts'
import type { FormState } from '../form/parts.ts'
import type { Frame } from '../frame.ts'
import { placeGroup } from '../group-card.ts'
import type { Html } from '../html.ts'
import { layout, phoneLink } from '../layout.ts'
import { type PlaceForm, anotherQuestion, hiddenFields, problemsOf } from '../place-form.ts'
import { momentLine } from '../times.ts'
import { type ProgressWords, progressWords } from '../words/progress-words.ts'

interface OfferFacts extends PlaceForm {
  group: Suggestion
  homeTimeZone: string
  keptUntil: string
  /** What the person said on the form about sharing with group leaders. Said there, it can still be changed here. */
  saidBefore: 'yes' | 'ask-first'
}

/** A place to say yes or no to. With a yes goes the question who may be told, for this one group. */
export const offerPage = (frame: Frame, facts: OfferFacts): Html => {
  const words = progressWords(frame.language)
  const { offer } = words
  const form = { words, answers: facts.answers, problems: problemsOf(facts, words) }
  return layout(frame, {
    title: offer.title,
    hasProblems: facts.missing.length > 0,
    body: html`${errorSummary(form)}
      <h1>${offer.heading}</h1>
      <p class="lead">${offer.lead}</p>
      <p class="next">${offer.keptUntil(momentLine(facts.keptUntil, facts.homeTimeZone, frame.language))}</p>
      <h2>${offer.groupHeading}</h2>
      ${placeGroup(facts.group, facts.homeTimeZone, words)}
      <p>${offer.doorLater}</p>
      <form class="panel offer" method="post" autocomplete="off" novalidate>
        <h2>${offer.formHeading}</h2>
        ${pickOne(form, {
          name: 'answer',
          question: offer.answer.question,
          options: Object.entries(offer.answer.answers),
        })}
        <div class="when-yes">${shareQuestion(form, facts)}</div>
        <div class="when-no">${anotherQuestion(form)}</div>
        ${hiddenFields(frame, facts)}
        <button type="submit">${offer.send}</button>
      </form>
      <p>${offer.later}</p>
      <p>${offer.call} ${phoneLink(frame.organisation.helpPhone)}</p>`,
  })
}

const shareQuestion = (form: FormState<ProgressWords>, { group, saidBefore }: OfferFacts) => {
  const { groupConsent } = form.words
  return pickOne(form, {
    name: 'share',
    question: groupConsent.question(group.name),
    hint: saidBefore === 'yes' ? `${groupConsent.what} ${groupConsent.saidYes}` : groupConsent.what,
    options: [
      ['yes', groupConsent.yes(group.name)],
      ['no', groupConsent.no],
    ],
    ...(saidBefore === 'yes' && { startsAt: 'yes' }),
  })
}
