import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { Visitor, parseSync } from 'oxc-parser'
import { analyse } from 'scslre'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { plainText } from '../../adapters/directories/plain-text.ts'
import { callHref } from '../../views/frame.ts'
import { aFilledForm } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const files = globSync(
  ['domain', 'views', 'adapters', 'functions'].map((room) => `${room}/**/*.ts`),
  { cwd: root },
)

interface Pattern {
  file: string
  source: string
  flags: string
}

/** Every pattern that our code looks for in something. One that is put together while it runs could not be read here. */
const patternsIn = (file: string) => {
  const found: Pattern[] = []
  const made: string[] = []
  const code = readFileSync(`${root}/${file}`, 'utf8')
  new Visitor({
    Literal: (node) => {
      if ('regex' in node) found.push({ file, source: node.regex.pattern, flags: node.regex.flags })
    },
    NewExpression: ({ callee, start, end }) => {
      if (callee.type === 'Identifier' && callee.name === 'RegExp')
        made.push(`${file}: ${code.slice(start, end)}`)
    },
    CallExpression: ({ callee, start, end }) => {
      if (callee.type === 'Identifier' && callee.name === 'RegExp')
        made.push(`${file}: ${code.slice(start, end)}`)
    },
  }).visit(parseSync(file, code).program)
  return { found, made }
}

const read = files.map(patternsIn)

describe('a pattern of ours', () => {
  it('never takes longer than what it looks at is long, whatever that is', () => {
    const patterns = read.flatMap(({ found }) => found)

    expect(patterns.length).toBeGreaterThan(80)
    const slow = patterns.filter(
      ({ source, flags }) => analyse({ source, flags }, { assumeRejectingSuffix: false }).reports.length > 0,
    )
    expect(slow).toEqual([])
  })

  it('would be found if it were slow', () => {
    const { reports } = analyse({ source: String.raw`^\d{3}([,;]+\d*)*$`, flags: '' })

    expect(reports.map(({ exponential }) => exponential)).toContain(true)
  })

  it('is written out, and not put together from what somebody sent', () => {
    expect(read.flatMap(({ made }) => made)).toEqual([])
  })

  it('reads a phone number of a directory that nobody can dial, and is done', () => {
    expect(callHref(`212 555 0100${','.repeat(5000)}+`)).toBeNull()
    expect(callHref('+1 (212) 555-0100,,123#,*6#')).toBe('tel:+12125550100,,123%23,*6%23')
  })

  it('reads a field of a directory that is all beginnings of scripts, and is done', () => {
    expect(plainText(`Evening Light ${'<script '.repeat(500_000)}`)).toMatch(/^Evening Light/)
  })
})

/** Sixteen thousand bytes that patterns of others are known to choke on, in every field that is typed into. */
const long = [
  'a'.repeat(15_000),
  `${'a.'.repeat(7000)}@`,
  'a@'.repeat(7000),
  `a@${'a-'.repeat(7000)}.`,
  ' '.repeat(15_000),
  `${'1'.repeat(14_000)}x`,
  `${'1-'.repeat(7000)}x`,
  `${'\t\n'.repeat(2400)}x`,
  '\u0301'.repeat(2400),
  '+'.repeat(4900),
]

describe('a form that is filled with what patterns choke on', () => {
  let product: Product

  beforeAll(async () => {
    product = await openProduct()
  })
  afterAll(() => product.close())

  it.each([
    'name',
    'email',
    'phone',
    'zip',
    'note',
    'otherLanguage',
    'helperName',
    'helperPhone',
    'submissionId',
    'travelMiles',
  ])('is answered like any other: %s', async (field) => {
    for (const typed of long) {
      const page = await product.postForm('/intakes', aFilledForm({ who: null, [field]: typed }))

      expect([413, 422]).toContain(page.status)
    }
  })
})
