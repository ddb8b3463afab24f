import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { noteLetters, readStaffStep, readStepName, stepNames } from '../../../domain/staff/step.ts'

const problemsOf = (sent: Record<string, string[]>) => {
  const read = readStaffStep(sent)
  return 'problems' in read ? read.problems : []
}

describe('a form of the console', () => {
  it('is read as the step it names, with its answers', () => {
    expect(readStaffStep({ step: ['offer'], token: ['a'], seen: ['b'] })).toEqual({ step: { step: 'offer' } })
    expect(readStaffStep({ step: ['say-yes'], share: ['yes'] })).toEqual({
      step: { step: 'say-yes', share: true },
    })
    expect(readStaffStep({ step: ['leave'], another: ['no'] })).toEqual({
      step: { step: 'leave', another: false },
    })
    expect(
      readStaffStep({ step: ['other-group'], groupId: ['a/b'], know: ['too-far', 'other-time'] }),
    ).toEqual({
      step: { step: 'other-group', groupId: 'a/b', know: ['too-far', 'other-time'] },
    })
  })

  it('that names no step, or one that we do not have, says so', () => {
    for (const step of [[], [''], ['erase-all'], ['__proto__'], ['toString']])
      expect(problemsOf({ step })).toEqual([{ field: 'step', problem: 'required' }])
  })

  it.each([
    ['decline', 'because', 'not-mine', 'required'],
    ['decline', 'because', 'answers-changed', 'required'],
    ['attempt', 'channel', 'pigeon', 'required'],
    ['done', 'action', 'review-referral', 'required'],
    ['say-yes', 'share', 'maybe', 'required'],
    ['say-no', 'another', '', 'required'],
    ['other-group', 'know', 'some-rule', 'format'],
    ['first-session', 'date', 'x'.repeat(41), 'too-long'],
    ['note', 'text', ' \n ', 'required'],
    ['note', 'text', 'x'.repeat(noteLetters + 1), 'too-long'],
    ['close', 'because', 'tired', 'required'],
  ])('to %s with the wrong %s (%s) says which field and what of it', (step, field, value, problem) => {
    const rest: Record<string, string[]> = { groupId: ['a'], session: ['other'] }

    expect(problemsOf({ ...rest, step: [step], [field]: [value] })).toEqual([{ field, problem }])
  })

  it('keeps a note as it was written, without what cannot be seen', () => {
    expect(readStaffStep({ step: ['note'], text: ['  Calls back.\r\nOn \u202EFriday.\u0007 '] })).toEqual({
      step: { step: 'note', text: 'Calls back.\nOn  Friday.' },
    })
  })

  it('never throws, whatever is in it', () => {
    const value = fc.array(fc.oneof(fc.string(), fc.constantFrom(...stepNames, 'yes', 'other')), {
      maxLength: 3,
    })
    const name = fc.oneof(fc.string(), fc.constantFrom('step', 'because', 'text', 'know', 'session', 'share'))
    const { failed } = fc.check(
      fc.property(fc.dictionary(name, value), fc.constantFrom(...stepNames), (fields, step) => {
        expect(() => readStaffStep({ ...fields, step: [step] })).not.toThrow()
      }),
    )

    expect(failed).toBe(false)
  })

  it('has a name that an address can hold', () => {
    expect(stepNames.every((name) => /^[a-z-]+$/.test(name) && readStepName(name) === name)).toBe(true)
    expect(readStepName('<script>')).toBeNull()
  })
})
