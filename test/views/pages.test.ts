import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { intakeFormSchema } from '../../domain/form/intake-form.ts'
import type { Suggestion } from '../../domain/matching/decision.ts'
import { languages } from '../../domain/person/language.ts'
import { openGroup, placeGroup } from '../../views/group-card.ts'
import { pageScript } from '../../views/page-script.ts'
import { helpFirstPage } from '../../views/pages/help-first.ts'
import { en, es } from '../support/all-words.ts'
import { aFrame, everyPage } from '../support/every-page.ts'
import { facilitatorPages } from '../support/facilitator-pages.ts'
import { idsIn, sentFrom, tagsIn, textOf, written } from '../support/page-parts.ts'
import { aSuggestion, anOnlineSuggestion } from '../support/suggestions.ts'
import { telling } from '../support/telling.ts'

const pages = (
  await Promise.all(
    languages.map(async (language) =>
      Object.entries(await everyPage(language)).map(([name, page]) => ({ language, name, page })),
    ),
  )
).flat()

const atWork = new Set(Object.keys(facilitatorPages(aFrame(), { typed: '', listed: '' })))

const nasty = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onfocus='alert(1)",
    '</textarea><b>',
    '</title></style><script>',
    '&lt;b&gt; & &amp;',
    'javascript:alert(1)',
  ),
  // Not the name of a field, which the form knows and answers in its own place.
  fc
    .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
    .filter((text) => !(text in intakeFormSchema.shape)),
)

const skeleton = (page: string) => tagsIn(page).map(({ name, attributes }) => [name, Object.keys(attributes)])

describe.each(pages)('the page "$name" in $language', ({ language, name, page }) => {
  it('is a whole page in its own language', () => {
    expect(page.trimStart().slice(0, 15)).toBe('<!doctype html>')
    expect(page).toContain(`<html lang="${language}">`)
    expect(page).toMatch(/<title>.+ – (Find a group|Encuentre un grupo)<\/title>/)
    expect(page.match(/<h1/g)).toHaveLength(1)
    expect(page).not.toContain('undefined')
    expect(textOf(page)).not.toMatch(/\.\.|: *\./)
  })

  it('offers help that can be had at once', () => {
    const banner = page.slice(page.indexOf('<aside class="crisis"'), page.indexOf('</aside>'))

    expect(banner).toContain('href="tel:988"')
    expect(banner).toContain('href="tel:911"')
    expect(banner).toContain(language === 'en' ? 'href="/prod/now"' : 'href="/prod/es/now"')
  })

  it('waits for no script, and takes no script and no style but its own', () => {
    const tags = tagsIn(page)

    const scripts = tags.filter((tag) => tag.name === 'script').map((tag) => tag.attributes)
    expect(scripts).toEqual(atWork.has(name) ? [] : [{ src: `/prod/script/${pageScript.name}`, defer: '' }])
    const attributes = tags.flatMap((tag) => Object.keys(tag.attributes))
    expect(attributes.filter((attribute) => attribute === 'style' || attribute.startsWith('on'))).toEqual([])
  })

  it('has the way out above all else, unless a group leader reads it at work', () => {
    const waysIn = (part: string) =>
      tagsIn(part).filter(({ attributes }) => attributes['href'] === '/prod/exit').length

    const above = page.slice(0, page.indexOf('<aside class="crisis"'))
    expect([waysIn(above), waysIn(page)]).toEqual(atWork.has(name) ? [0, 0] : [1, 1])
  })

  it('leaves nothing that was typed or ticked to the memory of the browser', () => {
    const forms = tagsIn(page).filter(({ name }) => name === 'form')

    expect(forms.map(({ attributes }) => attributes['autocomplete'])).toEqual(forms.map(() => 'off'))
  })

  it('has a title that a history may show to anyone', () => {
    expect(/<title>(.*)<\/title>/.exec(page)?.[1]).not.toMatch(telling)
  })

  it('gives every control a name that is spoken and every id to one element', () => {
    const ids = idsIn(page)
    const controls = tagsIn(page).filter(
      ({ name, attributes }) =>
        ['input', 'select', 'textarea'].includes(name) && attributes['type'] !== 'hidden',
    )
    const labelled = new Set(
      tagsIn(page).flatMap(({ name, attributes }) => (name === 'label' ? [attributes['for']] : [])),
    )

    expect(new Set(ids).size).toBe(ids.length)
    expect(controls.map(({ attributes }) => attributes['id']).filter((id) => !labelled.has(id))).toEqual([])
    const named = tagsIn(page).flatMap(({ attributes }) =>
      [attributes['aria-labelledby'], attributes['aria-describedby']].flatMap(
        (refs) => refs?.split(' ') ?? [],
      ),
    )
    expect(named.filter((id) => !ids.includes(id))).toEqual([])
  })

  it('leads to the same page in the other language', () => {
    const other = language === 'en' ? 'es' : 'en'
    const found = tagsIn(page).filter(({ attributes }) => attributes['class'] === 'switch')

    const link = { hreflang: other, href: language === 'en' ? '/prod/es/all' : '/prod/all' }
    const button = {
      name: 'changeLanguage',
      value: other,
      type: 'submit',
      formnovalidate: '',
    }
    const form = /<form\b[^>]*\sid="(answers|again)"/.exec(page)?.[1]
    expect(found).toHaveLength(1)
    expect(found[0]?.attributes).toMatchObject(form ? { ...button, form } : link)
  })

  it('keeps out of search engines unless it is where people start', () => {
    expect(page.includes('noindex')).toBe(name !== 'start')
  })
})

