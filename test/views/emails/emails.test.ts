import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Suggestion } from '../../../domain/matching/decision.ts'
import { actionSchema } from '../../../domain/way/next-action.ts'
import { appointmentOf } from '../../../views/emails/appointment.ts'
import { type EmailMessage, renderEmail } from '../../../views/emails/blocks.ts'
import { checkIn } from '../../../views/emails/check-in.ts'
import { invitation } from '../../../views/emails/invitation.ts'
import { offer } from '../../../views/emails/offer.ts'
import { placeGone } from '../../../views/emails/place-gone.ts'
import { receipt } from '../../../views/emails/receipt.ts'
import { staffNextAction } from '../../../views/emails/staff-next-action.ts'
import { staffOverdue } from '../../../views/emails/staff-overdue.ts'
import { suggestions } from '../../../views/emails/suggestions.ts'
import { aReferral } from '../../support/builders.ts'
import { tagsIn, textOf } from '../../support/page-parts.ts'
import { aSuggestion, anOnlineSuggestion } from '../../support/suggestions.ts'

const personFacts = {
  language: 'en' as 'en' | 'es',
  plain: false,
  name: 'Robin Vale',
  reference: '7KQ-4M2-XR5',
  statusUrl: 'https://help.example.org/prod/status/abc.def?language=es&v=1',
  readBy: '2026-11-27T00:00:00Z',
  timeZone: 'America/Chicago',
  isUrgent: false,
  organisation: { name: 'Lakeshore Recovery', helpPhone: '1-800-555-0199' },
}

const meetings = [aSuggestion(), anOnlineSuggestion(), aSuggestion({ url: null, venue: null, reasons: [] })]

const staffFacts = {
  reference: '7KQ-4M2-XR5',
  action: 'review-referral' as const,
  dueAt: '2026-11-26T23:00:00Z',
  timeZone: 'America/Chicago',
  personLanguage: 'es' as const,
  consoleUrl: 'https://help.example.org/prod/staff/intakes/7KQ-4M2-XR5',
  organisation: personFacts.organisation,
}

const toStaff = actionSchema.options.flatMap((action) => [
  {
    name: `next action, ${action}`,
    language: 'en' as const,
    message: staffNextAction({ ...staffFacts, action }),
  },
  {
    name: `overdue, ${action}`,
    language: 'en' as const,
    message: staffOverdue({ ...staffFacts, action }),
  },
])

const whole = ({ subject, html, text }: ReturnType<typeof renderEmail>) =>
  [subject, textOf(html), text].join('\n')

const text = (message: EmailMessage) => renderEmail(message, 'en').text

describe('e-mails to a person', () => {
  const full = { ...personFacts, meetings, homeTimeZone: 'America/Chicago', isWaiting: false }

  it('give the day by which a person reads the form, and the number to call', () => {
    expect(text(receipt(personFacts))).toContain('Thursday, November 26')
    expect(text(receipt(personFacts))).toContain('1-800-555-0199')
    expect(text(suggestions(full))).toContain('Thursday, November 26')
  })

  it('put help first for someone who may not be safe', () => {
    const urgent = text(receipt({ ...personFacts, isUrgent: true }))

    expect(urgent.indexOf('988')).toBeLessThan(urgent.indexOf('7KQ-4M2-XR5'))
  })

  it('name for each meeting when it is, how to join, why, and its page', () => {
    const said = text(suggestions(full))

    expect(said).toContain('When: Tuesday 6:00 pm your time (7:00 pm Eastern time)')
    expect(said).toContain('https://meet.example.org/owls')
    expect(said).toContain('Where: Grace Hall, 120 Pine Street, Chicago, IL 60614')
    expect(said).toContain('https://example.org/meetings/12?day=2&hour=19')
  })

  it('give the two best reasons, and the bare topic only where there is no other', () => {
    const why = (reasons: Suggestion['reasons']) =>
      /Why: (.*)/.exec(text(suggestions({ ...full, meetings: [aSuggestion({ reasons })] })))?.[1]
    const topic = { because: 'topic' as const, points: 40 }
    const others = [
      { because: 'soon' as const, points: 2 },
      { because: 'near' as const, points: 10, miles: 2 },
      { because: 'wish' as const, points: 8, wish: 'captions' as const },
    ]

    expect(why([topic, ...others])).toBe(
      'It is about 2 miles from the middle of your ZIP code. It has captions.',
    )
    expect(why([topic])).toBe('It is about what you asked for.')
  })

  it('promise no group to someone who may not be safe', () => {
    const urgent = text(receipt({ ...personFacts, isUrgent: true }))

    expect(urgent).toContain('first, as soon as we are at work again: by the end of Thursday, November 26.')
    expect(urgent).not.toMatch(/we look for|a group/i)
    expect(text(receipt(personFacts))).toContain('We look for a group')
  })

  it('show phone numbers as people write them', () => {
    const online = { url: null, phone: '+14085550121', notes: null }

    expect(text(suggestions({ ...full, meetings: [anOnlineSuggestion({ online })] }))).toContain(
      'By phone: 408-555-0121',
    )
  })

  it('say so when the person also waits for a place', () => {
    expect(text(suggestions({ ...full, isWaiting: true }))).toContain('waiting list')
    expect(text(suggestions(full))).not.toContain('waiting list')
  })

  it.each([
    ['Robin Vale', 'Hello Robin Vale,'],
    ['Zoë O’Neil-Ruiz', 'Hello Zoë O’Neil-Ruiz,'],
    ['win at evil.example', 'Hello,'],
    ['https://evil.example/free', 'Hello,'],
    ['Call 900 555 0100', 'Hello,'],
    ['x'.repeat(60), 'Hello,'],
  ])('cannot be made to carry a stranger’s message: %s', (name, hello) => {
    expect(text(receipt({ ...personFacts, name }))).toContain(`\n${hello}\n`)
  })

  it('never let a name or a directory write markup', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: 'grapheme' }), (wild) => {
        const spoilt = [aSuggestion({ name: `<b>${wild}`, venue: { name: `"><i ${wild}`, address: null } })]
        const page = renderEmail(suggestions({ ...full, name: wild, meetings: spoilt }), 'en').html

        const names = tagsIn(page).map(({ name }) => name)
        expect(names).not.toContain('b')
        expect(names).not.toContain('i')
      }),
    )
  })

  it('make no link of what does not open a website', () => {
    const spoilt = [aSuggestion({ url: 'javascript:alert(1)' })]

    expect(renderEmail(suggestions({ ...full, meetings: spoilt }), 'en').html).not.toContain('javascript:')
  })
})

