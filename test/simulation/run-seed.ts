import { createHash } from 'node:crypto'

import { aGroup, anOpenMeeting } from '../support/builders.ts'
import { calm } from './aws/trouble.ts'
import { directoryOffice, everyGroupMeets } from './people/directory-office.ts'
import { person } from './people/person.ts'
import { office } from './people/staff.ts'
import { promises } from './promises.ts'
import { type World, openWorld } from './world.ts'

const hour = 3_600_000
/** Longer than the machine waits before it looks again. */
const restMs = 1.5 * hour
const mostRests = 40
/** Two ask for the same place in most histories, three in some. */
const people = [2, 2, 3] as const

const on = (weekdays: readonly (2 | 3 | 4)[]) =>
  weekdays.map((weekday) => ({ weekday, startsAt: '19:00', durationMinutes: 60 }))

/** A leader who is told, and one who is not; in every third history more people than places. */
const groupsOf = (seed: number) =>
  [
    aGroup({
      capacity: 1,
      sessions: on([2, 4]),
      facilitator: { name: 'Dana Reed', email: 'dana@groups.example.org' },
    }),
    aGroup({
      groupId: 'riverside/evenings',
      externalId: 'evenings',
      name: 'Evenings',
      topics: ['trauma', 'grief'],
      capacity: seed % 3 === 0 ? 0 : 1,
      sessions: on([3]),
      facilitator: null,
    }),
    anOpenMeeting(),
  ] as const

export interface SeedResult {
  seed: number
  violations: { promise: string; how: string }[]
  calls: number
  /** Calls that were refused, lost, asked twice, or in which the machine died. */
  troubledCalls: number
  letters: number
  /** Letters beyond the first of one e-mail. */
  doubled: number
  redriven: number
  /** The same for the same seed, whatever machine it runs on. */
  fingerprint: string
}

/** Takes our log lines for itself while something runs. */
const withLogs = async <T>(lines: string[], run: () => Promise<T>): Promise<T> => {
  const write = process.stdout.write.bind(process.stdout)
  process.stdout.write = (chunk: string | Uint8Array) => lines.push(String(chunk)) > 0
  try {
    return await run()
  } finally {
    process.stdout.write = write
  }
}

const lastHappenedMs = ({ seen }: World) => Math.max(...seen.trail().map(({ at }) => Date.parse(at)))

/**
 * One history: three bad days at AWS, then a calm one in which the office goes on working, then hours in
 * which nobody does anything any more but the machine, until nothing happens. What was set aside is put back as soon as it is calm.
 */
export const runSeed = async (seed: number): Promise<SeedResult> => {
  const world = await openWorld({ seed, groups: groupsOf(seed) })
  const { history, begin, runUntil, startMs } = world
  let redriven = 0
  await withLogs(history.logLines, async () => {
    begin('the office', office(world))
    begin('the directory', directoryOffice(world))
    const many = world.chance.pick(people)
    for (let number = 1; number <= many; number += 1) begin(`Robin ${number}`, person(number, world))
    await runUntil(startMs + 78 * hour)
    world.calmDown(calm)
    redriven = world.redrive()
    await runUntil(startMs + 98 * hour)
    world.closeOffice()
    begin('the directory, for the last time', everyGroupMeets(world))
    let untilMs = startMs + 102 * hour
    await runUntil(untilMs)
    // An offer that ends in the last minute brings more about: it is over when nothing has happened for a while.
    for (let rests = 0; lastHappenedMs(world) > untilMs - restMs && rests < mostRests; rests += 1)
      await runUntil((untilMs += restMs))
  })
  const violations: SeedResult['violations'] = []
  for (const [promise, broken] of Object.entries(promises))
    violations.push(...(await broken(world)).map((how) => ({ promise, how })))

  const ids = history.letters.map(({ emailId }) => emailId)
  const story = [
    ...history.letters.map(({ to, subject, atMs }) => `${atMs} ${to} ${subject}`),
    ...world.seen.trail().map(({ at, by, event, subjectId }) => `${at} ${by} ${event} ${subjectId}`),
  ]
  return {
    seed,
    violations,
    calls: world.calls(),
    troubledCalls: world.troubledCalls(),
    letters: ids.length,
    doubled: ids.length - new Set(ids).size,
    redriven,
    fingerprint: createHash('sha256').update(story.join('\n')).digest('hex').slice(0, 16),
  }
}
