import { describe, expect, it } from 'vitest'

import { templates } from '../../../domain/letters/email.ts'
import { everyLetter } from '../../../local/letters/written.ts'
import { tagsIn, textOf } from '../../support/page-parts.ts'

const letters = await everyLetter('https://help.example.org/prod')

/** What would tell someone who looks over a shoulder what this is about, in both languages. */
const telling =
  /group|grupo|therap|terap|support|apoyo|meeting|reuni|crisis|988|911|recover|recuper|help|ayuda|drink|alcohol|drug|droga|grief|duelo|staff|form\b|formulario|safe|a salvo|riverside circle|robin|steady ground|night owls|willow|1-800|7:00/i

/** Where a letter leads. A number to call is one in both of its parts. */
const hrefsIn = (html: string) =>
  tagsIn(html).flatMap(({ attributes: { href } }) =>
    href === undefined || href.startsWith('tel:') ? [] : [href],
  )

const preheaderOf = (html: string) => /<div style="display:none[^"]*">([^<]*)<\/div>/.exec(html)?.[1] ?? ''

/** Letters behind which there is no page, or none that may stand beside what they say. */
const leadsNowhere = /^(erased|facilitator-(code|ended|consent-ended))$/

describe.each(letters)('the letter $id', ({ template, language, letter }) => {
  const { html, text, subject } = letter

  it('says the same in both of its parts, with every address in full', () => {
    const inHtml = textOf(html)
    const pieces = text
      .split('\n')
      .filter((line) => !/^([-=]+|\s*|https:.*)$/.test(line))
      .flatMap((line) => line.replace(/^- /, '').replace(/:$/, '').split(': '))

    expect(pieces.length).toBeGreaterThan(0)
    expect(pieces.filter((piece) => !inHtml.includes(piece))).toEqual([])
    expect(text.match(/https:\S+/g) ?? []).toEqual(hrefsIn(html))
    expect(hrefsIn(html).length > 0).toBe(!leadsNowhere.test(template))
  })

  it('has a subject that a phone can show, which says neither who nor what about', () => {
    expect(subject.length).toBeLessThanOrEqual(60)
    expect(subject).not.toMatch(/robin|riverside|therap|terap|support|apoyo|recover|recuper/i)
  })

  it('says more beside its subject, and not the same again', () => {
    expect(preheaderOf(html).trim()).not.toBe('')
    expect(preheaderOf(html)).not.toBe(subject)
  })

  it('is one column in its language, which a mail program can show by day and by night', () => {
    const tags = tagsIn(html)
    const metas = tags.filter(({ name }) => name === 'meta').map(({ attributes }) => attributes)

    expect(html).toContain(`<html lang="${language}"`)
    expect(textOf(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '')).toBe(textOf(subject))
    expect(tags.filter(({ attributes }) => attributes['role'] === 'article')).toHaveLength(1)
    expect(metas).toContainEqual({ name: 'color-scheme', content: 'light dark' })
    expect(tags.filter(({ name }) => name === 'td')).toHaveLength(
      tags.filter(({ name }) => name === 'tr').length,
    )
    const tables = tags.filter(({ name }) => name === 'table')
    expect(new Set(tables.map(({ attributes }) => attributes['role']))).toEqual(new Set(['presentation']))
    expect(html).toContain('max-width:600px')
  })

  it('has a dark colour wherever it has a light one', () => {
    const dark = /@media \(prefers-color-scheme:dark\)\{([\s\S]*?)\n\}/.exec(html)?.[1] ?? ''
    const coloured = tagsIn(html).filter(({ attributes }) =>
      /(^|;)(color|background):/.test(attributes['style'] ?? ''),
    )

    expect(coloured.length).toBeGreaterThan(2)
    for (const { attributes } of coloured)
      expect(dark).toContain(`.${attributes['class']?.split(' ')[0] ?? 'without-a-class'}{`)
  })

  it('fetches nothing, watches no one, and is small enough never to be cut short', () => {
    expect(html).not.toMatch(/<img|<script|<link|<svg|url\(|@import|undefined/)
    expect(text).not.toMatch(/undefined|\.\./)
    // Gmail shows 102 KB of a mail and hides the rest behind a link.
    expect(Buffer.byteLength(html)).toBeLessThan(24_000)
  })
})

describe.each(letters.filter(({ reader }) => reader !== 'staff'))(
  'the letter $id, to whoever is not staff,',
  ({ letter: { subject } }) => {
    it('has no group in its subject', () => {
      expect(subject).not.toMatch(/group|grupo/i)
    })
  },
)

describe.each(letters.filter(({ isPlain }) => isPlain))('the plain letter $id', ({ letter }) => {
  it('tells nothing to whoever else reads this mailbox, and holds one thing to press', () => {
    const { subject, text, html } = letter
    const spoken = [letter.fromName, subject, text, html].join('\n').replaceAll(/https:[^\s"]+/g, '')

    expect(spoken).not.toMatch(telling)
    expect(hrefsIn(html).length).toBeLessThanOrEqual(1)
    expect(letter.invitation).toBeUndefined()
    expect(letter.fromName).toBe('Riverside RC')
  })
})

describe.each(letters.filter(({ reader, isPlain }) => reader === 'person' && !isPlain))(
  'the full letter $id',
  ({ letter: { fromName, text } }) => {
    it('says who writes, how to ask, and where help is at once', () => {
      expect(fromName).toBe('Riverside Circle')
      for (const said of ['Riverside Circle', '1-800-555-0199', '988', '911']) expect(text).toContain(said)
    })
  },
)

describe.each(letters.filter(({ reader }) => reader !== 'person'))(
  'the letter $id, to whoever is not the person,',
  ({ letter: { subject, text, html } }) => {
    it('says nothing about the person', () => {
      expect([subject, text, html].join('\n')).not.toMatch(
        /robin|95112|trauma|anxiety|grief|drink|adult|25-64|safe right now/i,
      )
    })
  },
)

describe('the letters that can be looked at', () => {
  it('are all that there are, to people in both languages, and plain as well', () => {
    const shown = new Set(
      letters.map(({ template, language, isPlain }) => `${template} ${language} ${isPlain}`),
    )
    const wanted = templates.flatMap((template) =>
      /^(staff|facilitator)-/.test(template)
        ? [`${template} en false`]
        : ['en', 'es'].flatMap((language) => [
            `${template} ${language} false`,
            `${template} ${language} true`,
          ]),
    )

    expect(shown).toEqual(new Set(wanted))
    expect(new Set(letters.map(({ id }) => id)).size).toBe(letters.length)
  })

  it('can be stopped in one click where they ask how it goes, and only there', () => {
    const stoppable = letters.filter(({ letter }) => letter.unsubscribeUrl !== undefined)

    expect(new Set(stoppable.map(({ template }) => template))).toEqual(new Set(['check-in']))
    expect(stoppable).toHaveLength(letters.filter(({ template }) => template === 'check-in').length)
  })

  it('bring a calendar entry for a first day, and take it out again', () => {
    const entries = letters.flatMap(({ template, letter: { invitation } }) =>
      invitation ? [`${template} ${invitation.isCancelled ? 'off' : 'on'}`] : [],
    )

    expect(new Set(entries)).toEqual(new Set(['invitation on', 'invitation-cancelled off', 'erased off']))
  })
})
