import { defineConfig, type OxlintOverride } from 'oxlint'

/**
 * Which room may use which: the import table of docs/architecture.md, as code.
 * `ours` are folders or files of this project, `packages` are third parties; nothing else may be imported.
 */
const rooms = {
  domain: { ours: [], packages: ['zod', 'temporal-polyfill'] },
  views: { ours: ['domain'], packages: ['hono'] },
  adapters: {
    ours: ['domain'],
    packages: [
      '@aws-sdk',
      '@smithy',
      'zod',
      'csv-parse',
      'ical-generator',
      'nodemailer',
      'temporal-polyfill',
      'timezones-ical-library',
      'uuid',
      'openid-client',
      'jose',
      'node:*',
    ],
  },
  functions: {
    ours: ['domain', 'views', 'adapters'],
    packages: ['@middy', 'hono', 'zod', 'temporal-polyfill', 'aws-lambda', 'node:*'],
  },
  lib: {
    ours: ['functions/triggers.ts', 'adapters/config.ts', 'adapters/tables.ts'],
    packages: ['aws-cdk-lib', 'constructs', 'node:*'],
  },
  local: {
    ours: ['functions', 'adapters', 'domain', 'views'],
    packages: [
      '@aws-sdk',
      'aws-lambda',
      'dynalite',
      'fauxqs',
      'oidc-provider',
      'postal-mime',
      'hono',
      'node:*',
    ],
  },
}

type Room = keyof typeof rooms
const names = Object.keys(rooms) as Room[]

const roomRule = (room: Room, files = `${room}/**/*.ts`, refused: string[] = []): OxlintOverride => {
  const { ours, packages }: { ours: readonly string[]; packages: readonly string[] } = rooms[room]
  const others = [...names, 'bin', 'test', 'bench'].filter((other) => other !== room)
  return {
    files: [files],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              // Read like .gitignore: the last line that fits decides.
              group: [
                '**',
                '!./**',
                '!../**',
                ...others.map((other) => `**/${other}/**`),
                // After the rooms: a package may have a folder that is called like one of them.
                ...packages.flatMap((one) => [`!${one}`, `!${one}/**`]),
                ...ours.map((one) => (one.endsWith('.ts') ? `!**/${one}` : `!**/${one}/**`)),
                ...refused,
              ],
              message: `${room}/ may use ${[...ours, ...packages].join(', ')} only: see docs/architecture.md.`,
            },
          ],
        },
      ],
    },
  }
}

export default defineConfig({
  plugins: ['typescript', 'import', 'promise', 'vitest', 'unicorn', 'oxc'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  options: { typeAware: true },
  ignorePatterns: ['cdk.out', '.open-circle', 'coverage', 'node_modules'],
  rules: {
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    // tsc's noImplicitReturns says the same and knows that a switch is exhaustive.
    'typescript/consistent-return': 'off',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-unsafe-type-assertion': 'off',
    'import/no-cycle': 'error',
    'import/no-unassigned-import': 'off',
    // fast-check is meant to be used as `fc.…`, and middy exports itself twice.
    'import/no-named-as-default': 'off',
    'import/no-named-as-default-member': 'off',
    'oxc/no-map-spread': 'off',
    'no-await-in-loop': 'off',
    'no-new': 'off',
    'no-shadow': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'no-underscore-dangle': 'off',
  },
  overrides: [
    ...names.map((room) => roomRule(room)),
    // A function never imports another function; what they share is in functions/shared/.
    roomRule('functions', 'functions/*.ts', ['./*.ts']),
    {
      files: ['test/**/*.ts'],
      rules: {
        'no-restricted-properties': [
          'error',
          {
            object: 'vi',
            property: 'mock',
            message: 'Never mock our own files: test through the AWS client or the emulators.',
          },
        ],
      },
    },
  ],
})
