import type { Group } from '../../domain/groups/group.ts'
import { topics } from '../../domain/groups/topic.ts'
import type { FilterPeer } from './peer.ts'
import type { Postgres } from './postgres.ts'

/**
 * How BMLT finds meetings in a radius, by its description: the whole formula of the distance in the WHERE of a scan, and
 * nothing that narrows it before. On PostgreSQL, which is quicker at it than the MySQL it runs on.
 */
export const bmltSql = async (
  { client, copy }: Postgres,
  groups: readonly Group[],
  people: number,
): Promise<FilterPeer> => {
  await client.query(
    'DROP TABLE IF EXISTS meeting; CREATE TABLE meeting (id text, latitude float8, longitude float8, topics int4, weekdays int4)',
  )
  const lines = groups.flatMap(({ status, groupId, venue, topics: of, sessions }) => {
    if (status !== 'active' || venue === null || venue.latitude === null) return []
    const ofTopics = topics.reduce((sum, topic, index) => (of.includes(topic) ? sum | (1 << index) : sum), 0)
    const weekdays = sessions.reduce((sum, { weekday }) => sum | (1 << weekday), 0)
    return [`${groupId}\t${venue.latitude}\t${venue.longitude}\t${ofTopics}\t${weekdays}\n`]
  })
  await copy('meeting', lines)
  await client.query('ANALYZE meeting')
  return {
    name: "BMLT's SQL",
    people,
    answer: async ({ request, home }) => {
      const { rows } = await client.query<{ id: string }>({
        name: 'bmlt',
        text: `SELECT id FROM meeting WHERE topics & $1::int4 <> 0 AND weekdays & $2::int4 <> 0
          AND (2 * 3958.7613 * asin(least(1, sqrt(sin(radians($3::float8 - latitude) / 2) ^ 2
            + cos(radians(latitude)) * cos(radians($3)) * sin(radians($4::float8 - longitude) / 2) ^ 2)))) <= $5::float8`,
        values: [
          topics.reduce(
            (sum, topic, index) => (request.topics.includes(topic) ? sum | (1 << index) : sum),
            0,
          ),
          (request.days.length > 0 ? request.days : [1, 2, 3, 4, 5, 6, 7]).reduce(
            (sum, day) => sum | (1 << day),
            0,
          ),
          home.latitude,
          home.longitude,
          request.travelMiles,
        ],
      })
      return rows.map(({ id }) => id)
    },
    close: () => {},
  }
}
