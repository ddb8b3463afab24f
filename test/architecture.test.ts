import { execFile } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { newFolder, removeFolder } from './support/temporary-folder.ts'

const root = join(import.meta.dirname, '..')

interface Room {
  promise: string
  /** A file of this room, which then imports what it may and what it must not. */
  file: string
  may: string[]
  mustNot: string[]
}

const rooms: Room[] = [
  {
    promise: 'domain decides without knowing what is outside',
    file: 'domain/groups/group.ts',
    may: ['./wish.ts', 'zod/mini', 'temporal-polyfill'],
    mustNot: [
      '../views/html.ts',
      '../adapters/tables.ts',
      '../functions/send-email.ts',
      '../lib/queues.ts',
      '@aws-sdk/client-sqs',
      'hono',
      'node:fs',
      'uuid',
    ],
  },
  {
    promise: 'views write pages from what they are given, and fetch nothing',
    file: 'views/pages/start.ts',
    may: ['../layout.ts', '../../domain/group.ts', 'hono/html'],
    mustNot: [
      '../../adapters/tables.ts',
      '../../functions/shared/answer.ts',
      '@aws-sdk/client-sqs',
      'node:fs',
    ],
  },
  {
    promise: 'adapters reach AWS, and never call back into functions or pages',
    file: 'adapters/queue.ts',
    may: [
      './tables.ts',
      '../domain/group.ts',
      '@aws-sdk/client-sqs',
      'node:fs',
      'csv-parse/sync',
      'uuid',
      'nodemailer/lib/qp',
      'ical-generator',
      'timezones-ical-library',
      'openid-client',
      'jose',
    ],
    mustNot: ['../functions/triggers.ts', '../views/html.ts', '../lib/queues.ts', '../local/aws.ts', 'hono'],
  },
  {
    promise: 'functions reach AWS through adapters alone, and never one another',
    file: 'functions/send-email.ts',
    may: [
      './shared/answer.ts',
      '../domain/group.ts',
      '../views/html.ts',
      '../adapters/mailer.ts',
      '@middy/core',
      'hono/tiny',
    ],
    mustNot: [
      './match-intake.ts',
      '../lib/queues.ts',
      '../local/aws.ts',
      '@aws-sdk/client-ses',
      'nodemailer',
      'aws-cdk-lib',
      'openid-client',
      'jose',
    ],
  },
  {
    promise: 'what functions share is held to the same',
    file: 'functions/shared/answer.ts',
    may: ['./log.ts', '../../adapters/mailer.ts', '../../views/html.ts'],
    mustNot: ['@aws-sdk/client-ses', '../../lib/queues.ts', '../../test/support/builders.ts'],
  },
  {
    promise: 'lib deploys functions by their names, and loads none of them',
    file: 'lib/queues.ts',
    may: [
      './by-name.ts',
      '../functions/triggers.ts',
      '../adapters/config.ts',
      '../adapters/tables.ts',
      'aws-cdk-lib/aws-sqs',
      'constructs',
    ],
    mustNot: [
      '../functions/send-email.ts',
      '../adapters/mailer.ts',
      '../domain/group.ts',
      '../views/html.ts',
      '@aws-sdk/client-sqs',
    ],
  },
  {
    promise: 'local runs the functions as they are, without the stack',
    file: 'local/aws.ts',
    may: [
      './embedded/ses.ts',
      '../functions/triggers.ts',
      '../adapters/config.ts',
      'dynalite',
      'fauxqs',
      'oidc-provider',
    ],
    mustNot: ['../lib/queues.ts', '../test/support/builders.ts', '../bin/groups.ts', 'aws-cdk-lib', 'vitest'],
  },
]

interface Diagnostic {
  code: string
  help: string
  filename: string
  labels: { span: { line: number } }[]
}

const runLinter = (folder: string) =>
  new Promise<Diagnostic[]>((resolve, reject) => {
    const program = join(root, 'node_modules/oxlint/bin/oxlint')
    execFile(process.execPath, [program, '--format=json'], { cwd: folder }, (_, out) => {
      try {
        resolve((JSON.parse(out) as { diagnostics: Diagnostic[] }).diagnostics)
      } catch {
        reject(new Error(out))
      }
    })
  })

/** What the linter refuses in a tree that holds these files; the imports lead nowhere, which it does not mind. */
const refusedIn = async (folder: string, files: Record<string, string[]>) => {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, '.gitignore'), 'node_modules/\n')
  // Our own rules, without those that need types: nothing here compiles.
  writeFileSync(
    join(folder, 'oxlint.config.ts'),
    `import rules from ${JSON.stringify(join(root, 'oxlint.config.ts'))}\nexport default { ...rules, options: {} }\n`,
  )
  for (const [file, lines] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), lines.map((line) => `${line}\n`).join(''))
  }
  const found = await runLinter(folder)
  return (file: string) =>
    found
      .filter(({ code, filename }) => code === 'eslint(no-restricted-imports)' && filename === file)
      .map(({ help, labels }) => ({ line: files[file]?.[(labels[0]?.span.line ?? 0) - 1] ?? '', help }))
}

/** Each import twice, because one of types alone is one as well. */
const importsOf = (names: string[]) =>
  names.flatMap((name) => [`import '${name}'`, `export type * from '${name}'`])

describe('the rooms of the house', () => {
  let folder: string
  let refused: Awaited<ReturnType<typeof refusedIn>>

  beforeAll(async () => {
    folder = await newFolder()
    refused = await refusedIn(
      folder,
      Object.fromEntries(rooms.map(({ file, may, mustNot }) => [file, importsOf([...may, ...mustNot])])),
    )
  })

  afterAll(() => removeFolder(folder))

  it.each(rooms.map((room) => [room.promise, room] as const))('%s', (_, { file, mustNot }) => {
    const [room] = file.split('/')

    const found = refused(file)

    expect(found.map(({ line }) => line).toSorted()).toEqual(importsOf(mustNot).toSorted())
    expect(found.filter(({ help }) => !help.startsWith(`${room}/ may use `))).toEqual([])
  })
})
