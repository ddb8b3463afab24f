import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import * as asked from '../../domain/form/choices.ts'
import { intakeFormSchema } from '../../domain/form/intake-form.ts'
import { readIntakeForm } from '../../domain/form/read-intake-form.ts'
import { topics } from '../../domain/groups/topic.ts'
import { usStates } from '../../domain/groups/us-state.ts'
import { otherLanguages, wishes } from '../../domain/groups/wish.ts'
import { languages } from '../../domain/person/language.ts'
import { channels, safeHours, voicemails } from '../../domain/person/safe-contact.ts'
import { safetyAnswers } from '../../domain/person/safety.ts'
import { formPage } from '../../views/pages/form.ts'
import { aFrame, submissionId } from '../support/every-page.ts'
import { idsIn, sentFrom, tagsIn, written } from '../support/page-parts.ts'

const aNewForm = (language: 'en' | 'es' = 'en') =>
  written(formPage(aFrame({ language }), { submissionId, answers: {}, problems: [] }))

const one = (values: readonly string[]) => fc.constantFrom(...values).map((value) => [value])
const some = (values: readonly string[]) => fc.subarray([...values], { minLength: 1 })
const anything = fc
  .string({ minLength: 1, maxLength: 80, unit: 'grapheme' })
  .map((text) => [text.replaceAll(/\r\n?/g, '\n')])

const answers = fc.record(
  {
    who: one(asked.whoFor),
    age: one(asked.ages),
    safety: one(safetyAnswers),
    topics: some(topics),
    meet: some(['video', 'phone', 'in-person']),
    zip: anything,
    noZip: one(['yes']),
    usState: one(usStates),
    travelMiles: one(asked.travelMiles.map(String)),
    times: some(asked.times),
    days: some(['1', '2', '3', '4', '5', '6', '7']),
    timesStrength: one(['must', 'nice']),
    otherLanguage: one(otherLanguages),
    name: anything,
    contact: some(channels),
    phone: anything,
    voicemail: one(voicemails),
    safeHours: some(safeHours),
    email: anything,
    emailPrivacy: one(['private', 'shared']),
    helperName: anything,
    helperPhone: anything,
    helperAgreed: one(['yes']),
    note: anything,
    consentKeep: one(['yes']),
    consentShare: one(['yes', 'ask-first']),
    consentCheckIn: one(['yes']),
    website: anything,
    ...Object.fromEntries(wishes.map((wish) => [`wish-${wish}`, one(['', 'nice', 'must'])])),
  },
  { requiredKeys: [] },
)

