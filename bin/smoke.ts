import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'

import type * as z from 'zod/mini'

import type { intakeFormSchema } from '../domain/form/intake-form.ts'
import { crisisLines } from '../domain/person/crisis-lines.ts'
import { stackOutputs } from './stack-outputs.ts'

const usage = `npm run smoke -- --stack NAME [--intake]
npm run smoke -- --address http://localhost:3000 [--intake]

Tries a running Open Circle from outside. --intake also sends one invented request, marked as a test, whose e-mail goes
to the mailbox simulator of SES. It names no topic, so it holds no place: it goes to staff, who can close it.`

/** A cold start and a slow line together stay far below this. */
const patienceMs = 20_000

const invented = (): z.input<typeof intakeFormSchema> => ({
  submissionId: randomUUID(),
  language: 'en',
  who: 'me',
  age: '25-64',
  safety: 'safe',
  topics: ['not-sure'],
  meet: ['video'],
  noZip: true,
  usState: 'NY',
  times: ['not-sure'],
  name: 'Smoke Test',
  contact: ['email'],
  // https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html: accepted, read by nobody.
  email: 'success@simulator.amazonses.com',
  emailPrivacy: 'private',
  note: 'This is a test of the site. Nobody is waiting for an answer.',
  consentKeep: true,
  consentShare: 'ask-first',
})

const addressOf = async (stack: string) => {
  const address = (await stackOutputs(stack)).get('SiteAddress')
  if (!address) throw new Error(`The stack ${stack} has no output SiteAddress: is it Open Circle?`)
  return address
}

const ask = (url: string, request: RequestInit = {}) =>
  fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(patienceMs), ...request })

const postJson = (url: string, body: unknown) =>
  ask(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  })

const expectStatus = (answer: Response, wanted: number) => {
  if (answer.status !== wanted) throw new Error(`answered ${answer.status} and not ${wanted}`)
}

/** Each throws what is wrong, or gives what there is to say. */
const checks = (address: string): Record<string, () => Promise<string | void>> => {
  const page = (path: string) => async () => {
    const answer = await ask(`${address}${path}`)
    expectStatus(answer, 200)
    if (!(await answer.text()).includes(crisisLines.lifeline.number))
      throw new Error(`does not show ${crisisLines.lifeline.number}`)
  }
  return {
    'The first page opens and shows where to get help now': page('/'),
    'The first page opens in Spanish': page('/es'),
    'The help page opens': page('/now'),
    'The first page of questions opens, and its key is there': page('/questions/1'),
    'A form without answers is refused, and says what is missing': async () => {
      const answer = await postJson(`${address}/intakes`, {})
      expectStatus(answer, 422)
      const { errors } = (await answer.json()) as { errors?: unknown[] }
      if (!errors?.length) throw new Error('does not say what is missing')
    },
    'Staff are led to where they sign in': async () => {
      const answer = await ask(`${address}/staff/sign-in`)
      expectStatus(answer, 303)
      return `at ${new URL(answer.headers.get('location') ?? '').host}`
    },
    'A page that does not exist is answered with 404': async () =>
      expectStatus(await ask(`${address}/no-such-page`), 404),
  }
}

const sendInvented = (address: string) => async () => {
  const answer = await postJson(`${address}/intakes`, invented())
  expectStatus(answer, 202)
  const { reference, statusUrl } = (await answer.json()) as { reference: string; statusUrl: string }
  expectStatus(await ask(new URL(statusUrl, `${address}/`).href), 200)
  return `reference ${reference}`
}

/** What went wrong in a sentence; `fetch` says only "fetch failed" and keeps the reason to itself. */
const reasonOf = (failure: unknown): string => {
  if (!(failure instanceof Error)) return String(failure)
  return failure.cause instanceof Error ? `${failure.message} (${failure.cause.message})` : failure.message
}

const run = async (name: string, check: () => Promise<string | void>) => {
  try {
    const said = await check()
    console.log(`pass  ${name}${said ? ` (${said})` : ''}`)
    return true
  } catch (failure) {
    console.log(`FAIL  ${name}: ${reasonOf(failure)}`)
    return false
  }
}

const readArguments = () => {
  const { values } = parseArgs({
    options: {
      stack: { type: 'string' },
      address: { type: 'string' },
      intake: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return null
  if ((values.stack === undefined) === (values.address === undefined))
    throw new Error('Say either --stack or --address.')
  return values
}

const main = async () => {
  const given = readArguments()
  if (!given) {
    console.log(usage)
    return true
  }
  const address = (given.address ?? (await addressOf(given.stack ?? ''))).replace(/\/$/, '')
  console.log(`Trying ${address}`)

  const all = checks(address)
  if (given.intake) all['An invented request is accepted'] = sendInvented(address)
  let passed = true
  for (const [name, check] of Object.entries(all)) passed = (await run(name, check)) && passed
  return passed
}

try {
  process.exitCode = (await main()) ? 0 : 1
} catch (failure) {
  console.error(`${reasonOf(failure)}\n\n${usage}`)
  process.exitCode = 1
}
