import { describe, expect, it } from 'vitest'

import { contentsOf } from '../../bin/set-aside.ts'
import { anIntake } from '../support/builders.ts'

const intakeId = '019ab123-4567-7abc-8def-0123456789ab'
const emailId = '019ab123-4567-7abc-8def-0123456789ff'
const submitted = { schema: 1, kind: 'submitted', intake: anIntake() }
const nudge = {
  schema: 1,
  subjectId: intakeId,
  occurrence: 'receipt#first',
  template: 'receipt',
  addressHash: null,
  referralId: null,
  state: 'pending',
  attempts: 0,
}

const told = (queue: Parameters<typeof contentsOf>[0], message: unknown) =>
  contentsOf(queue, typeof message === 'string' ? message : JSON.stringify(message))

describe('a message that was set aside', () => {
  it.each([
    ['intakes', submitted, 'submitted', `intake ${intakeId} (7KQ-4M2-XR5)`],
    [
      'intakes',
      { schema: 1, kind: 'again', intakeId, because: 'time-to-look', excluding: [] },
      'again',
      `intake ${intakeId}`,
    ],
    ['intakes', { schema: 1, kind: 'place-freed', groupId: 'a/group' }, 'place-freed', 'group a/group'],
    ['emails', nudge, 'nudge', `e-mail receipt about intake ${intakeId}`],
    ['emails', { ...nudge, subjectId: 'staff', template: 'staff-digest' }, 'nudge', 'e-mail staff-digest'],
    [
      'ses-events',
      { eventType: 'Delivery', mail: { messageId: 'ses-1', tags: { emailId: [emailId] } } },
      'report',
      `Delivery of e-mail ${emailId}`,
    ],
  ] as const)('of %s is told by its kind and its ids', (queue, message, kind, concerns) => {
    expect(told(queue, message)).toEqual({ kind, concerns, unreadableBecause: null })
  })

  it.each([
    ['intakes', 'not JSON', 'unknown', null, /^it is not JSON$/],
    ['intakes', { ...submitted, schema: 2 }, 'submitted', `intake ${intakeId}`, /version 2, .* reads 1/],
    [
      'intakes',
      { ...submitted, intake: { ...anIntake(), language: 'xx' } },
      'submitted',
      `intake ${intakeId}`,
      /^intake\.language is not/,
    ],
    ['intakes', { schema: 1, kind: 'dance', intakeId }, 'unknown', `intake ${intakeId}`, /^kind is not/],
    ['emails', { ...nudge, state: 'lost' }, 'unknown', `intake ${intakeId}`, /^state is not/],
    ['ses-events', { eventType: 'Delivery' }, 'unknown', null, /none of the messages/],
  ] as const)(
    'of %s that cannot be read is told apart, with why, and whom it is about where that can be seen',
    (queue, message, kind, concerns, because) => {
      expect(told(queue, message)).toEqual({
        kind,
        concerns,
        unreadableBecause: expect.stringMatching(because),
      })
    },
  )

  it('is never told by what a person wrote', () => {
    const intake = anIntake({ asks: { name: 'Robin Vale', note: 'Please call after six.' } })
    const all = [
      { ...submitted, intake },
      { ...submitted, intake: { ...intake, consent: 'robin.vale@example.org' } },
      { schema: 1, kind: 'Robin Vale', intakeId: 'robin.vale@example.org' },
      'Robin Vale robin.vale@example.org',
    ].map((message) => told('intakes', message))

    expect(JSON.stringify(all)).not.toMatch(/robin|vale|example\.org|after six|\b95112\b/i)
  })
})
