import { DatabaseSync } from 'node:sqlite'

import type { Group } from '../../domain/groups/group.ts'
import { topics } from '../../domain/groups/topic.ts'
import { usStates } from '../../domain/groups/us-state.ts'
import { rankAll } from './brute-force.ts'
import type { Peer } from './peer.ts'

/** Miles to a degree of latitude, a little less than there are, so that a box is never too small. */
const milesToADegree = 68.9

/** SQLite with an R*Tree and a table of topics: it finds who may be in question, and the rules rank those. */
export const sqlite = (groups: readonly Group[], people: number): Peer => {
  const database = new DatabaseSync(':memory:')
  database.exec(`
    CREATE VIRTUAL TABLE venue USING rtree(id, south, north, west, east);
    CREATE TABLE in_person (topic INTEGER, id INTEGER, PRIMARY KEY (topic, id)) WITHOUT ROWID;
    CREATE TABLE online (topic INTEGER, region INTEGER, id INTEGER, PRIMARY KEY (topic, region, id)) WITHOUT ROWID;
    BEGIN`)
  const venue = database.prepare('INSERT INTO venue VALUES (?, ?, ?, ?, ?)')
  const inPerson = database.prepare('INSERT OR IGNORE INTO in_person VALUES (?, ?)')
  const online = database.prepare('INSERT OR IGNORE INTO online VALUES (?, ?, ?)')
  for (const [id, group] of groups.entries()) {
    if (group.status !== 'active') continue
    const { latitude, longitude } = group.venue ?? { latitude: null, longitude: null }
    if (latitude !== null && longitude !== null) venue.run(id, latitude, latitude, longitude, longitude)
    const regions =
      group.ledBy === 'therapist' && group.licensedStates
        ? group.licensedStates.map((state) => usStates.indexOf(state) + 1)
        : [0]
    for (const topic of group.topics) {
      if (group.formats.includes('in-person')) inPerson.run(topics.indexOf(topic), id)
      if (group.formats.some((format) => format !== 'in-person'))
        for (const region of regions) online.run(topics.indexOf(topic), region, id)
    }
  }
  database.exec('COMMIT')
  const find = database.prepare(`
    SELECT id FROM venue JOIN in_person USING (id)
      WHERE south >= ? AND north <= ? AND west >= ? AND east <= ? AND topic IN (SELECT value FROM json_each(?))
    UNION SELECT id FROM online WHERE topic IN (SELECT value FROM json_each(?)) AND region IN (0, ?)`)
  return {
    name: 'SQLite R*Tree',
    people,
    answer: (asking) => {
      const { request, home } = asking
      const asked = JSON.stringify(request.topics.map((topic) => topics.indexOf(topic)))
      const up = request.travelMiles / milesToADegree
      const latitude = home.latitude ?? 0
      const longitude = home.longitude ?? 0
      const across = up / Math.cos((latitude * Math.PI) / 180) + 0.01
      const state = usStates.findIndex((one) => one === home.usState) + 1
      // An R*Tree keeps 32 bits of a number: a hair is left for that.
      const rows = find.all(
        latitude - up - 0.001,
        latitude + up + 0.001,
        longitude - across - 0.001,
        longitude + across + 0.001,
        asked,
        asked,
        state,
      )
      const candidates = rows.flatMap(({ id }) => groups[Number(id)] ?? [])
      return rankAll(asking, candidates)
    },
    close: () => database.close(),
  }
}
