import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { languages } from '../../domain/language.ts'
import { sentPage } from '../../views/pages/sent.ts'
import { aFrame, everyPage } from '../support/every-page.ts'
import { idsIn, tagsIn, textOf, written } from '../support/page-parts.ts'

const pages = (
  await Promise.all(
    languages.map(async (language) =>
      Object.entries(await everyPage(language)).map(([name, page]) => ({ language, name, page })),
    ),
  )
).flat()

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
  fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
)

const skeleton = (page: string) => tagsIn(page).map(({ name, attributes }) => [name, Object.keys(attributes)])

describe.each(pages)('the page "$name" in $language', ({ language, name, page }) => {
  it('is a whole page in its own language', () => {
    expect(page.trimStart().slice(0, 15)).toBe('<!doctype html>')
    expect(page).toContain(`<html lang="${language}">`)
    expect(page).toMatch(/<title>.+ – (Find a group|Encuentre un grupo)<\/title>/)
    expect(page.match(/<h1/g)).toHaveLength(1)
    expect(page).not.toContain('undefined')
  })

  it('offers help that can be had at once', () => {
    const banner = page.slice(page.indexOf('<aside class="crisis"'), page.indexOf('</aside>'))

    expect(banner).toContain('href="tel:988"')
    expect(banner).toContain('href="tel:911"')
    expect(banner).toContain(language === 'en' ? 'href="/prod/now"' : 'href="/prod/es/now"')
  })

  it('needs no script and no style but its own', () => {
    const tags = tagsIn(page)

    expect(tags.map((tag) => tag.name)).not.toContain('script')
    const attributes = tags.flatMap((tag) => Object.keys(tag.attributes))
    expect(attributes.filter((attribute) => attribute === 'style' || attribute.startsWith('on'))).toEqual([])
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
    const link = tagsIn(page).find(({ attributes }) => attributes['class'] === 'switch')

    expect(link?.attributes['hreflang']).toBe(language === 'en' ? 'es' : 'en')
    expect(link?.attributes['href']).toBe(language === 'en' ? '/prod/es/all' : '/prod/all')
  })

  it('keeps out of search engines unless it is where people start', () => {
    expect(page.includes('noindex')).toBe(name !== 'start')
  })
})

describe('pages', () => {
  it('never let what a person or a directory wrote become markup', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, nasty, fc.constantFrom(...languages), async (typed, listed, language) => {
        const harmless = await everyPage(language, { typed: 'x', listed: 'x' })
        for (const [name, page] of Object.entries(await everyPage(language, { typed, listed })))
          expect([name, skeleton(page)]).toEqual([name, skeleton(harmless[name] ?? '')])
      }),
      { numRuns: 40 },
    )
  })

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

  it('promise to keep quiet only to those who asked for it', async () => {
    const facts = { reference: '7KQ-4M2-XR5', statusUrl: '/s', code: '0421', isUrgent: false } as const
    const when = { readBy: '2026-11-27T00:00:00Z', timeZone: 'America/Chicago' }
    const steps = async (channels: ('text' | 'none')[]) =>
      textOf(await written(sentPage(aFrame(), { ...facts, ...when, channels })))

    expect(await steps(['none'])).toContain('We will not contact you.')
    expect(await steps(['text'])).toContain('only in the ways you picked: text message.')
    expect(await steps([])).toContain('only in the ways you said are safe.')
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
})