describe('pages', () => {
  it('never let what a person or a directory wrote become markup', async () => {
    const harmless = await Promise.all(
      languages.map(async (language) => ({
        language,
        skeletons: new Map(
          Object.entries(await everyPage(language, { typed: 'x', listed: 'x' })).map(
            ([name, page]) => [name, skeleton(page)] as const,
          ),
        ),
      })),
    )
    await fc.assert(
      fc.asyncProperty(nasty, nasty, fc.constantFrom(...harmless), async (typed, listed, one) => {
        for (const [name, page] of Object.entries(await everyPage(one.language, { typed, listed })))
          expect([name, skeleton(page)]).toEqual([name, one.skeletons.get(name)])
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  it('make a link only of what opens a website', async () => {
    const page = (await everyPage('en', { typed: 'x', listed: 'javascript:alert(1)' }))['details'] ?? ''

    expect(page).not.toContain('href="javascript:')
    expect(textOf(page)).toContain('javascript:alert(1)')
  })

  it('say how to join an open meeting, but not how to walk into a group whose place is only held', async () => {
    const page =
      (await everyPage('en', { typed: 'x', listed: 'https://meet.example.org/room' }))['details'] ?? ''
    const [held = '', others = ''] = page.split('Groups you can go to now')

    expect(held).not.toContain('href="https://meet.example.org/room"')
    expect(others.split('Groups we can also ask for')[0]).toContain('href="https://meet.example.org/room"')
  })

  it('show a stranger who holds the link no group and no topic', async () => {
    const page = textOf(
      (await everyPage('en', { typed: 'x', listed: 'Night Owls' }))['status, referred'] ?? '',
    )

    expect(page).not.toContain('Night Owls')
    expect(page).toContain('7KQ-4M2-XR5')
  })

  it('say of contact what is true for everyone, picked or not', async () => {
    const pages = await everyPage('en')

    for (const name of ['sent', 'sent, urgent'])
      expect(textOf(pages[name] ?? '')).toContain(
        'only in the ways you picked. If you picked none, come back to this page’s link.',
      )
  })

  it('promise no group to someone who may not be safe, and say when staff read it', async () => {
    const pages = await everyPage('en')
    const urgent = textOf(pages['sent, urgent'] ?? '')
    const next = urgent.slice(urgent.indexOf('What happens next'), urgent.indexOf('Your private link'))

    expect(next).toContain('first, as soon as we are at work again: by the end of Thursday, November 26.')
    expect(next).not.toMatch(/group|look/i)
    expect(textOf(pages['help first'] ?? '')).toContain(
      'staff read it first, as soon as we are at work again.',
    )
    expect(textOf(pages['status, urgent'] ?? '')).toContain('as soon as we are at work again')
    expect(textOf(pages['status, received'] ?? '').split('We have your form')[1]).not.toMatch(
      /we are looking/i,
    )
  })

  it('show the help lines themselves where someone may not be safe', async () => {
    const pages = await everyPage('en')
    const help = (name: string) => {
      const page = pages[name] ?? ''
      return page.slice(page.indexOf('<main'), page.indexOf('</main>'))
    }

    for (const name of ['status, urgent', 'sent, urgent', 'under 13', 'under 18'])
      for (const href of ['tel:988', 'tel:911', 'tel:18007997233'])
        expect([name, help(name).includes(`href="${href}"`)]).toEqual([name, true])
    expect(help('status, waiting')).not.toContain('tel:988')
  })

  it('own up when we are late, instead of naming a day that has passed', async () => {
    const late = textOf((await everyPage('en'))['status, late'] ?? '')

    expect(late).toContain('We are later than we said. You did nothing wrong. Call us: 1-800-555-0199')
    expect(late).not.toContain('November 26')
    expect(textOf((await everyPage('en'))['status, being-read'] ?? '')).toContain('November 26')
  })

  it('say by when staff read a form although groups were found for it', async () => {
    expect(textOf((await everyPage('en'))['status, suggested'] ?? '')).toContain(
      'A member of our staff reads your form by the end of Thursday, November 26.',
    )
  })

  it('tell an empty code from a wrong one', async () => {
    const pages = await everyPage('en')

    expect(textOf(pages['status, no code'] ?? '')).toContain('Enter your 4-digit code')
    expect(textOf(pages['status, no code'] ?? '')).not.toContain('That is not the code')
    expect(textOf(pages['status, wrong code'] ?? '')).toContain('That is not the code')
    expect(textOf(pages['status, wrong code'] ?? '')).toContain('3 tries left.')
  })

  it('give no date for a place that is held, as staff tell the first day', async () => {
    const [held = '', others = ''] = textOf((await everyPage('en'))['details'] ?? '').split(
      'Groups you can go to now',
    )

    expect(held).toContain('Tuesday 4:00 pm your time (7:00 pm Eastern time)')
    expect(held).toContain('Staff will tell you the first day.')
    expect(held).not.toContain('Next time')
    expect(others.split('Groups we can also ask for')[0]).toContain('Next time')
  })

  it('send those who asked for silence back to their link only where they still need it', async () => {
    const pages = await everyPage('en')

    expect(textOf(pages['status, waiting'] ?? '')).toContain('If you asked us not to contact you')
    expect(textOf(pages['details'] ?? '')).not.toContain('If you asked us not to contact you')
  })

  it('give the next day of a group by the reader’s own calendar', async () => {
    const late = anOnlineSuggestion({ timeZone: 'Pacific/Honolulu', nextSessionAt: '2026-11-25T06:00:00Z' })
    const card = async (group: Suggestion) => textOf(await written(openGroup(group, 'America/New_York', en)))

    expect(await card(late)).toContain('Wednesday, November 25')
    expect(await card({ ...late, format: 'in-person' })).toContain('Tuesday, November 24')
  })

  it('tell a person what speaks for a group, and never what its place costs others', async () => {
    const scarce = { because: 'scarce', points: -75, people: 14, places: 3 } as const
    const group = aSuggestion()
    const priced = aSuggestion({ reasons: [...group.reasons, scarce] })

    for (const words of [en, es])
      expect(await written(placeGroup(priced, 'America/Chicago', words))).toBe(
        await written(placeGroup(group, 'America/Chicago', words)),
      )
  })

  it('show a phone number as people write it, and call it in full', async () => {
    const group = anOnlineSuggestion({ online: { url: null, phone: '+14085550121', notes: null } })

    const page = await written(openGroup(group, 'America/New_York', en))

    expect(page).toContain('href="tel:+14085550121">408-555-0121</a>')
  })

  it('open with words on the start page that lead a Spanish speaker on', async () => {
    expect((await everyPage('en'))['start']).toMatch(/lang="es">[\s\S]*href="\/prod\/es"/)
  })

  it('carry all answers past the help lines, and say that the help was seen', async () => {
    const page = (await everyPage('en', { typed: 'two\nlines & "more"', listed: 'x' }))['help first'] ?? ''
    const hidden = tagsIn(page).filter(({ attributes }) => attributes['type'] === 'hidden')
    const carried = hidden.map(({ attributes }) => [attributes['name'], attributes['value']])

    expect(carried).toContainEqual(['note', 'two\nlines & "more"'])
    expect(carried).toContainEqual(['helpSeen', 'yes'])
    expect(page).toContain('href="/prod/now"')
  })

  it.each(['new form', 'form with problems', 'help first'])(
    'change language without losing an answer, yet send the form on Enter: %s',
    async (name) => {
      const tags = tagsIn((await everyPage('en'))[name] ?? '')
      const form = tags.find((tag) => tag.name === 'form')
      const submits = tags.filter((tag) => tag.name === 'button').map(({ attributes }) => attributes['name'])
      const first = tags.find((tag) => tag.name === 'button')

      expect(form?.attributes).toMatchObject({ id: 'answers', method: 'post', action: '/prod/intakes' })
      expect(submits).toEqual([undefined, 'changeLanguage', undefined])
      expect(first?.attributes).toMatchObject({ type: 'submit', form: 'answers', tabindex: '-1' })
    },
  )

  it('do not claim that answers stay on the device, as a change of language sends them', async () => {
    expect(textOf((await everyPage('en'))['privacy'] ?? '')).not.toMatch(/nothing leaves/i)
    expect(textOf((await everyPage('es'))['privacy'] ?? '')).not.toMatch(/nada sale/i)
  })

  it('carry answers into the other language as answers in that language', async () => {
    const answers = { language: ['en'], changeLanguage: ['es'], helpSeen: ['yes'], name: ['Robin Vale'] }

    const sent = sentFrom(await written(helpFirstPage(aFrame({ language: 'es' }), { answers })))

    expect(Object.fromEntries(sent)).toEqual({ language: ['es'], helpSeen: ['yes'], name: ['Robin Vale'] })
  })
})
