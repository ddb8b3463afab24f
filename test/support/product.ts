import { DeleteItemCommand, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'

import type { Environment } from '../../adapters/config.ts'
import { openOutside, thisMachine } from '../../adapters/outside.ts'
import type { TableName } from '../../adapters/tables.ts'
import type { Group } from '../../domain/groups/group.ts'
import { tombstoneDays } from '../../domain/person/retention.ts'
import type { Role } from '../../domain/staff/staff.ts'
import { connectTo } from '../../functions/shared/connection.ts'
import { apiEvent } from '../../local/api-event.ts'
import { startAws } from '../../local/aws.ts'
import { movableClock } from '../../local/clock.ts'
import { localTables } from '../../local/create-tables.ts'
import { type Account, demoAccounts } from '../../local/demo-accounts.ts'
import { invoke } from '../../local/handlers.ts'
import type { Issuer } from '../../local/issuer.ts'
import { pollQueue } from '../../local/poll-queue.ts'
import { parameterNames } from '../../local/settings.ts'
import { queueSources, runSchedules } from '../../local/workers.ts'
import { lookAtAnswer, lookAtLetter, plant, plantTyped } from './leaks.ts'
import { type Seen, staffBrowser } from './staff-browser.ts'

/** Every recorded version signed its links with these: see docs/upgrading.md. */
const keys = {
  identifierKey: JSON.stringify({ 1: 'a key that only the tests use, long enough' }),
  linkKeys: JSON.stringify({ 1: 'another key that only the tests use, too' }),
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const isDigest = ({ subject }: { subject: string }) => subject.startsWith('[Intake] Today')

export interface Reply {
  status: number
  headers: Record<string, string>
  body: string
}

/**
 * The whole product on the embedded services, in memory, on a clock that stands still until it is moved. Handlers are
 * the deployed ones; queues and the minute are driven by hand, so that a test decides what happens when.
 */
export const openProduct = async ({
  settings = {},
  stage = '',
}: {
  settings?: Partial<Environment>
  /** What stands before every path in the browser, as `/prod` does behind API Gateway's own address. */
  stage?: string
} = {}) => {
  const siteAddress = `http://localhost:3000${stage}`
  const clock = movableClock(undefined, () => Date.parse('2026-11-23T17:00:00Z'))
  const aws = await startAws({ now: clock.now, siteAddress, keys, settings })
  const world = { ...thisMachine, now: clock.now, aws: aws.clients }
  /** Connects the functions anew, as after a deployment; with other settings, if a test needs something to be away. */
  const reconnect = (other: Partial<Environment> = {}) =>
    connectTo(openOutside({ ...aws.settings, ...other }, world))
  reconnect()
  const { dynamodb } = aws.clients
  const sources = queueSources(aws)

  const call = async (
    method: string,
    path: string,
    body = '',
    headers: Record<string, string> = {},
  ): Promise<Seen> => {
    const routed = apiEvent({ method, url: new URL(path, siteAddress), headers, body: Buffer.from(body) })
    if (!routed) throw new Error(`No function answers ${method} ${path}.`)
    plantTyped(body, headers['content-type'] === 'application/json')
    routed.event.requestContext.path = `${stage}${routed.event.path}`
    const {
      statusCode,
      headers: answered,
      multiValueHeaders,
      body: text,
    } = await invoke.http(routed.name, routed.event)
    const seen = {
      status: statusCode,
      headers: { ...answered } as Record<string, string>,
      cookies: (multiValueHeaders?.['Set-Cookie'] ?? []).map(String),
      body: text,
    }
    lookAtAnswer(seen)
    return seen
  }

  let lookedAt = 0
  const lookAtLetters = () => {
    const letters = aws.ses.mails()
    for (const letter of letters.slice(lookedAt)) lookAtLetter(letter)
    lookedAt = letters.length
  }

  let issuer: Promise<Issuer> | undefined
  /** Who can sign in: whom the local run knows, and whom a test adds before anyone signs in. */
  const accounts: Account[] = [...demoAccounts]
  /** A browser of someone of staff. The issuer starts with the first. */
  const openStaffBrowser = async () => {
    // Loaded when it is wanted: most tests never sign in.
    issuer ??= import('../../local/issuer.ts').then(({ startIssuer }) =>
      startIssuer({ siteAddress, accounts }),
    )
    const started = await issuer
    if (aws.parameters.get(parameterNames.STAFF_SIGN_IN_NAME) !== started.settings) {
      aws.parameters.set(parameterNames.STAFF_SIGN_IN_NAME, started.settings)
      reconnect()
    }
    return staffBrowser(siteAddress, started, ({ method, path, form, headers }) =>
      call(method, path, form && String(form), headers),
    )
  }

  /** Lets the queues run until nothing moves any more. */
  const settle = async () => {
    for (let taken = 1; taken > 0;) {
      while (aws.ses.isPublishing()) await pause(1)
      const counts = await Promise.all(sources.map((source) => pollQueue(source, 0)))
      taken = counts.reduce((sum, count) => sum + count, 0)
    }
    lookAtLetters()
  }

  /** Every e-mail that is about somebody: staff's digest of the morning would stand in the way of counting them. */
  const mails = () => aws.ses.mails().filter((mail) => !isDigest(mail))

  return {
    aws,
    world,
    clock,
    dynamodb,
    sources,
    reconnect,
    settle,
    get: (path: string, headers: Record<string, string> = {}) => call('GET', path, '', headers),
    postForm: (path: string, form: URLSearchParams, headers: Record<string, string> = {}) =>
      call('POST', path, String(form), { 'content-type': 'application/x-www-form-urlencoded', ...headers }),
    postJson: (path: string, body: unknown) =>
      call('POST', path, typeof body === 'string' ? body : JSON.stringify(body), {
        'content-type': 'application/json',
      }),
    mails,
    mailsTo: (address: string) => mails().filter(({ to }) => to.includes(address)),
    digests: () => aws.ses.mails().filter(isDigest),
    accounts,
    openStaffBrowser,
    /** Signs someone in by the real way through the issuer; what comes back is their browser. */
    async signIn(role: Role) {
      const browser = await openStaffBrowser()
      const { accountId = '' } = accounts.find(({ groups }) => groups.includes(role)) ?? {}
      await browser.signIn(accountId)
      return browser
    },
    /** One minute's sweep, and all that follows from it. */
    async sweep() {
      await runSchedules()
      await settle()
    },
    async addGroups(...groups: Group[]) {
      for (const { facilitator } of groups) if (facilitator) plant(facilitator.name, facilitator.email ?? '')
      for (const group of groups)
        await dynamodb.send(
          new PutItemCommand({
            TableName: localTables.groups,
            Item: marshall(group, { removeUndefinedValues: true }),
          }),
        )
      reconnect()
    },
    async rows(table: TableName): Promise<Record<string, unknown>[]> {
      const { Items = [] } = await dynamodb.send(new ScanCommand({ TableName: localTables[table] }))
      return Items.map((item) => unmarshall(item))
    },
    /** What erasing a person leaves: no row, and a tombstone for as long as anything could bring them back. */
    async erase(intakeId: string) {
      await dynamodb.send(
        new DeleteItemCommand({ TableName: localTables.intakes, Key: { intakeId: { S: intakeId } } }),
      )
      await dynamodb.send(
        new PutItemCommand({
          TableName: localTables.tombstones,
          Item: marshall({ intakeId, expiresAt: Math.ceil(clock.now() / 1000) + tombstoneDays * 86_400 }),
        }),
      )
    },
    async close() {
      lookAtLetters()
      await (await issuer)?.stop()
      await aws.stop()
    },
  }
}

export type Product = Awaited<ReturnType<typeof openProduct>>
