import { SESClient } from '@aws-sdk/client-ses'
import { SQSClient } from '@aws-sdk/client-sqs'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { Temporal } from 'temporal-polyfill'

import { groupStore } from '../../adapters/group-store.ts'
import { identifiers } from '../../adapters/identifiers.ts'
import { type LinkPurpose, linkSigner } from '../../adapters/link-signer.ts'
import { type World as Outer, openOutside } from '../../adapters/outside.ts'
import type { ParameterStore } from '../../adapters/parameter-store.ts'
import { sealer } from '../../adapters/seals.ts'
import type { Group } from '../../domain/groups/group.ts'
import { othersMayRead } from '../../domain/letters/addressee.ts'
import type { Referral } from '../../domain/way/referral.ts'
import { connectTo } from '../../functions/shared/connection.ts'
import { newFormToken } from '../../functions/shared/staff/form-token.ts'
import { sessionCookie } from '../../functions/shared/staff/session.ts'
import { createTables, localTables } from '../../local/create-tables.ts'
import { localSettings, parameterNames } from '../../local/settings.ts'
import { answeredBy } from './aws/answered-by.ts'
import { troubledCalls } from './aws/calls.ts'
import { dynamodbModel, modelClient } from './aws/dynamodb/model.ts'
import { openLambda } from './aws/lambda.ts'
import { s3Model } from './aws/s3-model.ts'
import { type Letter, sesModel } from './aws/ses-model.ts'
import { sqsModel } from './aws/sqs-model.ts'
import { type Trouble, badDay } from './aws/trouble.ts'
import { seededChance } from './chance.ts'
import { type Written, openHistory } from './history.ts'
import { leaderReads } from './people/leader.ts'
import { readsLetter } from './people/person.ts'
import { tablesSeen } from './tables-seen.ts'
import { openTimeline } from './timeline.ts'

/** Monday, eight in the morning, where the office is. */
const startMs = Date.parse('2026-11-23T16:00:00Z')

const identifierKey = JSON.stringify({ 1: 'a key that only the simulation uses, long enough' })
const linkKeys = JSON.stringify({ 1: 'another key that only the simulation uses, too' })

const urls = {
  intakes: 'https://sqs.example.org/intakes',
  emails: 'https://sqs.example.org/emails',
  'ses-events': 'https://sqs.example.org/ses-events',
} as const

const siteAddress = 'https://circle.example.org'

const parameterValues: Record<string, string> = {
  [parameterNames.IDENTIFIER_KEY_NAME]: identifierKey,
  [parameterNames.LINK_KEYS_NAME]: linkKeys,
  [parameterNames.SITE_ADDRESS_NAME]: siteAddress,
}

/** The lease of an e-mail (domain/letters/email.ts): a report that is written down later may come too late. */
const leaseMs = 15 * 60_000

const isRead = (command: string) => /Get|Query|Scan/.test(command)

interface Transaction {
  ClientRequestToken: string
  TransactItems: Written[]
}

interface Given {
  seed: number
  groups: readonly [Group, ...Group[]]
  trouble?: Trouble
}

