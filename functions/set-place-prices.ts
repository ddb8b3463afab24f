import middy from '@middy/core'

import type { Made } from '../adapters/outside.ts'
import { chance, clock, groups, intakes, prices, referrals, zips } from '../adapters/parts.ts'
import { type Group, freePlaces } from '../domain/groups/group.ts'
import { forecast, pricePlaces, timeUntil, weeksSeen } from '../domain/placing/price-places.ts'
import { type Worth, whatSuits } from '../domain/placing/what-suits.ts'
import { isoOf } from '../domain/time/moment.ts'
import { hasLeft } from '../domain/way/intake.ts'
import { connection } from './shared/connection.ts'
import { homeOf } from './shared/home-of.ts'
import { log } from './shared/log.ts'

const needs = { chance, clock, groups, intakes, prices, referrals, zips }
type Needs = Made<typeof needs>

/**
 * What suits each of those who asked in the weeks seen, whoever placed them, and how many of them asked in the later half; and
 * what suits those who wait now.
 */
const readAsked = async (directory: readonly Group[], { intakes, clock, zips }: Needs) => {
  const now = clock.instant()
  const since = isoOf(now.subtract({ hours: 24 * 7 * weeksSeen }))
  const laterSince = isoOf(now.subtract({ hours: 24 * 7 * (weeksSeen / 2) }))
  const asked: Worth[][] = []
  const waiting: Worth[][] = []
  let later = 0
  let unread = 0
  for await (const page of intakes.every()) {
    unread += page.unread.length
    for (const intake of page.rows) {
      const home = homeOf(intake, { zips })
      if (hasLeft(intake) || home === null) continue
      const { request, language, receivedAt, state, tried } = intake
      if (state === 'waiting')
        waiting.push(whatSuits({ request, language, home, now, excluding: tried }, directory))
      if (receivedAt < since) continue
      asked.push(whatSuits({ request, language, home, now, excluding: [] }, directory))
      if (receivedAt >= laterSince) later += 1
    }
  }
  return { asked, waiting, later, since, unread }
}

/** How many places of each group were given up since then. */
const readGivenUp = async (since: string, { referrals }: Needs) => {
  const givenUp = new Map<string, number>()
  for await (const { rows } of referrals.every())
    for (const { groupId, ended } of rows)
      if (ended && ended.at >= since) givenUp.set(groupId, (givenUp.get(groupId) ?? 0) + 1)
  return givenUp
}

/**
 * By then a night has played its last sample. Two thirds of what Lambda gives it: a sample that takes longer than those before
 * still ends, and so does the one that is played when reading has taken all of this.
 */
export const mostSeconds = 600

/**
 * What the places of each group cost from now on, from those who asked in the last eight weeks and the places that there
 * will be. Two runs at once are harmless: each counts from the same eight weeks, and the first to write is kept.
 */
export const setPlacePrices = async (adapters: Needs) => {
  const { chance, clock, groups, prices } = adapters
  const end = clock.now() + 1000 * mostSeconds
  const before = await prices.find()
  const { rows } = await groups.everyActive()
  const directory = rows.filter(({ enrolment }) => enrolment === 'places')
  const { asked, waiting, later, since, unread } = await readAsked(directory, adapters)
  const givenUp = await readGivenUp(since, adapters)
  const known = directory.map((group) => ({
    groupId: group.groupId,
    capacity: group.capacity,
    free: freePlaces(group),
    givenUp: givenUp.get(group.groupId) ?? 0,
  }))
  const people = forecast(asked.length, later)
  const { byGroup, samples } = pricePlaces({ asked, people, waiting }, known, {
    random: chance.random,
    isTimeForMore: timeUntil(end, clock.now),
  })
  const after = { version: (before?.version ?? 0) + 1, setAt: clock.iso(), byGroup }
  const isSet = await prices.replace(before, after)
  const priced = Object.keys(byGroup).length
  return { isSet, asked: asked.length, waiting: waiting.length, priced, samples, unread }
}

export const handler = middy<unknown, void>().handler(async () => {
  const { isSet, ...counts } = await setPlacePrices(connection(needs))
  log('place-prices-set', { code: isSet ? 'set' : 'set-by-another-run', counts })
})
