import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SESClient } from '@aws-sdk/client-ses'
import { SQSClient } from '@aws-sdk/client-sqs'
import { SSMClient } from '@aws-sdk/client-ssm'
import { Temporal } from 'temporal-polyfill'
import { v7 } from 'uuid'

import type { EmailNudge } from '../domain/email-nudge.ts'
import type { IntakeMessage } from '../domain/intake-message.ts'
import { type Write, commit } from './commit.ts'
import { type Setting, readSetting } from './config.ts'
import { directory } from './directory.ts'
import { emailStore } from './email-store.ts'
import { groupStore } from './group-store.ts'
import { identifiers } from './identifiers.ts'
import { intakeStore } from './intake-store.ts'
import { linkSigner } from './link-signer.ts'
import { mailFacts } from './mail-facts.ts'
import { mailer } from './mailer.ts'
import { parameters } from './parameters.ts'
import { queue } from './queue.ts'
import { referralStore } from './referral-store.ts'
import { tombstoneStore } from './tombstone-store.ts'
import { trailStore } from './trail-store.ts'
import { openUsZips } from './us-zips.ts'

/** What comes from outside and is never the same twice: one clock and one source of chance for everything. */
export interface World {
  /** Milliseconds since 1970. */
  now(): number
  randomBytes(count: number): Uint8Array
}

/** An object whose parts are made when they are first asked for, once. */
const lazily = <Makers extends Record<string, () => unknown>>(makers: Makers) => {
  const parts = {}
  for (const [name, make] of Object.entries(makers)) {
    let made: { part: unknown } | undefined
    Object.defineProperty(parts, name, { enumerable: true, get: () => (made ??= { part: make() }).part })
  }
  // Each getter returns what the maker of its name returns; the loop above cannot tell the compiler so.
  return parts as { readonly [Name in keyof Makers]: ReturnType<Makers[Name]> }
}

/**
 * Everything outside, each part made when it is first used: so a function needs only the settings of what it touches,
 * and a missing one names itself. Retries of SES are ours to decide; the other clients keep the SDK's own.
 */
export const connect = (environment: Readonly<Record<string, string | undefined>>, world: World) => {
  const setting = <Name extends Setting>(name: Name) => readSetting(environment, name)
  const now = () => world.now()
  const random = () => new DataView(world.randomBytes(4).slice().buffer).getUint32(0) / 2 ** 32
  const parameterNames = (['IDENTIFIER_KEY_NAME', 'LINK_KEYS_NAME', 'SITE_ADDRESS_NAME'] as const).filter(
    (name) => environment[name],
  )
  let idsMade = 0

  const clients = lazily({
    dynamodb: () => new DynamoDBClient({}),
    sqs: () => new SQSClient({}),
    ses: () => new SESClient({ maxAttempts: 1 }),
    parameters: () => parameters(new SSMClient({}), parameterNames.map(setting), now),
  })

  const groups = lazily({
    store: () => groupStore({ dynamodb: clients.dynamodb, table: setting('GROUPS_TABLE') }),
  })

  return lazily({
    intakes: () => intakeStore(clients.dynamodb, setting('INTAKES_TABLE')),
    referrals: () => referralStore(clients.dynamodb, setting('REFERRALS_TABLE')),
    groups: () => groups.store,
    emails: () => emailStore(clients.dynamodb, setting('EMAILS_TABLE')),
    mailFacts: () =>
      mailFacts(clients.dynamodb, {
        emails: setting('EMAILS_TABLE'),
        intakes: setting('INTAKES_TABLE'),
        referrals: setting('REFERRALS_TABLE'),
      }),
    trail: () => trailStore(setting('TRAIL_TABLE')),
    tombstones: () => tombstoneStore(clients.dynamodb, setting('TOMBSTONES_TABLE')),
    directory: () => directory(() => groups.store.everyActive(), now),
    zips: openUsZips,
    intakeQueue: () => queue<IntakeMessage>(clients.sqs, setting('INTAKES_QUEUE_URL')),
    emailQueue: () => queue<EmailNudge>(clients.sqs, setting('EMAILS_QUEUE_URL')),
    mailer: () =>
      mailer(clients.ses, {
        sender: setting('SENDER_ADDRESS'),
        configurationSet: setting('CONFIGURATION_SET'),
      }),
    identifiers: () => identifiers(() => clients.parameters.get(setting('IDENTIFIER_KEY_NAME'))),
    links: () => linkSigner(() => clients.parameters.get(setting('LINK_KEYS_NAME')), now),
    /** The address of the site, without a slash at its end. */
    site: () => ({ address: () => clients.parameters.get(setting('SITE_ADDRESS_NAME')) }),
    organisation: () => ({ name: setting('ORGANISATION_NAME'), helpPhone: setting('HELP_PHONE') }),
    office: () => ({
      timeZone: setting('STAFF_TIME_ZONE'),
      closedDays: setting('CLOSED_DAYS').split(',').filter(Boolean),
    }),
    minors: () => setting('MINORS'),
    staffAddress: () => setting('STAFF_ADDRESS'),
    discreetName: () => setting('DISCREET_NAME'),
    clock: () => ({
      now,
      instant: () => Temporal.Instant.fromEpochMilliseconds(now()),
      iso: () => new Date(now()).toISOString(),
    }),
    chance: () => ({
      /** A number from 0 up to 1. */
      random,
      /** A UUIDv7: ids sort by time, also those of one millisecond. */
      newId: () => v7({ msecs: now(), random: world.randomBytes(16), seq: (idsMade += 1) }),
    }),
    commit:
      () =>
      <Refusal extends string>(writes: readonly Write<Refusal>[]) =>
        commit(clients.dynamodb, random, writes),
  })
}

export type Adapters = ReturnType<typeof connect>
