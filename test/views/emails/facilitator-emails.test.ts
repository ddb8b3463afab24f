import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { renderEmail } from '../../../views/emails/blocks.ts'
import { facilitatorAttendance } from '../../../views/emails/facilitator-attendance.ts'
import { facilitatorCode } from '../../../views/emails/facilitator-code.ts'
import { facilitatorConsentEnded } from '../../../views/emails/facilitator-consent-ended.ts'
import { facilitatorContactChanged } from '../../../views/emails/facilitator-contact-changed.ts'
import { facilitatorEnded } from '../../../views/emails/facilitator-ended.ts'
import { facilitatorReferral } from '../../../views/emails/facilitator-referral.ts'
import { facilitatorReminder } from '../../../views/emails/facilitator-reminder.ts'
import { tagsIn } from '../../support/page-parts.ts'
import { readingGrade, wordsIn } from '../../support/reading-grade.ts'

const all = (group = 'Steady Ground') => {
  const facts = {
    reference: '7KQ-4M2-XR5',
    group,
    timeZone: 'America/Chicago',
    organisation: { name: 'Lakeshore Recovery', helpPhone: '1-800-555-0199' },
  }
  const ask = {
    ...facts,
    dueAt: '2026-11-26T23:00:00Z',
    pageUrl: 'https://help.example.org/prod/facilitator/1.abc.def',
  }
  return {
    referral: facilitatorReferral(ask),
    'reminder to answer': facilitatorReminder({ ...ask, isAboutAttendance: false }),
    'reminder to say who came': facilitatorReminder({ ...ask, isAboutAttendance: true }),
    attendance: facilitatorAttendance(ask),
    code: facilitatorCode({ ...facts, code: '042195', endsAt: '2026-11-23T17:10:00Z' }),
    'contact changed': facilitatorContactChanged(ask),
    'consent ended': facilitatorConsentEnded(facts),
    ended: facilitatorEnded({ ...facts, isKeptNoLonger: false }),
    'ended, kept no longer': facilitatorEnded({ ...facts, isKeptNoLonger: true }),
  }
}

const mails = Object.entries(all()).map(([name, message]) => ({
  name,
  message,
  mail: renderEmail(message, 'en'),
}))

describe.each(mails)('the e-mail to a group’s leader "$name"', ({ name, message, mail }) => {
  it('names the referral and which of their groups, in a subject that a phone can show', () => {
    expect(mail.subject).toContain('7KQ-4M2-XR5')
    expect(mail.subject.length).toBeLessThanOrEqual(60)
    expect(mail.subject).not.toContain('Steady Ground')
    expect(mail.text).toContain('Your group: Steady Ground')
    expect(mail.text).toContain('1-800-555-0199')
  })

  it('leads to the page exactly where there is something to do', () => {
    const hrefs = tagsIn(mail.html).flatMap(({ attributes: { href } }) =>
      href && !href.startsWith('tel:') ? [href] : [],
    )

    const leads = !/^(code|ended|consent ended)/.test(name)
    expect(hrefs).toEqual(leads ? ['https://help.example.org/prod/facilitator/1.abc.def'] : [])
    const isDue = leads && name !== 'contact changed'
    expect(mail.text.includes('Thursday, November 26, 5:00 pm Central time')).toBe(isDue)
  })

  it('can be read at a glance', () => {
    const hard = message.blocks
      .flatMap((block) => ('text' in block ? [block.text] : []))
      .filter((text) => wordsIn(text).length >= 8 && !text.includes('Lakeshore') && readingGrade(text) > 6)

    expect(hard).toEqual([])
  })
})

describe('e-mails to a group’s leader', () => {
  it('show a code neither in the subject nor beside it, where a locked phone shows it', () => {
    const { message, mail } = mails.find(({ name }) => name === 'code')!

    expect(mail.text).toContain('Code: 042195')
    expect(mail.text).toContain('It works until: Monday, November 23, 11:10 am Central time')
    expect(`${mail.subject} ${message.preheader}`).not.toContain('042195')
  })

  it('never let a directory write markup', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: 'grapheme' }), (wild) => {
        for (const message of Object.values(all(`<b>${wild}"><i `))) {
          const names = tagsIn(renderEmail(message, 'en').html).map(({ name }) => name)
          expect(names).not.toContain('b')
          expect(names).not.toContain('i')
        }
      }),
      { numRuns: 30 },
    )
  })
})
