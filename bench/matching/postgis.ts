import type { Temporal } from 'temporal-polyfill'

import type { Group } from '../../domain/groups/group.ts'
import { saysWhat, topics } from '../../domain/groups/topic.ts'
import { usStates } from '../../domain/groups/us-state.ts'
import { type Wish, wishes } from '../../domain/groups/wish.ts'
import { type Asking, bands, fitsTimes, followed } from '../../domain/matching/eligibility.ts'
import { points } from '../../domain/matching/preferences.ts'
import { type Peer, limit, told } from './peer.ts'
import { bitString, bits, formatBits, hoursAWeek, linesOf, minuteMs } from './postgis-rows.ts'
import type { Postgres } from './postgres.ts'

/*
 * PostGIS as one would tune it for this: no joins, a row for each topic and session of a group with all that is asked of
 * it, one table for the room (GiST over topic, kind and place) and one for home (a B-tree over topic, kind and the state a
 * licence holds in), each written in the order of its index; all points in SQL, prepared once. It is even spared the
 * calendar: when each session next begins was worked out beforehand, for the one moment at which everyone asks.
 */

/** Sessions of one group that may stand before the tenth of another. */
const mostSessions = 7

const columns = `topic int2, kind int2, region int2, id text COLLATE "C", start int8, hour int2, home_hours bit(168),
  room_hours bit(168), latitude float8, longitude float8, topics int4, kept int4, wishes int4, languages int4,
  youngest int2, oldest int2, formats int2`

/** `$1` … are those of `valuesOf`. */
const miles = `(2 * 3958.7613 * asin(least(1, sqrt(
  sin(radians($3 - latitude) / 2) ^ 2 + cos(radians(latitude)) * cos(radians($3)) * sin(radians($4 - longitude) / 2) ^ 2))))`

const isFor = `topic = ANY($1) AND (topics & $2) & -(topics & $2) = 1 << topic AND kept & ~$6 = 0
  AND languages & $8 <> 0 AND youngest <= $10 AND oldest >= $9
  AND $7 & ~(wishes | kept) = 0 AND (NOT $11 OR languages & $12 <> 0)`

const basePoints = `${points.topic} + ${points.moreTopics} * (bit_count((topics & $2)::bit(32)) - 1) + ${points.wish} * bit_count(((wishes | kept) & $6)::bit(32))
  + CASE WHEN $13 AND languages & $12 <> 0 THEN ${points.wish} ELSE 0 END`

const soon = `CASE WHEN start - $14 < 3 * 1440 THEN ${points.soonest} WHEN start - $14 < 7 * 1440 THEN ${points.thisWeek} ELSE 0 END`

/** Sessions at a time that suits; any, of a group that has none of those, for someone who is flexible. */
const mayCome = (hours: string, times: string) =>
  `(get_bit(${times}, hour) = 1 OR (NOT $15 AND (${hours} & ${times}) = repeat('0', 168)::bit(168)))`
const timePoints = (times: string) => `CASE WHEN get_bit(${times}, hour) = 1 THEN $16 ELSE 0 END`

const ofKind = (kind: number) => `(SELECT ${kind} AS kind, id, score, start, near FROM (
  SELECT id, (${basePoints} + ${soon} + ${timePoints('$17')}
      + greatest(0, floor(${points.nearest} * (1 - miles / ($5 + 1)) + 0.5)))::int4 AS score, start,
    CASE WHEN floor(${points.nearest} * (1 - miles / ($5 + 1)) + 0.5) > 0 THEN ceil(miles) ELSE 'Infinity' END AS near
  FROM (SELECT *, ${miles} AS miles FROM room
    WHERE ($19 & 1) = 1 AND kind = ${kind}::int2 AND ${isFor}
      AND place && ST_MakeEnvelope($20, $21, $22, $23, 4326)
      AND ${mayCome('room_hours', '$17')}) AS nearby
  WHERE miles <= $5
  UNION ALL
  SELECT id, (${basePoints} + ${soon} + ${timePoints('$18')})::int4, start, 'Infinity'
  FROM home
  WHERE ($19 & 6) <> 0 AND kind = ${kind}::int2 AND region = ANY(ARRAY[0, $24]::int2[]) AND ${isFor} AND formats & $19 & 6 <> 0
    AND ${mayCome('home_hours', '$18')}
    AND NOT (($19 & 1) = 1 AND latitude IS NOT NULL AND ${miles} <= $5
      AND (NOT $15 OR (room_hours & $17) <> repeat('0', 168)::bit(168)))
  ) AS found ORDER BY score DESC, start, near, id LIMIT ${limit * mostSessions})`

