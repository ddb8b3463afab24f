import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { keptMinutes } from '../../domain/form/kept-answers.ts'
import { languages } from '../../domain/person/language.ts'
import { staffCss } from '../../views/staff/style.ts'
import { css } from '../../views/style.ts'
import * as en from '../../views/words/en/guide.ts'
import * as es from '../../views/words/es/guide.ts'
import { everyPage } from '../support/every-page.ts'
import { tagsIn, textOf } from '../support/page-parts.ts'

const root = join(import.meta.dirname, '../..')

/** Those of level AAA that we hold to: what the site tells people, and what docs/accessibility.md tells how. */
const sixteen = [
  '1.4.6',
  '1.4.8',
  '1.4.9',
  '2.1.3',
  '2.2.6',
  '2.3.3',
  '2.4.9',
  '2.4.10',
  '2.4.12',
  '2.4.13',
  '2.5.5',
  '3.1.5',
  '3.2.5',
  '3.3.5',
  '3.3.6',
  '3.3.9',
]

const pages = (
  await Promise.all(
    languages.map(async (language) =>
      Object.entries(await everyPage(language)).map(([name, page]) => ({
        name: `${name} (${language})`,
        page,
      })),
    ),
  )
).flat()

/** The pages on which something is found, with what it is. */
const found = (look: (page: string) => readonly string[]) =>
  Object.fromEntries(
    pages.map(({ name, page }) => [name, look(page)] as const).filter(([, faults]) => faults.length > 0),
  )

const linksIn = (page: string) =>
  [...page.matchAll(/<a\s([^>]*)>([\s\S]*?)<\/a>/g)].map(([, attributes = '', inside = '']) => ({
    href: /href="([^"]*)"/.exec(attributes)?.[1] ?? '',
    text: textOf(inside).trim().toLowerCase(),
  }))

describe('no page', () => {
  it('has words in a picture (1.4.9)', () => {
    expect(
      found((page) =>
        tagsIn(page).flatMap(({ name }) => (/^(img|picture|svg|canvas|object)$/.test(name) ? [name] : [])),
      ),
    ).toEqual({})
  })

  it('has anything that moves (2.3.3)', () => {
    for (const sheet of [css, staffCss])
      expect(sheet).not.toMatch(/animation|transition|@keyframes|scroll-behavior|view-transition/)
    expect(
      found((page) =>
        tagsIn(page).flatMap(({ name }) => (/^(marquee|video|audio)$/.test(name) ? [name] : [])),
      ),
    ).toEqual({})
  })

  it('has two links that say the same and lead elsewhere, or one that says nothing (2.4.9)', () => {
    const ambiguous = (page: string) => {
      const known = new Map<string, string>()
      return linksIn(page).flatMap(({ href, text }) => {
        const before = known.get(text) ?? href
        known.set(text, before)
        return before !== href || /^(|here|more|read more|click here|link|aquí|más|ver|leer más)$/.test(text)
          ? [`${text}: ${before}, ${href}`]
          : []
      })
    }

    expect(found(ambiguous)).toEqual({})
  })

  it('reloads, leads on or opens a window by itself (3.2.5)', () => {
    const unasked = ({ name, attributes }: ReturnType<typeof tagsIn>[number]) =>
      'target' in attributes ||
      'http-equiv' in attributes ||
      name === 'iframe' ||
      Object.keys(attributes).some((attribute) => attribute.startsWith('on'))

    expect(
      found((page) =>
        tagsIn(page)
          .filter(unasked)
          .map(({ name }) => name),
      ),
    ).toEqual({})
  })

  it('is without a number to call for help with it (3.3.5)', () => {
    const foot = (page: string) => page.slice(page.indexOf('<footer'))

    expect(found((page) => (foot(page).includes('href="tel:18005550199"') ? [] : ['no number']))).toEqual({})
  })
})

describe('the pages', () => {
  it.each(languages)(
    'say beforehand after how many minutes answers are cleared (2.2.6, %s)',
    async (language) => {
      const { start = '', privacy = '', safety = '' } = await everyPage(language)

      for (const page of [start, privacy, safety]) expect(textOf(page)).toContain(`${keptMinutes} minut`)
    },
  )

  it.each([
    ['English', en],
    ['Spanish', es],
  ])('tell people of the sixteen criteria of level AAA, in %s', (_, { accessibility }) => {
    const lines = accessibility.sections.flatMap(({ lines }) => lines)

    expect(lines.flatMap((line) => /\((\d\.\d+\.\d+)\)/.exec(line)?.[1] ?? [])).toEqual(sixteen)
  })
})

describe('docs/accessibility.md', () => {
  const rows = readFileSync(join(root, 'docs/accessibility.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| \d/.test(line))

  it('names for each of the sixteen a test, or that it is judged by eye', () => {
    expect(rows.map((row) => /^\| (\d\.\d+\.\d+) /.exec(row)?.[1])).toEqual(sixteen)
    for (const row of rows) expect(row).toMatch(/`test\/[\w/.-]+`|by eye/)
  })

  it('names only tests that there are', () => {
    const named = readFileSync(join(root, 'docs/accessibility.md'), 'utf8').match(/test\/[\w/.-]+\.ts/g) ?? []

    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })
})