describe('e-mails about a place', () => {
  const place = {
    ...personFacts,
    group: anOnlineSuggestion(),
    keptUntil: '2026-11-28T15:00:00Z',
    firstSessionAt: '2026-12-02T00:00:00Z',
    homeTimeZone: 'America/Chicago',
    officeTimeZone: 'America/Los_Angeles',
    offerUrl: 'https://help.example.org/offer/abc.def',
  }
  const asked = {
    ...personFacts,
    day: 3,
    since: 'afterFirstDay' as const,
    isLast: false,
    checkInUrl: 'https://help.example.org/check-in/abc.def?language=en',
    stopUrl: 'https://help.example.org/stop/abc.def',
  }

  it('say until when it is kept by the clock where the person lives, and nothing of the group', () => {
    const said = text(offer(place))

    expect(said).toContain('kept for you until Saturday, November 28, 9:00 am.')
    expect(said).not.toMatch(/Night Owls|Tuesday|meet\.example/)
  })

  it('say when the first time is by that clock too, how to get in, and how not to go', () => {
    const said = text(invitation({ ...place, hasChanged: false }))

    expect(said).toContain('First time: Tuesday, December 1, 6:00 pm')
    expect(said).toContain('Join online:\nhttps://meet.example.org/owls')
    expect(said).toContain('I can’t go:\nhttps://help.example.org/offer/abc.def#change')
    const changed = invitation({ ...place, hasChanged: true })
    expect(changed.subject).toBe('Your first day has changed')
    expect(text(changed)).toContain('The one we told you before is off.')
  })

  it('tell a place that nobody answered for from one that the group could not give', () => {
    const because = (why: 'no-answer' | 'group-said-no' | 'not-there') =>
      text(placeGone({ ...place, because: why }))

    expect(because('no-answer')).toContain('The time to answer ran out')
    expect(because('group-said-no')).toContain('This is not about you.')
    expect(because('not-there')).toContain('is no longer there')
    for (const why of ['no-answer', 'group-said-no', 'not-there'] as const)
      expect(because(why)).toContain('We look for another group for you.')
  })

  it('ask how it goes in words for the time that has passed, and say which is the last', () => {
    const said = (day: number) => text(checkIn({ ...asked, day, isLast: day === 90 }))

    expect([3, 7, 30, 90].map((day) => /Your first day was [^.]+/.exec(said(day))?.[0])).toEqual([
      'Your first day was a few days ago',
      'Your first day was about a week ago',
      'Your first day was about a month ago',
      'Your first day was a while ago',
    ])
    expect(said(90)).toContain('This is the last note we send.')
    expect(said(30)).not.toContain('last note')
    expect(said(3)).toContain('https://help.example.org/check-in/abc.def?language=en&a=need-help-now')
  })

  it('put into a calendar one entry that moves, repeats, ends, and never says what it is for', () => {
    const referral = aReferral({ invitations: 2 })
    const given = { referral, firstSessionAt: place.firstSessionAt, host: 'help.example.org' }
    const entry = appointmentOf({ ...given, isCancelled: false, language: 'en' })

    expect(entry).toMatchObject({
      uid: `${referral.referralId}@help.example.org`,
      sequence: 2,
      title: 'Weekly appointment',
      weekly: true,
      where: null,
      description: null,
    })
    expect(appointmentOf({ ...given, isCancelled: true, language: 'es' })).toMatchObject({
      uid: entry.uid,
      sequence: 3,
      isCancelled: true,
      title: 'Cita semanal',
    })
  })
})

describe('e-mails to staff', () => {
  it('hold the reference, the time, the language and the link, and nothing about the person', () => {
    const { message } = toStaff[0]!
    const facts = message.blocks.flatMap((block) => (block.kind === 'fact' ? [block.text] : []))

    expect(facts).toEqual(['7KQ-4M2-XR5', 'Thursday, November 26, 5:00 pm', 'Spanish'])
    for (const { message } of toStaff)
      expect(whole(renderEmail(message, 'en'))).not.toMatch(/robin|vale|606\d\d|drink|grief|trauma|@/i)
  })

  it('say in the subject what to do and by when', () => {
    const subject = (action: 'read-first' | 'review-referral' | 'tell-by-phone') =>
      staffNextAction({ ...staffFacts, action }).subject

    expect(subject('read-first')).toBe('[Intake] 7KQ-4M2-XR5 – read first')
    expect(subject('review-referral')).toBe('[Intake] 7KQ-4M2-XR5 – read by Thu 5 pm')
    expect(subject('tell-by-phone')).toBe('[Intake] 7KQ-4M2-XR5 – call by Thu 5 pm')
    expect(staffOverdue(staffFacts).subject).toBe('[Intake] 7KQ-4M2-XR5 – late since Thu 5 pm')
  })
})
