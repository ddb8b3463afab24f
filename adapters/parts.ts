import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SESClient } from '@aws-sdk/client-ses'
import { SQSClient } from '@aws-sdk/client-sqs'
import { Temporal } from 'temporal-polyfill'
import { v7 } from 'uuid'

import type { EmailNudge } from '../domain/letters/email-nudge.ts'
import type { Moment } from '../domain/time/moment.ts'
import type { IntakeMessage } from '../domain/way/intake-message.ts'
import { type Write, commit as commitTo } from './commit.ts'
import { directory as openDirectory } from './directory.ts'
import { doorCodes as openDoorCodes } from './door-codes.ts'
import { emailStore } from './email-store.ts'
import { groupSnapshot as openGroupSnapshot } from './group-snapshot.ts'
import { groupStore } from './group-store.ts'
import { groupsByKey as openGroupsByKey } from './groups-by-key.ts'
import { identifiers as openIdentifiers } from './identifiers.ts'
import { inbox as openInbox } from './inbox.ts'
import { intakeStore } from './intake-store.ts'
import { linkSigner } from './link-signer.ts'
import { mailFacts as openMailFacts } from './mail-facts.ts'
import { mailer as openMailer } from './mailer.ts'
import { objectStore } from './object-store.ts'
import type { Outside } from './outside.ts'
import { packedGroups as openPackedGroups } from './packed-groups.ts'
import { parameterStore } from './parameter-store.ts'
import { parameters as openParameters } from './parameters.ts'
import { placePrices as openPlacePrices } from './place-prices.ts'
import { priceStore } from './price-store.ts'
import { queue } from './queue.ts'
import { referralStore } from './referral-store.ts'
import { sealer } from './seals.ts'
import { sendingQuota as openSendingQuota } from './sending-quota.ts'
import { signIn as openSignIn } from './sign-in.ts'
import { staffStore } from './staff-store.ts'
import { tombstoneStore } from './tombstone-store.ts'
import { trailStore } from './trail-store.ts'
import { openUsZips } from './us-zips.ts'

/*
 * Everything outside, by the name a function asks for it. A function lists the parts it touches, and its bundle holds
 * those and no others.
 */

const dynamodb = ({ aws }: Outside) => aws?.dynamodb ?? new DynamoDBClient({})
const sqs = ({ aws }: Outside) => aws?.sqs ?? new SQSClient({})
/** Whether SES is asked a second time is ours to decide, never the SDK's: that could be a second letter. */
const ses = ({ aws }: Outside) => aws?.ses ?? new SESClient({ maxAttempts: 1 })
const s3 = ({ aws, pause }: Outside) => aws?.s3 ?? objectStore(pause)
const ssm = ({ aws, pause }: Outside) => aws?.ssm ?? parameterStore(pause)

/** How a transaction is tried again while others are in its way. */
const patience = ({ get, pause }: Outside) => ({ pause, random: get(chance).random })

const named = (outside: Outside) => {
  const names = (
    ['IDENTIFIER_KEY_NAME', 'LINK_KEYS_NAME', 'SITE_ADDRESS_NAME', 'STAFF_SIGN_IN_NAME'] as const
  ).filter(outside.has)
  return openParameters(outside.get(ssm), names.map(outside.setting), outside.now)
}

/** Waits; in tests and simulations not for as long as it says. */
export const pause = ({ pause }: Outside) => pause

/** Tells the time. Functions on the way in need no more of it, and so not the calendar's library in their bundle. */
export const watch = ({ now }: Outside) => ({ now, iso: () => new Date(now()).toISOString() })

/** A watch that calendars can be reckoned from. */
export const clock = ({ get, now }: Outside) => ({
  ...get(watch),
  instant: () => Temporal.Instant.fromEpochMilliseconds(now()),
})

export const chance = ({ now, randomBytes }: Outside) => {
  let made = 0
  return {
    /** A number from 0 up to 1. */
    random: () => new DataView(randomBytes(4).slice().buffer).getUint32(0) / 2 ** 32,
    /** A UUIDv7: ids sort by time, also those of one millisecond. */
    newId: () => v7({ msecs: now(), random: randomBytes(16), seq: (made += 1) }),
  }
}

export const organisation = ({ setting }: Outside) => ({
  name: setting('ORGANISATION_NAME'),
  helpPhone: setting('HELP_PHONE'),
})

export const office = ({ setting }: Outside) => ({
  timeZone: setting('STAFF_TIME_ZONE'),
  closedDays: setting('CLOSED_DAYS').split(',').filter(Boolean),
})

/** When it is, and by whose calendar: what every step of a person's way is decided from. */
export const moment =
  ({ get, setting }: Outside) =>
  (): Moment => ({
    now: get(clock).instant(),
    office: get(office),
    cadence: setting('FOLLOW_UP_DAYS').split(',').map(Number),
  })

