import { SourceMap } from 'node:module'
import { join } from 'node:path'

import { build } from 'esbuild'

import { triggers } from '../functions/triggers.ts'
import { bundledWith, root } from '../lib/bundling.ts'

/*
 * `npm run frame -- submit-intake 12:3456`: which line of ours a frame in the log is about. The commit that is deployed has
 * to be checked out, for the function is bundled again to know.
 */

const [name = '', position = ''] = process.argv.slice(2)
const [line = 0, column = 0] = position.split(':').map(Number)
if (!(name in triggers) || !(line > 0) || !(column > 0)) {
  process.stderr.write(
    'Say the function, and line and column as the log gives them: npm run frame -- submit-intake 12:3456\n',
  )
  process.exit(1)
}

const { outputFiles } = await build({
  ...bundledWith,
  entryPoints: [join(root, 'functions', `${name}.ts`)],
  outfile: join(root, 'index.mjs'),
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  sourcemap: 'external',
  write: false,
})
const map = outputFiles.find(({ path }) => path.endsWith('.map'))?.text ?? '{}'
// The map counts from zero, a stack from one.
const found = new SourceMap(JSON.parse(map)).findEntry(line - 1, column - 1)
process.stdout.write(
  'originalSource' in found
    ? `${found.originalSource}:${found.originalLine + 1}:${found.originalColumn + 1}\n`
    : 'Nothing of ours is there: is the deployed commit checked out?\n',
)
