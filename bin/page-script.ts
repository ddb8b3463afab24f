import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { build } from 'esbuild'

const root = join(import.meta.dirname, '..')

/** The script of a person's pages as browsers of the last five years read it, and a name that changes with it. */
export const builtPageScript = async () => {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'views/script/page.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    write: false,
  })
  const text = outputFiles[0]?.text.trim() ?? ''
  return { name: `${createHash('sha256').update(text).digest('hex').slice(0, 12)}.js`, text }
}

if (import.meta.main) {
  const { name, text } = await builtPageScript()
  writeFileSync(
    join(root, 'views/page-script.ts'),
    `// Made from views/script/ by \`npm run page-script\`; a test says when it has to be made anew.
export const pageScript = {
  name: ${JSON.stringify(name)},
  text: ${JSON.stringify(text)},
}
`,
  )
}
