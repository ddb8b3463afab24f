import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

import { triggers } from '../../functions/triggers.ts'
import { bundledWith } from '../../lib/bundling.ts'
import { localSettings, parameterNames } from '../../local/settings.ts'
import { formEvent } from '../../test/support/events.ts'
import { aFilledForm } from '../../test/support/person.ts'
import { bundle } from './bundle.ts'

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

/** What the function is given on AWS, and no more. */
const settingsOf = (endpoint: string) => {
  const all = localSettings({ intakes: `${endpoint}/queue`, emails: '' })
  return Object.fromEntries(triggers['submit-intake'].settings.map((name) => [name, all[name]]))
}

const startAws = async () => {
  const reply = async (request: IncomingMessage, response: ServerResponse) => {
    const answer = answers[String(request.headers['x-amz-target'])]?.(JSON.parse(await text(request)))
    response.writeHead(answer ? 200 : 400, { 'content-type': 'application/x-amz-json-1.0' })
    response.end(JSON.stringify(answer ?? {}))
  }
  const server = createServer((request, response) => void reply(request, response))
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
    // And nothing of this process's own: the product that it opened has pointed every client elsewhere.
    env: environment,
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

/** What esbuild is told when nobody has thought about what it should leave out. */
const asUsual = { mainFields: bundledWith.mainFields, minify: true }

/**
 * The CPU of a fresh process that takes one form, and of two that only hand a text to SQS by the same client: one bundled
 * as usual, one as sparingly as ours. `rounds` of each, in turns, so that whatever else the machine does meets all.
 */
export const coldStarts = async () => {
  const { server, endpoint } = await startAws()
  const bareHandler = 'bench/pipeline/bare-handler.ts'
  const usual = await bundle({ bare: bareHandler }, asUsual)
  const sparing = await bundle({ bare: bareHandler, ours: 'functions/submit-intake.ts' })
  try {
    const environment = {
      ...settingsOf(endpoint),
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL: endpoint,
    }
    const event = JSON.stringify(formEvent(aFilledForm()))
    const took = { bareMs: [] as number[], sparingBareMs: [] as number[], oursMs: [] as number[] }
    for (let round = 0; round < rounds; round += 1) {
      took.bareMs.push(await startOnce(usual.files['bare'] ?? '', event, environment))
      took.sparingBareMs.push(await startOnce(sparing.files['bare'] ?? '', event, environment))
      took.oursMs.push(await startOnce(sparing.files['ours'] ?? '', event, environment))
    }
    return {
      bareMs: median(took.bareMs),
      sparingBareMs: median(took.sparingBareMs),
      oursMs: median(took.oursMs),
    }
  } finally {
    server.close()
    usual.remove()
    sparing.remove()
  }
}
