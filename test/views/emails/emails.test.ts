import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Suggestion } from '../../../domain/decision.ts'
import { languages } from '../../../domain/language.ts'
import { actionSchema } from '../../../domain/next-action.ts'
import { type EmailMessage, renderEmail } from '../../../views/emails/blocks.ts'
import { receipt } from '../../../views/emails/receipt.ts'
import { staffNextAction } from '../../../views/emails/staff-next-action.ts'
import { staffOverdue } from '../../../views/emails/staff-overdue.ts'
import { suggestions } from '../../../views/emails/suggestions.ts'
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

const toPeople = languages.flatMap((language) =>
  [true, false].flatMap((plain) =>
    [true, false].flatMap((isUrgent) => {
      const facts = { ...personFacts, language, plain, isUrgent }
      const more = { ...facts, meetings, homeTimeZone: 'America/Chicago', isWaiting: isUrgent }
      const kind = `${language}, ${plain ? 'plain' : 'full'}${isUrgent ? ', urgent' : ''}`
      return [
        { name: `receipt, ${kind}`, plain, language, message: receipt(facts) },
        { name: `suggestions, ${kind}`, plain, language, message: suggestions(more) },
      ]
    }),
  ),
)

const toStaff = actionSchema.options.flatMap((action) => [
  {
    name: `next action, ${action}`,
    language: 'en' as const,
    message: staffNextAction({ ...staffFacts, action }),
  },
  { name: `overdue, ${action}`, language: 'en' as const, message: staffOverdue({ ...staffFacts, action }) },
])

/** What would tell someone who looks over a shoulder what this is about, in both languages. */
const telling =
  /group|grupo|therap|terap|support|apoyo|meeting|reuni|crisis|988|911|recover|recuper|help|ayuda|drink|alcohol|drug|droga|grief|duelo|staff|form\b|formulario|safe|a salvo|lakeshore|robin|night owls|first step|1-800/i

const whole = ({ subject, html, text }: ReturnType<typeof renderEmail>) =>
  [subject, textOf(html), text].join('\n')

describe.each([...toPeople, ...toStaff])('the e-mail "$name"', ({ language, message }) => {
  const email = renderEmail(message, language)

  it('says the same in both of its parts', () => {
    const inHtml = textOf(email.html)

    const pieces = email.text
      .split('\n')
      .filter((line) => !/^([-=]+|\s*|https:.*)$/.test(line))
      .flatMap((line) => line.replace(/^- /, '').replace(/:$/, '').split(': '))
    expect(pieces.filter((piece) => !inHtml.includes(piece))).toEqual([])
    const hrefs = tagsIn(email.html).flatMap(({ attributes: { href } }) => (href ? [href] : []))
    expect(hrefs.length).toBeGreaterThan(0)
    for (const href of hrefs) expect(email.text).toContain(href)
  })

  it('has a subject that a phone can show, and a language', () => {
    expect(email.subject.length).toBeLessThanOrEqual(60)
    expect(email.html).toContain(`<html lang="${language}">`)
    expect(email.html).toMatch(/<title>.+<\/title>/)
    expect(email.html).toMatch(/role="article"/)
  })

  it('fetches nothing and watches no one', () => {
    expect(email.html).not.toMatch(/<img|<script|<link|url\(|@import/)
    expect(whole(email)).not.toContain('undefined')
  })
})

describe('e-mails to a mailbox that someone else may read', () => {
  it.each(toPeople.filter(({ plain }) => plain))('tell nothing: $name', ({ message, language }) => {
    const email = renderEmail(message, language)
    const spoken = whole(email).replaceAll(/https:\S+/g, '')

    expect(spoken).not.toMatch(telling)
    expect(email.html.replaceAll(/https:[^"]+/g, '')).not.toMatch(telling)
  })

  it('hold one thing to press', () => {
    for (const { message } of toPeople.filter(({ plain }) => plain))
      expect(message.blocks.filter(({ kind }) => kind === 'button' || kind === 'link')).toHaveLength(1)
  })
})

const text = (message: EmailMessage) => renderEmail(message, 'en').text

describe('e-mails to a person', () => {
  const full = { ...personFacts, meetings, homeTimeZone: 'America/Chicago', isWaiting: false }

  it('never have the topic or the name in the subject', () => {
    for (const { message } of toPeople) expect(message.subject).not.toMatch(/group|grupo|robin|lakeshore/i)
  })

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

describe('e-mails to staff', () => {
  it('hold the reference, the time, the language and the link, and nothing about the person', () => {
    const { message } = toStaff[0]!
    const facts = message.blocks.flatMap((block) => (block.kind === 'fact' ? [block.text] : []))

    expect(facts).toEqual(['7KQ-4M2-XR5', 'Thu 5 pm (Thursday, November 26)', 'Spanish'])
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