export const minors = ({ setting }: Outside) => setting('MINORS')
export const leaveTo = ({ setting }: Outside) => setting('LEAVE_TO')
export const part2Notice = ({ setting }: Outside) => setting('PART_2_NOTICE') === 'on'
export const staffAddress = ({ setting }: Outside) => setting('STAFF_ADDRESS')
export const supervisorAddress = ({ setting }: Outside) => setting('SUPERVISOR_ADDRESS')
export const discreetName = ({ setting }: Outside) => setting('DISCREET_NAME')

/** The address of the site, without a slash at its end. */
export const site = ({ get, setting }: Outside) => ({
  address: () => get(named).get(setting('SITE_ADDRESS_NAME')),
})

export const identifiers = ({ get, setting }: Outside) =>
  openIdentifiers(() => get(named).get(setting('IDENTIFIER_KEY_NAME')))

export const links = ({ get, setting, now }: Outside) =>
  linkSigner(() => get(named).get(setting('LINK_KEYS_NAME')), now)

/** Cookies and tokens that only we can read or make. They need no ring of their own: see seals.ts. */
export const seals = ({ get, setting }: Outside) => sealer(() => get(named).get(setting('LINK_KEYS_NAME')))

export const signIn = ({ get, setting, randomBytes }: Outside) =>
  openSignIn(() => get(named).get(setting('STAFF_SIGN_IN_NAME')), randomBytes)

/** Made from the keys that sign links: whoever may write a link in the product's name may write its code. */
export const doorCodes = ({ get, setting }: Outside) =>
  openDoorCodes(() => get(named).get(setting('LINK_KEYS_NAME')))

export const zips = () => openUsZips()

export const intakes = ({ get, setting }: Outside) => intakeStore(get(dynamodb), setting('INTAKES_TABLE'))
export const referrals = ({ get, setting }: Outside) =>
  referralStore(get(dynamodb), setting('REFERRALS_TABLE'))
export const groups = ({ get, setting }: Outside) =>
  groupStore({ dynamodb: get(dynamodb), table: setting('GROUPS_TABLE') })
export const emails = ({ get, setting }: Outside) => emailStore(get(dynamodb), setting('EMAILS_TABLE'))
export const trail = ({ get, setting }: Outside) => trailStore(get(dynamodb), setting('TRAIL_TABLE'))
export const staff = ({ get, setting }: Outside) => staffStore(get(dynamodb), setting('STAFF_TABLE'))
export const tombstones = ({ get, setting }: Outside) =>
  tombstoneStore(get(dynamodb), setting('TOMBSTONES_TABLE'))

export const prices = ({ get, setting }: Outside) => priceStore(get(dynamodb), setting('FEEDS_TABLE'))
export const placePrices = ({ get, now }: Outside) => {
  const store = get(prices)
  return openPlacePrices(() => store.find(), now)
}

export const mailFacts = ({ get, setting }: Outside) =>
  openMailFacts(
    get(dynamodb),
    {
      emails: setting('EMAILS_TABLE'),
      intakes: setting('INTAKES_TABLE'),
      referrals: setting('REFERRALS_TABLE'),
    },
    get(patience),
  )

export const inbox = ({ get, setting }: Outside) =>
  openInbox(get(dynamodb), { intakes: setting('INTAKES_TABLE'), referrals: setting('REFERRALS_TABLE') })

export const directory = ({ get, now }: Outside) => openDirectory(() => get(groups).everyActive(), now)

/** The packed groups, for those who search them, and for who packs them. */
export const groupSnapshot = ({ get, setting, now }: Outside) =>
  openGroupSnapshot(get(s3), setting('PACKED_GROUPS'), now)
export const packedGroups = ({ get, setting }: Outside) => openPackedGroups(get(s3), setting('PACKED_GROUPS'))
export const groupsByKey = ({ get, setting, now }: Outside) =>
  openGroupsByKey({
    dynamodb: get(dynamodb),
    table: setting('GROUPS_TABLE'),
    patience: get(patience),
    now,
  })

export const intakeQueue = ({ get, setting }: Outside) =>
  queue<IntakeMessage>(get(sqs), setting('INTAKES_QUEUE_URL'))
export const emailQueue = ({ get, setting }: Outside) =>
  queue<EmailNudge>(get(sqs), setting('EMAILS_QUEUE_URL'))

export const mailer = ({ get, setting, now }: Outside) =>
  openMailer(get(ses), {
    sender: setting('SENDER_ADDRESS'),
    configurationSets: { person: setting('CONFIGURATION_SET'), staff: setting('STAFF_CONFIGURATION_SET') },
    now,
  })

export const sendingQuota = ({ get }: Outside) => openSendingQuota(get(ses))

export const commit =
  ({ get }: Outside) =>
  <Refusal extends string>(writes: readonly Write<Refusal>[]) =>
    commitTo(get(dynamodb), get(patience), writes)
