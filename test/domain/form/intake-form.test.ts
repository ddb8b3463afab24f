import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { limits } from '../../../domain/form/choices.ts'
import { readIntakeForm } from '../../../domain/form/read-intake-form.ts'

const aForm = (given: Record<string, unknown> = {}) => ({
  submissionId: '019ab123-4567-7abc-8def-0123456789ab',
  language: 'en',
  who: 'me',
  age: '25-64',
  safety: 'safe',
  topics: ['drinking'],
  meet: ['in-person'],
  zip: '95112',
  times: ['weekday-evening'],
  name: 'Robin Vale',
  contact: ['email'],
  email: 'robin.vale@example.org',
  emailPrivacy: 'private',
  consentKeep: true,
  consentShare: 'yes',
  ...given,
})

const formOf = (given: Record<string, unknown>) => {
  const read = readIntakeForm(aForm(given))
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return read.form
}

const problemsOf = (given: Record<string, unknown>) => {
  const read = readIntakeForm(aForm(given))
  return 'problems' in read ? read.problems : []
}

describe('the form', () => {
  it.each<[string, Record<string, unknown>, string, string]>([
    ['no ZIP code', { zip: null }, 'zip', 'required'],
    ['letters for a ZIP code', { zip: 'San Jose' }, 'zip', 'format'],
    ['a ZIP code that does not exist', { zip: '00000' }, 'zip', 'not-known'],
    ['no ZIP code and no state', { zip: null, noZip: true }, 'usState', 'required'],
    ['no topic', { topics: [] }, 'topics', 'required'],
    ['no name', { name: '  ' }, 'name', 'required'],
    ['a name that is too long', { name: 'a'.repeat(61) }, 'name', 'too-long'],
    ['a note that is too long', { note: 'a'.repeat(limits.noteLetters + 1) }, 'note', 'too-long'],
    ['no safe way to contact', { contact: [] }, 'contact', 'required'],
    ['“don’t contact me” beside other ways', { contact: ['none', 'email'] }, 'contact', 'alone'],
    ['a call without a number', { contact: ['call'] }, 'phone', 'required'],
    ['a number with too few digits', { contact: ['text'], phone: '555 0123' }, 'phone', 'format'],
    [
      'a call without a word on voicemail',
      { contact: ['call'], phone: '312 555 0123' },
      'voicemail',
      'required',
    ],
    ['an e-mail address without an @', { email: 'robin' }, 'email', 'format'],
    ['no word on who reads the mail', { emailPrivacy: null }, 'emailPrivacy', 'required'],
    [
      'another language without saying which',
      { wishes: { 'other-language': 'must' } },
      'otherLanguage',
      'required',
    ],
    [
      'a helper without a name',
      { who: 'someone-else', helperPhone: '312 555 0123', helperAgreed: true },
      'helperName',
      'required',
    ],
    ['no leave to keep the answers', { consentKeep: false }, 'consentKeep', 'required'],
    ['no word on sharing', { consentShare: undefined }, 'consentShare', 'required'],
    ['a question we do not ask', { diagnosis: 'x' }, 'diagnosis', 'no-such-field'],
  ])('says what is wrong with %s', (_, given, field, problem) => {
    expect(problemsOf(given)).toContainEqual({ field, problem })
  })

  it('says everything that is wrong at once, in the order of the questions, and each thing once', () => {
    const read = readIntakeForm({ submissionId: aForm().submissionId })

    const fields = 'problems' in read ? read.problems.map(({ field }) => field) : []

    expect(fields).toEqual([
      'who',
      'age',
      'safety',
      'topics',
      'meet',
      'zip',
      'times',
      'name',
      'contact',
      'consentKeep',
      'consentShare',
    ])
  })

  it.each([
    ['(312) 555-0123', '+13125550123'],
    ['1 312.555.0123', '+13125550123'],
    ['+1 312 555 0123', '+13125550123'],
  ])('takes a phone number however it is written: %s', (phone, kept) => {
    expect(formOf({ contact: ['text'], phone }).phone).toBe(kept)
  })

  it('takes a ZIP code with its four more digits', () => {
    expect(formOf({ zip: '95112-1234' }).zip).toBe('95112')
  })

  it('leaves no line break and no mark that turns text around in a name', () => {
    expect(formOf({ name: 'Robin\r\nBcc: all\u202Eelav' }).name).toBe('Robin Bcc: all elav')
  })

  it('leaves nothing in a name or a note that the queue would refuse', () => {
    const { name, note } = formOf({ name: 'Robin\uFFFF \uD800Vale', note: 'one\uFFFEtwo' })

    expect([name, note]).toEqual(['Robin \uFFFDVale', 'one two'])
  })

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything(), (sent) => {
        expect(readIntakeForm(sent)).toHaveProperty('problems')
      }),
    )
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(aForm()), 'wishes', 'days', 'phone'), fc.anything()),
        (spoilt) => {
          expect(readIntakeForm({ ...aForm(), ...spoilt })).toBeTypeOf('object')
        },
      ),
    )
  })

  it('gives the same form back when what it read is sent again', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 300 }), (name, note) => {
        fc.pre(!problemsOf({ name, note }).length)
        const form = formOf({ name, note })

        expect(readIntakeForm(form)).toEqual({ form })
      }),
    )
  })
})
