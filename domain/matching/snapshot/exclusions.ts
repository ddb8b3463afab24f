import { couldGive } from '../choose-group.ts'
import type { Rule } from '../decision.ts'
import type { Asking } from '../eligibility.ts'
import { countBits, metBy } from './asked.ts'
import { keep, noneYet } from './best.ts'
import { roomBar, timeBars } from './meeting-bars.ts'
import type { Query } from './query.ts'
import { beyondThought, codeOf, none, rules } from './rule-codes.ts'
import {
  basicsOf,
  formatBits,
  formatsIn,
  holdsState,
  keptForIn,
  kindIn,
  languagesIn,
  licencesIn,
  needsLicence,
  needsOf,
  oldestIn,
  setsOf,
  topicsIn,
  wordsOfSignature,
  youngestIn,
} from './signature.ts'
import { beginsTooLate } from './weeks.ts'

/** What bars how many groups, as `sortGroups` counts it, and the groups that come closest. */
export interface Exclusions {
  excluded: Partial<Record<Rule, number>>
  /** Ranks of near misses: the fewest exclusions first, then the id, one of each name. */
  near: number[]
}

const tooFar = codeOf('too-far')
const notLicensed = codeOf('not-licensed-there')
const otherFormat = codeOf('other-format')
const alreadyTried = codeOf('already-tried')
const startsLater = codeOf('starts-later')
const noPlace = codeOf('full')
/** The last is `beyondThought`. */
const isGivable = [...rules.map((rule) => couldGive.has(rule)), false]

/** What bars everyone of one signature alike, wherever and whenever its groups meet. */
interface Barred {
  kind: ReturnType<typeof kindIn>
  rules: Rule[]
  isGivable: boolean
  /** The ways of meeting that its groups and this person share. */
  formats: number
  isNotLicensed: boolean
  /** Groups of this signature that run. */
  count: number
}

/** `barsGroup`, less what differs between groups of one signature; and the licence, which does not. */
const barredBy = ({ snapshot, asked }: Query, signature: number): Barred => {
  const { signatures, licences } = snapshot
  const basics = basicsOf(signatures, signature)
  const needs = needsOf(signatures, signature)
  const sets = setsOf(signatures, signature)
  const languages = languagesIn(sets)
  const barred: Rule[] = []
  if ((topicsIn(basics) & asked.topics) === 0) barred.push('other-topic')
  if ((keptForIn(needs) & ~asked.wishes) !== 0) barred.push('kept-for-others')
  if (asked.follows[languages] !== true) barred.push('other-language')
  if (youngestIn(basics) > asked.oldest || oldestIn(basics) < asked.youngest) barred.push('other-age')
  const unmet = countBits(asked.musts & ~metBy(needs, languages, asked))
  for (let wish = 0; wish < unmet; wish += 1) barred.push('wish-not-met')
  return {
    kind: kindIn(basics),
    rules: barred,
    isGivable: barred.every((rule) => couldGive.has(rule)),
    formats: formatsIn(basics) & asked.formats,
    isNotLicensed: needsLicence(basics) && !holdsState(licences, licencesIn(sets), asked.usState),
    count: 0,
  }
}

const inTheRoom = formatBits['in-person']
const fromHome = formatBits.video | formatBits.phone

/**
 * Holds a person against every group that runs: every rule that each fails, never only the first, as `eligibilityOf` does
 * over objects. `most` is how many near misses are looked for.
 */
export const exclusionsOf = (query: Query, asking: Asking, most: number): Exclusions => {
  const { snapshot, asked, taken } = query
  const counts = new Uint32Array(rules.length + 1)
  const barred = Array.from({ length: snapshot.signatures.length / wordsOfSignature }, (_, signature) =>
    barredBy(query, signature),
  )
  const roomTime = timeBars(query, asking, true)
  const homeTime = timeBars(query, asking, false)
  const near = noneYet(most, { nameOf: (row) => snapshot.name[row] ?? 0 })
  /** Of the group that is looked at. */
  let bars = 0
  let canBeNear = true
  const bar = (code: number) => {
    if (code === none) return
    counts[code] = (counts[code] ?? 0) + 1
    bars += 1
    canBeNear &&= isGivable[code] === true
  }

  for (let row = 0; row < snapshot.about.groups; row += 1) {
    const alike = barred[snapshot.signature[row] ?? 0]
    if (!alike || alike.kind === 'not-running') continue
    const { formats, isNotLicensed } = alike
    const rank = snapshot.rank[row] ?? 0
    const schedule = snapshot.schedule[row] ?? 0
    alike.count += 1
    bars = alike.rules.length
    canBeNear = alike.isGivable
    if (asked.excluded.size > 0 && asked.excluded.has(rank)) bar(alreadyTried)
    if (beginsTooLate(snapshot, schedule, asked.now)) bar(startsLater)

    if (formats === 0) bar(otherFormat)
    else {
      // The way of meeting with the fewest bars counts, and the room before home.
      const where = (formats & inTheRoom) === 0 ? none : roomBar(query, row)
      const when = (formats & inTheRoom) === 0 ? none : roomTime(schedule)
      const whenAtHome = (formats & fromHome) === 0 ? none : homeTime(schedule)
      const atHome = Number(isNotLicensed) + Number(whenAtHome !== none)
      const isFromHome =
        (formats & inTheRoom) === 0 ||
        ((formats & fromHome) !== 0 && atHome < Number(where !== none) + Number(when !== none))
      if (isFromHome) {
        if (isNotLicensed) bar(notLicensed)
        bar(whenAtHome)
      } else {
        bar(where)
        bar(when)
      }
    }

    if (bars === 0) {
      if (alike.kind === 'full' || (alike.kind === 'places' && taken.has(rank))) bar(noPlace)
    } else if (canBeNear && !taken.has(rank))
      keep(near, { row, rank, isInPerson: false, score: -bars, start: 0, miles: 0 })
  }

  counts[tooFar] = (counts[tooFar] ?? 0) + (counts[beyondThought] ?? 0)
  for (const { rules: failed, count } of barred)
    for (const rule of failed) counts[codeOf(rule)] = (counts[codeOf(rule)] ?? 0) + count
  const excluded: Exclusions['excluded'] = {}
  for (const [code, rule] of rules.entries()) if (counts[code]) excluded[rule] = counts[code]
  return { excluded, near: near.found.map(({ rank }) => rank) }
}
