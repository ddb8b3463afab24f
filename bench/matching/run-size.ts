/**
 * One size of directory, in a process of its own: `node bench/matching/run-size.ts 100000`. Prints what it measured as one
 * line of JSON.
 */
import { Temporal } from 'temporal-polyfill'

import { type Asking, milesTo } from '../../domain/matching/eligibility.ts'
import { type Snapshot, openSnapshot } from '../../domain/matching/snapshot/open.ts'
import { pack } from '../../domain/matching/snapshot/pack.ts'
import { searchSnapshot } from '../../domain/matching/snapshot/search.ts'
import { bmltSql } from './bmlt-sql.ts'
import { bruteForce } from './brute-force.ts'
import { openHomes } from './homes.ts'
import { type Answer, type FilterPeer, type Peer, limit, plainFilter, told } from './peer.ts'
import { postgis } from './postgis.ts'
import { startPostgres } from './postgres.ts'
import { sqlite } from './sqlite.ts'
import { syntheticGroups } from './synthetic-groups.ts'
import { syntheticPeople } from './synthetic-people.ts'
import { beside, manyTimes, roundByRound, share } from './timing.ts'
import { tsmlFilter } from './tsml-filter.ts'

interface Timed {
  name: string
  people: number
  p50Ms: number
  p99Ms: number
  /** What we took for the same people, in turn with it. */
  us: { p50Ms: number; p99Ms: number }
  /** What it took when nobody else was asked in between, and what we took then; null where that was not tried. */
  alone: Awaited<ReturnType<typeof roundByRound>> | null
  /** Answers that were not ours, or not what a filter should have let through. */
  disagreements: number
}

export interface SizeResult {
  groups: number
  engines: Timed[]
  rowsTouchedP50: number
  rowsTouchedP99: number
  noMatchPercent: number
  bytesPerGroup: number
  packSeconds: number
  loadMs: number
  jsonMs: number
}

/** A Monday morning in a week without a change of the clocks. */
const now = Temporal.Instant.from('2026-11-23T17:00:00Z')
const everyone = 1_000

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

const ours =
  (snapshot: Snapshot) =>
  (asking: Asking): Answer => {
    const { places, open } = searchSnapshot(snapshot, asking, { limits: { places: limit, open: limit } })
    return {
      places: places.map(({ groupId, score }) => told(groupId, score)),
      open: open.map(({ groupId, score }) => told(groupId, score)),
    }
  }

/** What a search reads of a group. */
const searched = [
  'groupId',
  'status',
  'placesTaken',
  'name',
  'topics',
  'ledBy',
  'keptFor',
  'offers',
  'languages',
  'minimumAge',
  'maximumAge',
  'formats',
  'timeZone',
  'sessions',
  'weekday',
  'startsAt',
  'startsOn',
  'venue',
  'latitude',
  'longitude',
  'enrolment',
  'capacity',
  'costCents',
  'licensedStates',
]

const run = async (size: number): Promise<SizeResult> => {
  const homeOf = openHomes()
  const at = now.epochMilliseconds
  const groups = syntheticGroups(size, { homeOf, now: at })
  const people = syntheticPeople(everyone, { homeOf, now: at })
  const packBegun = performance.now()
  const bytes = pack(groups, now.toString())
  const packSeconds = (performance.now() - packBegun) / 1000
  const snapshot = openSnapshot(bytes)
  if ('unreadable' in snapshot) throw new Error(snapshot.unreadable)

  // Warm, as a function that has run for a while is.
  for (let round = 0; round < 4; round += 1) for (const asking of people) ours(snapshot)(asking)
  const answers = people.map(ours(snapshot))
  const { figures: own } = await beside(people, 8, ours(snapshot), () => null)
  const engines: Timed[] = [{ ...own, ...own.us, alone: null, name: 'snapshot', disagreements: 0 }]
  const touched = people
    .map((asking) => searchSnapshot(snapshot, asking, { limits: { places: limit, open: limit } }).rowsTouched)
    .toSorted((one, other) => one - other)

  // A round of a million takes PostGIS minutes, and there it is the answers that count.
  const [often, turns] = size > 100_000 ? [1, 1] : [3, 7]
  const hold = async (peer: Peer) => {
    const rounds = peer.name === 'PostGIS, tuned' ? often : 0
    const { answers: given, figures } = await beside(
      people.slice(0, peer.people),
      rounds,
      ours(snapshot),
      peer.answer,
    )
    const disagreements = given.filter((answer, index) => !isSame(answer, answers[index])).length
    const alone = rounds > 0 ? await roundByRound(people, turns, ours(snapshot), peer.answer) : null
    engines.push({ name: peer.name, ...figures, alone, disagreements })
    await peer.close()
  }
  const holdFilter = async (peer: FilterPeer) => {
    const some = people.slice(0, peer.people)
    const { answers: given, figures } = await beside(some, 0, ours(snapshot), peer.answer)
    const expected = plainFilter(groups, (group, { home, request }) => {
      const miles = group.formats.includes('in-person') ? milesTo(group, home) : null
      return miles !== null && miles <= request.travelMiles
    })
    const disagreements = given.filter((answer, index) => {
      const asking = some[index]
      return asking !== undefined && !isSame(answer.toSorted(), expected(asking))
    }).length
    engines.push({ name: peer.name, ...figures, alone: null, disagreements })
    await peer.close()
  }

  // The fewer the larger: each takes its time, and they are here to be agreed with.
  const few = Math.max(10, Math.min(everyone, Math.round(2_000_000 / size)))
  // First of all, while we are as we run by ourselves: the others follow our rules with our own code, and leave it other than it was.
  const server = await startPostgres()
  if (server !== null)
    try {
      const peer = await postgis(server, groups, now, everyone)
      // Whichever way of planning is the quicker for it.
      const probe = async (mode: string) => {
        await server.client.query(`SET plan_cache_mode = ${mode}`)
        const { figures } = await beside(people.slice(0, 100), 1, () => null, peer.answer)
        return figures.p50Ms + figures.p99Ms
      }
      const custom = await probe('force_custom_plan')
      const generic = await probe('force_generic_plan')
      await server.client.query(
        `SET plan_cache_mode = ${custom < generic ? 'force_custom_plan' : 'force_generic_plan'}`,
      )
      await hold(peer)
      await holdFilter(await bmltSql(server, groups, Math.min(few, 100)))
    } finally {
      await server.stop()
    }

  await hold(bruteForce(groups, few))
  await hold(sqlite(groups, few))
  if (size <= 10_000) await holdFilter(tsmlFilter(groups, Math.min(few, 50)))

  // The same facts, as the text that would be parsed in place of a snapshot.
  const json = JSON.stringify(groups, searched)
  return {
    groups: size,
    engines,
    rowsTouchedP50: share(touched, 0.5),
    rowsTouchedP99: share(touched, 0.99),
    noMatchPercent:
      (100 * answers.filter(({ places, open }) => places.length + open.length === 0).length) / everyone,
    bytesPerGroup: snapshot.bytes / size,
    packSeconds,
    loadMs: manyTimes(() => openSnapshot(bytes)),
    jsonMs: manyTimes(() => JSON.parse(json)),
  }
}

process.stdout.write(`${JSON.stringify(await run(Number(process.argv[2])))}\n`)
