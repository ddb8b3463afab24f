import { defineConfig } from 'vitest/config'

/** Tests that start the product as a person would: a process that is killed, a browser. */
const wholeProduct = ['test/browser/**/*.test.ts', 'test/local/**/*.test.ts']
const stack = ['test/lib/**/*.test.ts']

/** Vitest leaves one core free for whoever is typing, so that two cores would work as one. */
const maxWorkers = '100%'

const setupFiles = ['test/support/quiet.ts']

export default defineConfig({
  test: {
    coverage: { include: ['domain/**'], reporter: ['text'] },
    projects: [
      {
        test: {
          name: 'product',
          setupFiles,
          include: ['test/**/*.test.ts'],
          exclude: [...stack, ...wholeProduct],
          maxWorkers,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Loading the CDK takes longer than all these tests, so they load it once: they change nothing of each other's.
        test: {
          name: 'lib',
          include: stack,
          isolate: false,
          maxWorkers,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // One file at a time, after all others: each wants the machine for itself.
        test: {
          name: 'browser',
          setupFiles,
          include: wholeProduct,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
