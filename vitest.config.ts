import { join } from 'node:path'

import { defineConfig } from 'vitest/config'

/** What Node compiles is kept for the many processes that the tests start, and for the next run. */
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/compiled')

/** Tests that start the product as a person would: a process that is killed, a browser. Each file has ports of its own. */
const wholeProduct = ['test/browser/**/*.test.ts', 'test/local/**/*.test.ts']
/** Tests that read the stack; one of them holds the product to what the stack grants. */
const stack = ['test/lib/**/*.test.ts', 'test/journeys/grants.test.ts']

/** Tests that take minutes: `npm run test:full` runs them as well. */
const long = ['test/full/**/*.test.ts']

/** Vitest leaves one core free for whoever is typing, so that two cores would work as one. */
const maxWorkers = '100%'

/**
 * Files share processes, because loading the product, or the CDK, takes longer than most of them: each gives back what
 * it changes.
 */
const everywhere = {
  isolate: false,
  maxWorkers,
  setupFiles: ['test/support/quiet.ts'],
  // Longer than anything takes on a machine that does other work as well: how fast it is, no test promises.
  testTimeout: 120_000,
  hookTimeout: 120_000,
}

export default defineConfig(({ mode }) => ({
  test: {
    coverage: { include: ['domain/**'], reporter: ['text'] },
    projects: [
      {
        test: {
          ...everywhere,
          name: 'product',
          include: ['test/**/*.test.ts'],
          exclude: [...stack, ...wholeProduct, ...long],
        },
      },
      {
        test: {
          ...everywhere,
          name: 'lib',
          include: stack,
        },
      },
      {
        // After all others: they wait for what a busy machine does late.
        test: {
          ...everywhere,
          name: 'browser',
          include: wholeProduct,
          sequence: { groupOrder: 1 },
        },
      },
      ...(mode === 'full'
        ? [{ test: { ...everywhere, name: 'full', include: long, sequence: { groupOrder: 2 } } }]
        : []),
    ],
  },
}))
