import { statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { bundle } from '../../bench/pipeline/bundle.ts'
import { type FunctionName, triggers } from '../../functions/triggers.ts'

const names = Object.keys(triggers) as FunctionName[]

/** What a function may weigh, in bytes: a container that has just begun reads all of it while someone waits. */
const limitOf = (name: FunctionName) => limits[name] ?? 520_000

const limits: Partial<Record<FunctionName, number>> = {
  'submit-intake': 400_000,
}

describe('the bundle of each function', () => {
  let bundles: Awaited<ReturnType<typeof bundle>>
  const bundleOf = (name: string) => bundles.files[name] ?? ''

  beforeAll(async () => {
    bundles = await bundle(Object.fromEntries(names.map((name) => [name, `functions/${name}.ts`])))
  })
  afterAll(() => bundles.remove())

  it.each(names)('%s is not heavier than what a cold start can bear', (name) => {
    expect(statSync(bundleOf(name)).size).toBeLessThanOrEqual(limitOf(name))
  })

  it.each(names)('%s loads by itself, and has a handler', async (name) => {
    expect(await import(pathToFileURL(bundleOf(name)).href)).toMatchObject({ handler: expect.any(Function) })
  })
})
