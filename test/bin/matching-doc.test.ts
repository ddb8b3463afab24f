import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { matchingDoc } from '../../bin/matching-doc.ts'
import { chooseGroup } from '../../domain/matching/choose-group.ts'
import { ruleSchema } from '../../domain/matching/decision.ts'
import { aGroup, asking } from '../support/builders.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

/** As the formatter leaves a table: without the spaces that make its columns straight. */
const narrow = (text: string) => text.replaceAll(/ {2,}/g, ' ').replaceAll(/-{3,}/g, '---')

describe('the page about matching', () => {
  it('has every rule and every reason as they are: else `npm run matching-doc`', () => {
    expect(narrow(read('docs/matching.md'))).toBe(narrow(matchingDoc()))
  })

  it('is right that each rule is held by a test', () => {
    const tested = read('test/domain/matching/choose-group.test.ts')
    const withTests = ruleSchema.options.filter((rule) => tested.includes(`['${rule}', {`))

    expect(new Set([...withTests, 'full'])).toEqual(new Set(ruleSchema.options))
    expect(tested).toContain('never chooses a group that is full')
  })

  it('tells of a placing that comes out as it is told', () => {
    const { held } = chooseGroup(asking(), [aGroup()])

    expect(held?.reasons.map(({ points }) => points)).toEqual([400, 120, 160, 80])
    for (const told of ['(400)', '(120)', '(160)', '(80)', `Together ${held?.score},`])
      expect(read('docs/matching.md')).toContain(told)
  })
})
