import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, it } from 'vitest'

import { mutants } from './mutants.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))
const textOf = (file: string) => readFileSync(join(project, file), 'utf8')

/** Where in a file a condition of a write begins; those of a query's key are no conditions of that kind. */
const conditionsIn = (text: string) =>
  [...text.matchAll(/(?<!Key)ConditionExpression:/g)].map(({ index }) => index)

/** A condition is told apart from the next by less than this many letters. */
const nearby = 160

const files = readdirSync(join(project, 'adapters'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => `adapters/${file}`)

describe('what would be missed', () => {
  it('is tried with every condition of a write', () => {
    const untried = files.flatMap((file) => {
      const text = textOf(file)
      const tried = mutants.filter((mutant) => mutant.file === file).map(({ find }) => text.indexOf(find))
      return conditionsIn(text)
        .filter((at) => !tried.some((place) => Math.abs(place - at) < nearby))
        .map((at) => `${file}: ${text.slice(at, at + nearby)}`)
    })

    expect(untried).toEqual([])
  })

  it.each(mutants)('stands in the product still: $without', ({ file, find, seenBy }) => {
    expect(textOf(file).split(find)).toHaveLength(2)
    expect(seenBy === 'the simulation' ? 'it(' : textOf(seenBy)).toContain('it(')
  })
})