const types: Record<number, string> = {
  1: 'int2[]',
  3: 'float8',
  4: 'float8',
  11: 'bool',
  13: 'bool',
  14: 'int8',
  15: 'bool',
  17: 'bit(168)',
  18: 'bit(168)',
  20: 'float8',
  21: 'float8',
  22: 'float8',
  23: 'float8',
}

const statement = `${ofKind(0)} UNION ALL ${ofKind(1)}`.replaceAll(
  /\$(\d+)/g,
  (given, number) => `${given}::${types[Number(number)] ?? 'int4'}`,
)

const valuesOf = ({ request, language, home, now }: Asking, languages: readonly string[]) => {
  const asked = topics.filter((topic) => saysWhat(topic) && request.topics.includes(topic))
  const fits = (hour: number) => fitsTimes({ dayOfWeek: Math.floor(hour / 24) + 1, hour: hour % 24 }, request)
  const homeHours = now.toZonedDateTimeISO(home.timeZone).offsetNanoseconds / 3.6e12
  const [youngest, oldest] = bands[request.age]
  const known = new Set(followed({ request, language }))
  const latitude = home.latitude ?? 0
  const longitude = home.longitude ?? 0
  const up = request.travelMiles / 68.9
  const across = up / Math.cos((latitude * Math.PI) / 180) + 0.001
  const asksOther = request.wishes['other-language']
  const has = (wish: Wish) => wish !== 'other-language' && request.wishes[wish] !== undefined
  return [
    asked.map((topic) => topics.indexOf(topic)),
    bits(topics, (topic) => asked.includes(topic)),
    latitude,
    longitude,
    request.travelMiles,
    bits(wishes, has),
    bits(wishes, (wish) => has(wish) && request.wishes[wish] === 'must'),
    bits(languages, (code) => known.has(code)),
    youngest,
    oldest,
    asksOther === 'must',
    bits(languages, (code) => code === request.otherLanguage),
    asksOther !== undefined,
    now.epochMilliseconds / minuteMs,
    request.timesStrength === 'must',
    request.times.includes('not-sure') ? 0 : points.time,
    bitString(fits),
    bitString((hour) => fits((hour + homeHours + hoursAWeek) % hoursAWeek)),
    request.meet.reduce((sum, format) => sum | formatBits[format], 0),
    longitude - across,
    latitude - up,
    longitude + across,
    latitude + up,
    1 + usStates.findIndex((state) => state === home.usState),
  ]
}

export const postgis = async (
  { client, copy }: Postgres,
  groups: readonly Group[],
  now: Temporal.Instant,
  people: number,
): Promise<Peer> => {
  const languages = [...new Set(groups.flatMap((group) => group.languages))]
  if (languages.length > 31) throw new Error('This peer tells 31 languages apart.')
  await client.query('CREATE EXTENSION IF NOT EXISTS postgis; CREATE EXTENSION IF NOT EXISTS btree_gist')
  await client.query(
    `DROP TABLE IF EXISTS room, home; CREATE TABLE room (${columns}); CREATE TABLE home (${columns})`,
  )
  const lines = linesOf(groups, now, languages)
  await copy('room', lines.room)
  await copy('home', lines.home)
  await client.query(`ALTER TABLE room ADD place geometry(Point, 4326);
    UPDATE room SET place = ST_SetSRID(ST_MakePoint(longitude, latitude), 4326);
    CREATE INDEX ON room USING gist (topic, kind, place);
    CREATE INDEX ON home (topic, kind, region)`)
  await client.query('VACUUM FULL room')
  await client.query('VACUUM ANALYZE')
  return {
    name: 'PostGIS, tuned',
    people,
    answer: async (asking) => {
      const { rows } = await client.query<{ kind: number; id: string; score: number }>({
        name: 'match',
        text: statement,
        values: valuesOf(asking, languages),
      })
      const best = (kind: number) => {
        const firsts = new Map<string, number>()
        for (const row of rows) if (row.kind === kind && !firsts.has(row.id)) firsts.set(row.id, row.score)
        return [...firsts].slice(0, limit).map(([id, score]) => told(id, score))
      }
      return { places: best(0), open: best(1) }
    },
    close: () => {},
  }
}
