import { describe, expect, it } from 'vitest'

import { answersSchema } from '../../../domain/form/intake-form.ts'
import {
  fieldsOfPage,
  firstUnanswered,
  pageBefore,
  pageOfNumber,
  pageToFollow,
  pageToShow,
  questionPages,
} from '../../../domain/form/question-pages.ts'

const whole = {
  submissionId: '019ab123-4567-4abc-8def-0123456789ab',
  who: 'me',
  age: '25-64',
  safety: 'safe',
  topics: ['worry'],
  meet: ['video'],
  zip: '95112',
  times: ['weekend'],
  name: 'Robin Vale',
  contact: ['email'],
  email: 'robin.vale@example.org',
  emailPrivacy: 'private',
  consentKeep: true,
  consentShare: 'yes',
}
const without = (...fields: string[]) =>
  Object.fromEntries(Object.entries(whole).filter(([field]) => !fields.includes(field)))

describe('the question pages', () => {
  it('ask each field of the form once', () => {
    const asked = questionPages.flatMap((page) => fieldsOfPage[page])
    const fields = Object.keys(answersSchema.def.shape)

    expect(asked.toSorted()).toEqual(
      fields.filter((field) => field !== 'submissionId' && field !== 'language').toSorted(),
    )
  })

  it('are called by their number, and by nothing else', () => {
    expect(['1', '9', '0', '10', '01', 'about', ''].map(pageOfNumber)).toEqual([
      'about',
      'consent',
      ...Array.from({ length: 5 }),
    ])
  })

  it('are all answered when the form can be sent, whatever optional page was skipped', () => {
    expect(firstUnanswered(whole)).toBeNull()
    expect(firstUnanswered({})).toBe('about')
    expect(firstUnanswered(without('topics', 'consentKeep'))).toBe('support')
  })

  it('show nobody a page before those that lead to it', () => {
    expect(pageToShow('details', {})).toBe('about')
    expect(pageToShow('details', without('topics'))).toBe('support')
    expect(pageToShow('safety', without('topics'))).toBe('safety')
    expect(pageToShow('details', whole)).toBe('details')
  })

  it('leave out the details for whoever wants no contact', () => {
    const noContact = { ...whole, contact: ['none'] }

    expect(pageToFollow('reaching', noContact, false)).toBe('note')
    expect(pageToShow('details', noContact)).toBe('note')
    expect(pageBefore('note', noContact)).toBe('reaching')
    expect(pageBefore('note', whole)).toBe('details')
  })

  it('lead on one by one, and from the last one to the check', () => {
    const way = questionPages.map((page) => pageToFollow(page, whole, false))

    expect(way).toEqual([...questionPages.slice(1), 'check'])
  })

  it('lead back to what was left open on the way', () => {
    expect(pageToFollow('consent', without('safety'), false)).toBe('safety')
    expect(pageToFollow('kind', without('name', 'contact'), false)).toBe('reaching')
  })

  it('lead from a change straight back to the check, unless the change opens a question', () => {
    expect(pageToFollow('support', whole, true)).toBe('check')
    expect(pageToFollow('reaching', { ...whole, contact: ['email', 'call'] }, true)).toBe('details')
  })

  it('have nothing before the first', () => {
    expect(pageBefore('about', whole)).toBeUndefined()
  })
})
