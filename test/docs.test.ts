import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8')

const pages = ['docs/threats.md', 'docs/privacy.md', 'SECURITY.md'].map((page) => ({
  page,
  text: read(page),
}))
const named = pages.flatMap(({ page, text }) =>
  [...text.matchAll(/`(test\/[\w/.-]+\.ts)`(?:: "([^"]+)")?/g)].map(([, file = '', title]) => ({
    page,
    file,
    title,
  })),
)

describe('a page that names what holds a promise', () => {
  it.each(named)('names a test that is there: $file, $title', ({ file, title = '' }) => {
    expect(existsSync(`${root}/${file}`)).toBe(true)
    expect(read(file)).toContain(title)
  })

  const sections = [
    read('docs/threats.md'),
    read('docs/privacy.md').split('## What holds each promise')[1] ?? '',
  ]
  const rows = sections.flatMap((text) =>
    text.split('\n').filter((line) => /^\| (?!-|promise |threat )/.test(line)),
  )

  it.each(rows)('has one for each line: %s', (row) => {
    expect(row).toMatch(/`test\/[^`]+\.test\.ts`/)
  })

  it('names many', () => {
    expect(named.filter(({ page }) => page === 'docs/threats.md').length).toBeGreaterThan(40)
    expect(named.filter(({ page }) => page === 'docs/privacy.md').length).toBeGreaterThan(25)
  })

  it.each(pages)('leads to no file that is not there: $page', ({ page, text }) => {
    const folder = page.includes('/') ? 'docs/' : ''
    const linked = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = '']) => path)

    expect(linked.filter((path) => !existsSync(`${root}/${folder}${path}`))).toEqual([])
  })

  it('has for each command of npm a script', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: object }
    const commands = pages.flatMap(({ text }) =>
      [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name),
    )

    expect(commands.filter((name) => !(String(name) in scripts))).toEqual([])
  })
})
