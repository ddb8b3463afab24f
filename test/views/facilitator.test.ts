import { describe, expect, it } from 'vitest'

import { languages } from '../../domain/person/language.ts'
import { facilitatorCardPage } from '../../views/pages/facilitator-card.ts'
import { facilitatorDoorPage } from '../../views/pages/facilitator-door.ts'
import { aFrame } from '../support/every-page.ts'
import { aReferralCard, cardFacts, doorFacts } from '../support/facilitator-pages.ts'
import { sentFrom, tagsIn, textOf, written } from '../support/page-parts.ts'
import { aSuggestion } from '../support/suggestions.ts'

const cardText = async (given: Parameters<typeof cardFacts>[0] = {}, frame = aFrame()) =>
  textOf(await written(facilitatorCardPage(frame, cardFacts(given))))
const card = (given: Parameters<typeof cardFacts>[0] = {}) =>
  written(facilitatorCardPage(aFrame(), cardFacts(given)))

describe('the card of a referral', () => {
  it('says how to reach the person before anything else about them', async () => {
    const said = await cardText()

    expect(said.indexOf('Before you contact this person')).toBeLessThan(said.indexOf('Robin Vale'))
    expect(said).toContain('Text first, and call only when they say so.')
    expect(said).toContain('say only a first name and a number. Do not name the group.')
    expect(said).toContain('Keep it very plain')
  })

  it('makes no call of a number that may only be texted', async () => {
    const page = await card({
      card: aReferralCard({ ways: { text: '+13125550123', call: null, email: null } }),
    })

    expect(page).toContain('href="sms:+13125550123"')
    expect(page).not.toContain('href="tel:+13125550123"')
  })

  it('says plainly that someone is not to be contacted, or not before staff were asked', async () => {
    const ways = { text: null, call: null, email: null }

    expect(await cardText({ card: aReferralCard({ ways }) })).toContain('Do not contact this person.')
    expect(await cardText({ card: aReferralCard({ ways: null }) })).toContain('Call us first: 1-800-555-0199')
  })

  it('says what they asked for in words, never as the person speaking', async () => {
    const said = await cardText()

    for (const words of [
      'Loss of someone',
      'Not sure yet',
      'Something else',
      'Spanish',
      'Vietnamese',
      'Captions (must have)',
      'Help with rides (would be nice)',
      'Tuesday and Thursday',
    ])
      expect(said).toContain(words)
    expect(said).not.toMatch(/I’m|I’d/)
    const flexible = aReferralCard({ times: ['weekend'], timesStrength: 'nice' })
    expect(await cardText({ card: flexible })).toContain('Weekends Times beside these may work too.')
  })

  it('gives sessions by the clock of the group, with the name of its zone', async () => {
    expect(await cardText()).toContain('Tuesday, November 24, 7:00 pm Central time')
    const guam = aSuggestion({ timeZone: 'Pacific/Guam' })
    expect(await cardText({ group: guam })).toContain(
      'Wednesday, November 25, 11:00 am Chamorro standard time',
    )
  })

  it('has a form for what can be said now, and for nothing else', async () => {
    const actions = (page: string) =>
      tagsIn(page).flatMap(({ attributes: { name, value } }) => (name === 'action' && value ? [value] : []))
    const over = { state: 'scheduled', firstSessionAt: '2026-11-25T01:00:00Z' } as const

    expect(actions(await card())).toEqual(['first-session', 'declined'])
    expect(actions(await card({ ...over, may: new Set(['came', 'missed'] as const) }))).toEqual([
      'came',
      'missed',
    ])
    expect(actions(await card({ state: 'attended', may: new Set(['no-longer-comes'] as const) }))).toEqual([
      'no-longer-comes',
    ])
    expect(actions(await card({ may: new Set() }))).toEqual([])
  })

  it('keeps what was typed, and names what is wrong at the field and at the top', async () => {
    const answers = { session: ['other'], otherDate: ['soon'], otherTime: ['7'] }
    const page = await card({ problem: 'date-format', answers })

    const sent = sentFrom(page)
    expect([sent.get('session'), sent.get('otherDate'), sent.get('otherTime')]).toEqual([
      ['other'],
      ['soon'],
      ['7'],
    ])
    expect(page).toContain('href="#otherDate"')
    expect(page).toMatch(/id="otherDate"[\s\S]*?aria-invalid="true"/)
    expect(page).toContain('<title>Error: ')
  })

  it('keeps a session that was picked on an older page and has gone from the list', async () => {
    const picked = '2026-11-18T01:00:00Z'
    const page = await card({ problem: 'passed', answers: { session: [picked] } })

    expect(sentFrom(page).get('session')).toEqual([picked])
    expect(page).toMatch(/id="session-problem"/)
  })

  it.each(languages)(
    'says what the person agreed to and when, and the law’s own words where it asks for them (%s)',
    async (language) => {
      const frame = aFrame({ language })
      const day = language === 'en' ? 'Monday, November 23' : 'lunes 23 de noviembre'
      const notice = '42 CFR part 2 prohibits unauthorized use or disclosure of these records.'

      expect(await cardText({}, frame)).toContain(day)
      expect(await cardText({}, frame)).not.toContain('42 CFR')
      expect(await cardText({ part2Notice: true }, frame)).toContain(notice)
    },
  )
})

describe('the door before the card', () => {
  const doorText = async (given: Parameters<typeof doorFacts>[0] = {}) =>
    textOf(await written(facilitatorDoorPage(aFrame(), doorFacts(given))))

  it('says what is asked by when, by the calendar of the group', async () => {
    expect(await doorText()).toContain('Answer by Thursday, November 26.')
    expect(await doorText({ timeZone: 'Pacific/Guam' })).toContain('Answer by Friday, November 27.')
    expect(await doorText({ isLate: true })).toContain('The answer was due on Thursday, November 26.')
    expect(await doorText({ dueAt: null, asked: 'nothing' })).not.toContain('November')
  })

  it('has a field for a code only while one can be typed', async () => {
    expect(await written(facilitatorDoorPage(aFrame(), doorFacts()))).not.toContain('name="code"')
    const page = await written(facilitatorDoorPage(aFrame(), doorFacts({ isCodeOut: true })))
    expect(page).toMatch(/name="code"[\s\S]*autocomplete="one-time-code"/)
    expect(await doorText({ problem: 'expired' })).toContain('This code is too old.')
  })
})
