import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type FunctionName, triggers } from '../../functions/triggers.ts'
import { bundledWith, root } from '../../lib/bundling.ts'

const names = Object.keys(triggers) as FunctionName[]

/** What a function may weigh, in bytes: a container that has just begun reads all of it while someone waits. */
const limitOf = (name: FunctionName) => limits[name] ?? 520_000

const limits: Partial<Record<FunctionName, number>> = {
  'submit-intake': 410_000,
  // What these say in two languages is a quarter of what they weigh.
  'answer-link': 590_000,
  'answer-facilitator': 550_000,
  'send-email': 620_000,
  // Staff have it open all day.
  'serve-console': 720_000,
}

describe('the bundle of each function', () => {
  const folder = mkdtempSync(join(tmpdir(), 'open-circle-bundles-'))
  const bundleOf = (name: string) => join(folder, `${name}.mjs`)

  beforeAll(async () => {
    await build({
      ...bundledWith,
      entryPoints: names.map((name) => join(root, 'functions', `${name}.ts`)),
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
    })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(names)('%s is not heavier than what a cold start can bear', (name) => {
    expect(statSync(bundleOf(name)).size).toBeLessThanOrEqual(limitOf(name))
  })

  it.each(names)('%s loads by itself, and has a handler', async (name) => {
    expect(await import(pathToFileURL(bundleOf(name)).href)).toMatchObject({ handler: expect.any(Function) })
  })
})