describe('the form', async () => {
  it('keeps everything that was typed and ticked, whatever it was', async () => {
    await fc.assert(
      fc.asyncProperty(answers, fc.constantFrom(...languages), async (given, language) => {
        const page = await written(
          formPage(aFrame({ language }), { submissionId, answers: given, problems: [] }),
        )
        const sent = sentFrom(page)

        for (const [name, values] of Object.entries(given))
          expect([name, sent.get(name)]).toEqual([name, values])
      }),
      { numRuns: 150 },
    )
  })

  it('asks for every field of the contract and for nothing else', async () => {
    const names = tagsIn(await aNewForm()).flatMap(({ attributes: { name } }) => (name ? [name] : []))
    const fields = Object.keys(intakeFormSchema.shape).filter((field) => field !== 'wishes')
    const expected = [...fields, ...wishes.map((wish) => `wish-${wish}`), 'website']

    expect(new Set(names.filter((name) => !['viewport', 'robots', 'changeLanguage'].includes(name)))).toEqual(
      new Set(expected),
    )
  })

  it('asks first of all whether the person is safe, with help right under the answer', async () => {
    const page = await aNewForm()
    const first = tagsIn(page).find(({ name }) => name === 'fieldset')

    expect(first?.attributes['aria-labelledby']).toBe('safety-question')
    expect(page.indexOf('class="help-now"')).toBeLessThan(page.indexOf('id="who-question"'))
    expect(page.indexOf('class="help-now"')).toBeGreaterThan(page.indexOf('id="safety-rather-not-say"'))
  })

  it('sends what a new form starts with and no more: no consent is given for the person', async () => {
    const sent = Object.fromEntries(
      [...sentFrom(await aNewForm())].filter(([, values]) => values.join('') !== ''),
    )

    expect(sent).toEqual({
      submissionId: [submissionId],
      language: ['en'],
      travelMiles: ['10'],
      timesStrength: ['must'],
    })
  })

  it('starts with a group in Spanish as a must for those who read Spanish, and lets them undo it', async () => {
    const undone = await written(
      formPage(aFrame({ language: 'es' }), {
        submissionId,
        answers: { 'wish-spanish': [''] },
        problems: [],
      }),
    )

    expect(sentFrom(await aNewForm('es')).get('wish-spanish')).toEqual(['must'])
    expect(sentFrom(await aNewForm('en')).get('wish-spanish')).toEqual([''])
    expect(sentFrom(undone).get('wish-spanish')).toEqual([''])
  })

  it('is sent below the stage it was served from, with the browser keeping nothing', async () => {
    const form = tagsIn(await aNewForm('es')).find(({ name }) => name === 'form')

    expect(form?.attributes).toMatchObject({
      method: 'post',
      action: '/prod/intakes',
      autocomplete: 'off',
      novalidate: '',
    })
  })

  it.each([
    ['days-part', { days: ['2'] }, []],
    ['kinds-part', { 'wish-women': ['must'] }, []],
    ['access-part', { 'wish-rides': ['nice'] }, []],
    ['access-part', {}, [{ field: 'otherLanguage', problem: 'required' as const }]],
    ['note-part', { note: ['No Tuesdays'] }, []],
    ['note-part', {}, [{ field: 'note', problem: 'too-long' as const }]],
  ])('opens %s when it holds an answer or something to put right', async (id, given, problems) => {
    const page = await written(
      formPage(aFrame(), { submissionId, answers: { name: [''], ...given }, problems }),
    )
    const open = tagsIn(page).filter(({ name, attributes }) => name === 'details' && 'open' in attributes)

    expect(open.map(({ attributes }) => attributes['id'])).toEqual([id])
    expect(tagsIn(await aNewForm()).filter(({ attributes }) => 'open' in attributes)).toEqual([])
  })

  it('leads from each problem to its field, in the order of the page, and says so in the title', async () => {
    const read = readIntakeForm({
      contact: ['call', 'email'],
      wishes: { 'other-language': 'nice' },
      noZip: true,
      who: 'my-client',
    })
    const problems = 'problems' in read ? read.problems : []

    const page = await written(formPage(aFrame(), { submissionId, answers: { name: [''] }, problems }))

    const summary = page.slice(page.indexOf('class="errors"'), page.indexOf('<h1>'))
    const targets = [...summary.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? '')
    const ids = idsIn(page)
    const places = targets.map((id) => ids.indexOf(id))
    expect(targets).toHaveLength(problems.filter(({ field }) => field !== 'submissionId').length)
    expect(places).toEqual(places.toSorted((before, after) => before - after))
    expect(places).not.toContain(-1)
    expect(page).toContain('<title>Error: ')
    for (const { field } of problems.filter(({ field }) => field !== 'submissionId'))
      expect(page).toMatch(new RegExp(`aria-describedby="[^"]*${field}-problem"`))
  })

  it('leads to a control of the field itself, whichever field it is', async () => {
    const fields = Object.keys(intakeFormSchema.shape).filter(
      (field) => field !== 'submissionId' && field !== 'language',
    )
    const problems = fields.map((field) => ({ field, problem: 'format' as const }))

    const page = await written(formPage(aFrame(), { submissionId, answers: { name: [''] }, problems }))

    const summary = page.slice(page.indexOf('class="errors"'), page.indexOf('<h1>'))
    const controls = new Map(tagsIn(page).map(({ attributes: { id, name } }) => [id, name]))
    const reached = [...summary.matchAll(/href="#([^"]+)"/g)].map(([, id]) => controls.get(id))
    expect(reached).toHaveLength(fields.length)
    expect(new Set(reached.map((name) => (name?.startsWith('wish-') ? 'wishes' : name)))).toEqual(
      new Set(fields),
    )
  })

  it('hides a trap for programs from people and from their keyboards', async () => {
    const page = await aNewForm()
    const trap = tagsIn(page).find(({ attributes }) => attributes['name'] === 'website')

    expect(trap?.attributes).toMatchObject({ tabindex: '-1', autocomplete: 'off' })
    expect(page).toMatch(/<div class="unseen">\s*<label for="website">/)
  })
})
