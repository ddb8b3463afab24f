import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type BuildOptions, build } from 'esbuild'

import { bundledWith, root } from '../../lib/bundling.ts'

/** Bundles as the stack does, or by other options, into a folder that has to be removed again. Paths are of the project. */
export const bundle = async (entries: Record<string, string>, options: BuildOptions = bundledWith) => {
  const folder = mkdtempSync(join(tmpdir(), 'open-circle-bundles-'))
  await build({
    ...options,
    entryPoints: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(root, path)])),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
  })
  return {
    files: Object.fromEntries(Object.keys(entries).map((name) => [name, join(folder, `${name}.mjs`)])),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
