import { html } from 'hono/html'

import { travelMiles } from '../../domain/form/choices.ts'
import { type UsState, usStates } from '../../domain/groups/us-state.ts'
import { stateName } from '../sentences.ts'
import { weekdayName } from '../times.ts'
import { hasAnyOf } from './answers.ts'
import { pickAny, pickOne, tick } from './choices.ts'
import { line, select } from './lines.ts'
import { optionalPart, type FormState } from './parts.ts'

const week = [1, 2, 3, 4, 5, 6, 7]

export const topics = (form: FormState, { isHeading = false } = {}) => {
  const { topics } = form.words.form
  return pickAny(form, {
    name: 'topics',
    question: topics.question,
    hint: topics.hint,
    options: Object.entries(topics.answers),
    isHeading,
  })
}

export const meeting = (form: FormState) => {
  const { meet } = form.words.form
  return html`${pickAny(form, {
    name: 'meet',
    question: meet.question,
    hint: meet.hint,
    options: Object.entries(meet.answers),
  })}
  ${where(form)}${when(form)}`
}

const where = (form: FormState) => {
  const { travelMiles: travel, usState, zip } = form.words.form
  const states: [UsState, string][] = usStates.map((state) => [state, stateName(state, form.words)])
  const byName = states.toSorted(([, one], [, other]) => one.localeCompare(other, form.words.language))
  return html`${line(form, {
      name: 'zip',
      question: zip.question,
      hint: zip.hint,
      inputmode: 'numeric',
      autocomplete: 'postal-code',
      width: 'short',
    })}
    ${tick(form, { name: 'noZip', label: zip.none })}
    <div class="when-no-zip inset">
      ${select(form, {
        name: 'usState',
        question: usState.question,
        pick: usState.pick,
        options: byName,
        autocomplete: 'address-level1',
      })}
    </div>
    <div class="when-in-person inset">
      ${pickOne(form, {
        name: 'travelMiles',
        question: travel.question,
        hint: travel.hint,
        options: travelMiles.map((miles) => [String(miles), travel.miles(miles)]),
        startsAt: '10',
        look: 'row',
      })}
    </div>`
}

const when = (form: FormState) => {
  const { days, times, timesStrength } = form.words.form
  return html`${pickAny(form, {
    name: 'times',
    question: times.question,
    hint: times.hint,
    options: Object.entries(times.answers),
  })}
  ${pickOne(form, {
    name: 'timesStrength',
    question: timesStrength.question,
    options: Object.entries(timesStrength.answers),
    startsAt: 'must',
  })}
  ${optionalPart(
    form,
    {
      id: 'days-part',
      summary: days.question,
      isOpen: hasAnyOf(form.answers, ['days']) || form.problems.has('days'),
    },
    pickAny(form, {
      name: 'days',
      question: days.question,
      hint: days.hint,
      options: week.map((day) => [String(day), weekdayName(day, form.words.language)]),
      look: 'row',
      isUnseen: true,
    }),
  )}`
}