/** The whole product, on a model of AWS, with everyone who has to do with it. One seed is one history. */
export const openWorld = async ({ seed, groups, trouble: first = badDay }: Given) => {
  const chance = seededChance(seed)
  const timeline = openTimeline(startMs)
  const { now, pause, begin } = timeline
  const history = openHistory()
  const dynamodb = dynamodbModel({ now })
  const seen = tablesSeen(dynamodb)
  const sqs = sqsModel(now)
  const s3 = s3Model({ now, chance, trouble: () => trouble, groups: seen.groups })
  let trouble = first
  let isOpen = true
  /** When something is due next; not known since something was written. */
  let nextDueMs: number | undefined

  const send = (url: string, body: string) => {
    const isOnlyCopy = body.includes('"kind":"submitted"') || url === urls['ses-events']
    if (!isOnlyCopy && chance.happens(trouble.nudgeLost)) return
    sqs.send(url, body)
    lambda.wake(url)
  }

  const reports = (letter: Letter, messageId: string) => {
    const report = (eventType: string, afterMs: number, more: object = {}) => {
      if (chance.happens(trouble.reportLost)) return
      const lateMs = chance.happens(trouble.reportLate) ? leaseMs + chance.between(0, 600_000) : 0
      const timestamp = new Date(letter.atMs).toISOString()
      const mail = { messageId, timestamp, tags: { emailId: [letter.emailId] } }
      timeline.at(now() + afterMs + lateMs, () =>
        send(urls['ses-events'], JSON.stringify({ eventType, mail, ...more })),
      )
    }
    report('Send', chance.between(200, 3_000))
    if (letter.to.startsWith('returned'))
      return report('Bounce', chance.between(2_000, 60_000), { bounce: { bounceType: 'Permanent' } })
    report('Delivery', chance.between(1_000, 10_000))
    if (chance.happens(0.01)) report('Complaint', chance.between(60_000, 3_600_000))
    if (letter.to.endsWith('@people.example.org')) begin('a person reads', readsLetter(letter, world))
    if (letter.to.endsWith('@groups.example.org')) begin('a leader reads', leaderReads(letter, world))
  }

  const ses = sesModel(now, (letter, messageId) => {
    if (!history.acceptedAtMs.has(letter.emailId)) history.acceptedAtMs.set(letter.emailId, now())
    watchLetter(letter)
    reports(letter, messageId)
  })

  const calls = troubledCalls({
    timeline,
    chance,
    trouble: () => trouble,
    dies: (task) => lambda.dies(task),
  })

  const written = new Set<string>()
  const watch = (items: readonly Written[]) => {
    history.written(items)
    watchPlaces()
    watchChoices(items)
  }

  const performOnTables = (command: string, input: object) => {
    const behindMs = () => (chance.happens(trouble.indexLags) ? chance.between(0, 2_000) : 0)
    const output = dynamodb.perform(command, input, { behindMs })
    if (!isRead(command)) nextDueMs = undefined
    if (command === 'TransactWriteItems') {
      // What a transaction holds is known by its command.
      const { ClientRequestToken, TransactItems } = input as Transaction
      // Asked for twice under one name it is written once.
      if (!written.has(ClientRequestToken)) watch(TransactItems)
      written.add(ClientRequestToken)
    }
    return output
  }

  const performOnQueues = (_: string, input: object) => {
    // Our own queue adapter sends these two and nothing else (adapters/queue.ts).
    const sent = input as { QueueUrl: string; MessageBody?: string; Entries?: { MessageBody: string }[] }
    for (const { MessageBody } of sent.Entries ?? [{ MessageBody: sent.MessageBody ?? '' }])
      send(sent.QueueUrl, MessageBody)
    return { Successful: [], Failed: [] }
  }

  const readParameters = (_: string, input: object) => ({
    // The names are all that this call carries (adapters/parameters.ts).
    Parameters: (input as { Names: string[] }).Names.map((Name) => ({ Name, Value: parameterValues[Name] })),
  })

  const aws: NonNullable<Outer['aws']> = {
    dynamodb: modelClient((command, input) => calls.call('dynamodb', command, input, performOnTables)),
    sqs: answeredBy(new SQSClient({ region: 'us-east-1' }), (command, input) =>
      calls.call('sqs', command, input, performOnQueues),
    ),
    ses: answeredBy(new SESClient({ region: 'us-east-1' }), (command, input) =>
      calls.call('ses', command, input, ses.perform),
    ),
    ssm: {
      // What `readParameters` gives, after whatever happens on the way.
      getParameters: (input) =>
        calls.call('ssm', 'GetParameters', input, readParameters) as ReturnType<
          ParameterStore['getParameters']
        >,
    },
    s3: {
      get: async (at, unless) => {
        const answer = await calls.call('s3', 'GetObject', { at }, () => ({ got: s3.get(unless) }))
        // What the line above put there.
        return (answer as { got: ReturnType<typeof s3.get> }).got
      },
      head: () => Promise.reject(new Error('Nobody packs groups here: the model does.')),
      put: () => Promise.reject(new Error('Nobody packs groups here: the model does.')),
    },
  }
  const settings = localSettings(urls, { FOLLOW_UP_DAYS: '-1,1,2' })
  const newMachine = () => openOutside(settings, { now, pause, randomBytes: chance.bytes, aws })

  const lambda = openLambda({
    timeline,
    chance,
    trouble: () => trouble,
    sqs,
    urls,
    newMachine,
    nextDueMs: () => (nextDueMs ??= Math.min(...seen.lookAts())),
    handled: (queue, body) => {
      if (queue !== 'ses-events') return
      const emailId: string = JSON.parse(body).mail.tags.emailId[0]
      if (now() - (history.acceptedAtMs.get(emailId) ?? 0) < leaseMs) history.heard.add(emailId)
    },
  })
  // Whichever function runs, it finds the machine that it runs on.
  connectTo({
    now,
    pause,
    randomBytes: chance.bytes,
    setting: (name) => lambda.machine().setting(name),
    has: (name) => lambda.machine().has(name),
    get: (part) => lambda.machine().get(part),
  })

  /** What must hold at every moment: nobody sits on a place that is not there. */
  const watchPlaces = () => {
    for (const row of dynamodb.rows(localTables.groups)) {
      const [taken, capacity] = [Number(row['placesTaken']?.N), Number(row['capacity']?.N)]
      if (taken < 0 || taken > capacity) history.broken.push(`${taken} of ${capacity} places are taken.`)
    }
  }

  /** What must hold when a place is taken: the group is the one that was chosen, and open to people. */
  const watchChoices = (items: readonly Written[]) => {
    const proposed = items.flatMap(({ Put }) =>
      Put?.Item['state']?.S === 'proposed' ? [unmarshall(Put.Item)] : [],
    )
    for (const { suggestion, revision } of proposed) {
      if (revision > 0) continue
      const group = seen.groups().find(({ groupId }) => groupId === suggestion.groupId)
      if (group?.version !== suggestion.groupVersion || group?.status !== 'active')
        history.broken.push(`A place in ${suggestion.groupId} was taken as the group no longer is.`)
    }
  }

  /** What must hold for each letter the moment it goes out. */
  const watchLetter = (letter: Letter) => {
    history.letters.push(letter)
    const row = seen.emails().find(({ emailId }) => emailId === letter.emailId)
    if (!row) return void history.broken.push('A letter went out that stands in no row.')
    const referral = seen.referrals().find(({ referralId }) => referralId === row.referralId)
    if (row.to === 'facilitator' && referral?.consent?.share !== true)
      history.broken.push(`A leader was sent ${row.template} without the person's consent.`)
    const refusedAt = row.addressHash && seen.refusesSince(row.addressHash)
    if (refusedAt && now() - Date.parse(refusedAt) > 60_000)
      history.broken.push(`${row.template} went to an address that had refused our mail.`)
    const intake = seen.intakes().find(({ intakeId }) => intakeId === row.subjectId)
    if (row.to === 'person' && !intake?.safeContact.channels.includes('email'))
      history.broken.push(`${row.template} went to someone who did not name e-mail as safe.`)
  }

  /** A client in whose way nothing comes: for those who stand beside the product. */
  const besides = modelClient(async (command, input) => {
    nextDueMs = undefined
    return dynamodb.perform(command, input)
  })

  const ids = identifiers(async () => identifierKey)
  const links = linkSigner(async () => linkKeys, now)
  const staffDesk = {
    clock: {
      now,
      instant: () => Temporal.Instant.fromEpochMilliseconds(now()),
      iso: () => new Date(now()).toISOString(),
    },
    seals: sealer(async () => linkKeys),
  }

  const idIn = async (purpose: LinkPurpose, path: string) => {
    const read = await links.read(purpose, path.split('/').at(-1) ?? '')
    return typeof read === 'string' ? null : read.id
  }
  const referralOf = async (purpose: 'offer' | 'facilitator', path: string): Promise<Referral | null> => {
    const id = await idIn(purpose, path)
    return seen.referrals().find(({ referralId }) => referralId === id) ?? null
  }
  const intakeOf = (intakeId: string | null | undefined) =>
    seen.intakes().find((intake) => intake.intakeId === intakeId) ?? null

  const world = {
    seed,
    chance,
    groups,
    /** In some histories everyone asks in the same minute, in others over a day. */
    asksWithinMs: chance.pick([10_000, 5 * 60_000, 14 * 3_600_000]),
    history,
    seen,
    now,
    pause,
    begin,
    instant: staffDesk.clock.instant,
    ask: lambda.ask,
    isOpen: () => isOpen,
    calls: calls.count,
    troubledCalls: calls.troubled,

    /** Everyone with the place that is held for them. */
    standings: () => {
      const referrals = seen.referrals()
      return seen.intakes().map((intake) => ({
        intake,
        referral: referrals.find(({ referralId }) => referralId === intake.referralId) ?? null,
      }))
    },
    referralOf,
    intakeIdOf: (submissionId: string) => ids.intakeIdOf(submissionId),
    /** The code that was shown with the confirmation, where the link of an offer asks for it; else nothing. */
    codeFor: async (path: string) => {
      const intake = intakeOf((await referralOf('offer', path))?.intakeId)
      return intake && othersMayRead(intake) ? ids.codeOf(intake.intakeId) : null
    },
    newestCodeFor: (address: string) => {
      const letter = history.letters.findLast(({ to, text }) => to === address && /Code: \d{6}/.test(text))
      return /Code: (\d{6})/.exec(letter?.text ?? '')?.[1] ?? ''
    },
    changeGroup: groupStore({ dynamodb: besides, table: localTables.groups }).change,
    askAsStaff: async (staffId: string, path: string, form: URLSearchParams) => {
      form.set('token', await newFormToken(staffId, staffDesk))
      const signedInAt = new Date(now()).toISOString()
      const cookie = (await sessionCookie({ staffId, signedInAt }, staffDesk)).split(';', 1)[0] ?? ''
      const send = (to: string) => lambda.ask('POST', to, form, { cookie, 'sec-fetch-site': 'same-origin' })
      let answer = await send(path)
      // Sent on as it is, from what does to what shows why not; never further than that.
      for (let hops = 0; answer.status === 307; hops += 1) {
        if (hops === 2) throw new Error('A form of staff goes in circles.')
        answer = await send(String(answer.headers['location']))
      }
      return answer
    },

    sent: (submissionId: string) => history.sent.add(submissionId),
    accepted: (submissionId: string, isChanged: boolean) => {
      history.accepted.add(submissionId)
      if (isChanged) history.changed.add(submissionId)
    },
    saidByStaff: (intakeId: string, staffId: string, step: string) =>
      history.said.push({ intakeId, staffId, step }),
    saidOfOffer: async (path: string) => {
      if ((await referralOf('offer', path))?.state === 'offered')
        history.broken.push('Someone who answered an offer is asked still.')
    },
    saidFirstSession: async (path: string) => {
      if ((await referralOf('facilitator', path))?.state === 'accepted')
        history.broken.push('A leader has set a first session that is not there.')
    },
    saidOfCheckIn: async (path: string, given: string) => {
      const { followUp } = intakeOf(await idIn('check-in', path)) ?? {}
      if (!followUp?.answers.some(({ answer }) => answer === given))
        history.broken.push('An answer to a check-in was taken and is not there.')
    },
    saidStop: async (path: string) => {
      const { followUp } = intakeOf(await idIn('stop', path)) ?? {}
      if (followUp && followUp.stopped === null) history.broken.push('Someone who said stop is asked still.')
    },

    closeOffice: () => {
      isOpen = false
    },
    calmDown: (after: Trouble) => {
      trouble = after
    },
    /** Puts back what was set aside; says how much that was. */
    redrive: () =>
      Object.values(urls).reduce((moved, url) => {
        const count = sqs.redrive(url)
        lambda.wake(url)
        return moved + count
      }, 0),
    inQueues: () => Object.values(urls).reduce((sum, url) => sum + sqs.waiting(url), 0),
    setAside: () => Object.values(urls).reduce((sum, url) => sum + sqs.setAside(url), 0),
    runUntil: timeline.runUntil,
    startMs,
  }

  const put = (table: keyof typeof localTables, row: object) =>
    dynamodb.perform('PutItem', {
      TableName: localTables[table],
      Item: marshall(row, { removeUndefinedValues: true }),
    })

  await createTables(besides)
  for (const group of groups) put('groups', group)
  for (const [staffId, name] of [
    ['ada', 'Ada Brook'],
    ['sam', 'Sam Ortiz'],
  ] as const)
    put('staff', {
      schema: 1,
      staffId,
      name,
      role: 'coordinator',
      signedInAt: new Date(startMs).toISOString(),
      sessionsValidFrom: new Date(0).toISOString(),
    })
  lambda.startClock()
  return world
}

export type World = Awaited<ReturnType<typeof openWorld>>
