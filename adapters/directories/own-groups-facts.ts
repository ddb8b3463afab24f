import * as z from 'zod/mini'

import { normalZip } from '../../domain/form/zip-prefix.ts'
import { type Format, formats } from '../../domain/groups/format.ts'
import type { GroupFacts } from '../../domain/groups/group.ts'
import { programmeNames } from '../../domain/groups/programme.ts'
import { isTimeZone } from '../../domain/groups/schedule.ts'
import { saysWhat, topics } from '../../domain/groups/topic.ts'
import { usStates } from '../../domain/groups/us-state.ts'
import { accessWishes, keptForWishes, kindWishes } from '../../domain/groups/wish.ts'
import { type ZipPlace, openUsZips } from '../us-zips.ts'
import type { Fields } from './own-groups-fields.ts'
import { webAddress } from './plain-text.ts'

/** Who a group is kept for and what is spoken there have columns of their own. */
const offered = [...kindWishes, ...accessWishes].filter(
  (wish) => ![...keptForWishes, 'spanish', 'other-language'].some((one) => one === wish),
)

const usZips = openUsZips()

export interface Options {
  /** The zone of the groups that name none; null leaves each to its own or its ZIP code's. */
  timeZone: string | null
}

const address = (fields: Fields, column: string) => {
  if (fields.text(column) === null) return null
  return (
    webAddress(fields.text(column)) ??
    fields.wrong(column, 'is no web address; write it whole, with https:// before it.')
  )
}

const placeOf = (fields: Fields): ZipPlace | null => {
  const said = fields.text('zip')
  if (said === null) return null
  // A spreadsheet that takes a ZIP code for a number drops the zeros it begins with.
  const zip = normalZip(/^\d{3,4}$/.test(said) ? said.padStart(5, '0') : said)
  const place = zip === null ? null : usZips.find(zip)
  return place ?? fields.wrong('zip', 'is no US ZIP code; write its five digits, such as 95112.')
}

const venueOf = (fields: Fields, groupFormats: Format[], place: ZipPlace | null): GroupFacts['venue'] => {
  const latitude = fields.number('latitude', -90, 90, false)
  const longitude = fields.number('longitude', -180, 180, false)
  const isPlaced = latitude !== null && longitude !== null
  const venue = {
    name: fields.text('venue name'),
    address: fields.text('address'),
    latitude: isPlaced ? latitude : (place?.latitude ?? null),
    longitude: isPlaced ? longitude : (place?.longitude ?? null),
  }
  if (!groupFormats.includes('in-person')) return venue.name === null && venue.address === null ? null : venue
  if (venue.address === null)
    fields.needed('address', 'a group that meets in person needs the street and the town.')
  if (venue.latitude === null && fields.text('zip') === null)
    fields.needed('zip', 'a group that meets in person needs its ZIP code, or latitude and longitude.')
  return venue
}

const onlineOf = (fields: Fields, groupFormats: Format[], isOpen: boolean): GroupFacts['online'] => {
  const online = {
    url: address(fields, 'online link'),
    phone: fields.text('online phone'),
    notes: fields.paragraphs('online notes'),
  }
  // With places the facilitator sends the way in to those who have one.
  if (isOpen && groupFormats.includes('video') && fields.text('online link') === null)
    fields.needed('online link', 'people join an open group by themselves, so it needs the link.')
  if (isOpen && groupFormats.includes('phone') && online.phone === null)
    fields.needed('online phone', 'people join an open group by themselves, so it needs the number.')
  return online.url === null && online.phone === null && online.notes === null ? null : online
}

const zoneOf = (fields: Fields, place: ZipPlace | null, { timeZone }: Options) => {
  const said = fields.text('time zone')
  if (said === null)
    return timeZone ?? place?.timeZone ?? fields.needed('time zone', 'write it as America/Los_Angeles.')
  return isTimeZone(said) ? said : fields.wrong('time zone', 'is not known; write it as America/Los_Angeles.')
}

const facilitatorOf = (fields: Fields): GroupFacts['facilitator'] => {
  const name = fields.text('facilitator name')
  const email = fields.text('facilitator email')
  if (email !== null && !z.email().safeParse(email).success)
    fields.wrong('facilitator email', 'is no e-mail address; write one, or nothing.')
  if (name === null)
    return email === null
      ? null
      : fields.needed('facilitator name', 'the e-mail address needs the name of the person.')
  return { name, email }
}

/** The facts of one row, of the shape of a group but yet to be checked as one; what is wrong is told to `fields`. */
export const factsOf = (fields: Fields, options: Options): unknown => {
  const ledBy = fields.oneOf('led by', ['therapist', 'peer'])
  const enrolment = fields.oneOf('enrolment', ['open', 'places'])
  const groupTopics = fields.someOf('topics', topics.filter(saysWhat))
  const groupFormats = fields.someOf('formats', formats)
  const capacity = fields.number('places', 1, 10_000)
  const minimumAge = fields.number('minimum age', 0, 120)
  const maximumAge = fields.number('maximum age', 0, 120)
  const licensedStates = fields.someOf('licensed states', usStates, 'states by their two letters, such as CA')
  const place = placeOf(fields)

  if (fields.text('name') === null) fields.needed('name', 'write what the group is called.')
  if (fields.text('topics') === null)
    fields.needed('topics', `write any of ${topics.filter(saysWhat).join(', ')}.`)
  if (fields.text('led by') === null) fields.needed('led by', 'write therapist or peer.')
  if (fields.text('formats') === null) fields.needed('formats', `write any of ${formats.join(', ')}.`)
  if (fields.text('enrolment') === null)
    fields.needed('enrolment', 'write open if anyone walks in, or places if a place is held for a person.')
  if (enrolment === 'places' && fields.text('places') === null)
    fields.needed('places', 'write how many people the group takes.')
  if (minimumAge !== null && maximumAge !== null && minimumAge > maximumAge)
    fields.wrong('minimum age', `is more than the maximum age, ${maximumAge}; exchange them.`)

  const languages = fields.languages('languages')
  return {
    name: fields.text('name'),
    programme: fields.oneOf('programme', programmeNames),
    topics: groupTopics,
    ledBy,
    keptFor: fields.someOf('kept for', keptForWishes),
    offers: fields.someOf('offers', offered),
    languages: languages.length > 0 ? [...new Set(languages)] : ['en'],
    minimumAge,
    maximumAge,
    formats: groupFormats,
    timeZone: zoneOf(fields, place, options),
    sessions: fields.sessions('sessions'),
    startsOn: fields.date('starts on'),
    venue: venueOf(fields, groupFormats, place),
    online: onlineOf(fields, groupFormats, enrolment === 'open'),
    enrolment,
    capacity: enrolment === 'places' ? capacity : 0,
    costCents: fields.dollars('cost USD'),
    licensedStates: licensedStates.length > 0 ? licensedStates : null,
    notes: fields.paragraphs('notes'),
    url: address(fields, 'link'),
    facilitator: facilitatorOf(fields),
  }
}
