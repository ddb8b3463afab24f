import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

import { build } from 'esbuild'

import { bundledWith, root } from '../../lib/bundling.ts'
import { localSettings, parameterNames } from '../../local/settings.ts'
import { formEvent } from '../../test/support/events.ts'
import { aFilledForm } from '../../test/support/person.ts'

const rounds = 20

const values: Record<string, string> = {
  [parameterNames.IDENTIFIER_KEY_NAME]: JSON.stringify({ 1: 'a key that only this bench uses, long enough' }),
  [parameterNames.LINK_KEYS_NAME]: JSON.stringify({ 1: 'another key that only this bench uses, long' }),
  [parameterNames.SITE_ADDRESS_NAME]: 'https://circle.example.org',
}

/** Says yes to a message, and gives parameters: as quickly as anything could, so that only our own work is measured. */
const answers: Record<string, (input: Record<string, never>) => object> = {
  'AmazonSQS.SendMessage': ({ MessageBody }) => ({
    MessageId: '1',
    MD5OfMessageBody: createHash('md5')
      .update(MessageBody ?? '')
      .digest('hex'),
  }),
  'AmazonSSM.GetParameters': ({ Names }) => ({
    Parameters: [...(Names ?? [])].flatMap((Name) => (values[Name] ? [{ Name, Value: values[Name] }] : [])),
  }),
}

const startAws = async () => {
  const server = createServer(async (request, response) => {
    const answer = answers[String(request.headers['x-amz-target'])]?.(JSON.parse(await text(request)))
    response.writeHead(answer ? 200 : 400, { 'content-type': 'application/x-amz-json-1.0' })
    response.end(JSON.stringify(answer ?? {}))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // It listens on a port and not on a path.
  return { server, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

interface Start {
  statusCode: number
  cpuMs: number
}

const startOnce = async (bundle: string, event: string, environment: NodeJS.ProcessEnv) => {
  const child = fork(join(import.meta.dirname, 'one-cold-start.ts'), [bundle, event], {
    env: { ...process.env, ...environment },
    // Our log lines are for nobody here.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [[told]] = await Promise.all([once(child, 'message'), once(child, 'exit')])
  const { statusCode, cpuMs } = told as Start
  if (statusCode !== 303) throw new Error(`A cold start was answered with ${statusCode}.`)
  return cpuMs
}

const median = (numbers: readonly number[]) =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0

/**
 * The CPU of a fresh process that takes one form, and of one that only hands a text to SQS by the same client: `rounds` of
 * each, in turns, so that whatever else the machine does meets both.
 */
export const coldStarts = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'open-circle-cold-'))
  const { server, endpoint } = await startAws()
  try {
    await build({
      ...bundledWith,
      entryPoints: {
        bare: join(import.meta.dirname, 'bare-handler.ts'),
        ours: join(root, 'functions', 'submit-intake.ts'),
      },
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
    })
    const environment = {
      ...localSettings({ intakes: `${endpoint}/queue`, emails: '' }),
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL: endpoint,
    }
    const event = JSON.stringify(formEvent(aFilledForm()))
    const bundles = { bare: join(folder, 'bare.mjs'), ours: join(folder, 'ours.mjs') }
    const took = { bare: [] as number[], ours: [] as number[] }
    for (let round = 0; round < rounds; round += 1) {
      took.bare.push(await startOnce(bundles.bare, event, environment))
      took.ours.push(await startOnce(bundles.ours, event, environment))
    }
    return {
      bareMs: median(took.bare),
      oursMs: median(took.ours),
      bareKb: Math.round(statSync(bundles.bare).size / 1000),
    }
  } finally {
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
