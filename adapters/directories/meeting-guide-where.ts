import { normalZip } from '../../domain/form/zip-prefix.ts'
import type { Format } from '../../domain/groups/format.ts'
import type { GroupFacts } from '../../domain/groups/group.ts'
import { openUsZips } from '../us-zips.ts'
import { oneLine, paragraphs, webAddress } from './plain-text.ts'

export type Meeting = Record<string, unknown>

const usZips = openUsZips()

const isUnitedStates = (country: string | null) =>
  country === null || /^(u\.?s\.?(a\.?)?|united states.*)$/i.test(country)

/** Spreadsheets drop the zeros that ZIP codes of New England and Puerto Rico begin with. */
const zipOf = (meeting: Meeting, address: string | null) => {
  const code = oneLine(meeting['postal_code']) ?? oneLine(meeting['zip'])
  if (code !== null)
    return isUnitedStates(oneLine(meeting['country']))
      ? normalZip(/^\d{3,4}$/.test(code) ? code.padStart(5, '0') : code)
      : null
  const found = /, ?([A-Z]{2})\.? (\d{5})(?:-\d{4})? ?(?:,([^,]+))?$/.exec(address ?? '')
  return found && isUnitedStates(found[3]?.trim() ?? null) ? (found[2] ?? null) : null
}

const addressOf = (meeting: Meeting) => {
  const whole = oneLine(meeting['formatted_address'])
  if (whole !== null) return whole.replace(/, (USA|US|United States)$/i, '')
  // What follows an @ tells which crossing, or which door.
  const street = oneLine(meeting['address'])?.split('@')[0]?.trim()
  if (!street) return null
  const country = oneLine(meeting['country'])
  const region = [oneLine(meeting['state']), zipOf(meeting, null) ?? oneLine(meeting['postal_code'])]
  return [
    street,
    oneLine(meeting['city']),
    region.filter(Boolean).join(' '),
    isUnitedStates(country) ? null : country,
  ]
    .filter(Boolean)
    .join(', ')
}

const looksLikeAStreet = (address: string) => /^\d\S* \S/.test(address)

/**
 * Whether an address is one to go to, rather than "San Jose, CA". The directory says so; if not, tsml-ui takes an address
 * of four parts for a street's, and we ask for a number in it as well, since quarters of a town have four parts too.
 */
const isSpecific = (meeting: Meeting, address: string) => {
  const approximate = oneLine(meeting['approximate'])?.toLowerCase()
  if (approximate === 'no') return true
  if (approximate === 'yes') return false
  if (looksLikeAStreet(address)) return true
  if (oneLine(meeting['formatted_address']) === null && oneLine(meeting['city']) !== null) return true
  const parts = (oneLine(meeting['formatted_address']) ?? address).split(',').length
  return parts >= 4 && /\d/.test(address)
}

const degrees = (value: unknown, limit: number) => {
  const text = oneLine(value)
  // A table gives minus zero back as zero: the group would change every night.
  const number = text === null ? Number.NaN : Number(text) + 0
  return Math.abs(number) <= limit ? number : null
}

const positionOf = (meeting: Meeting) => {
  // Two numbers are a place; four are the bounds of a region.
  const pair = oneLine(meeting['coordinates'])?.split(',') ?? []
  const latitude = degrees(meeting['latitude'], 90) ?? (pair.length === 2 ? degrees(pair[0], 90) : null)
  const longitude = degrees(meeting['longitude'], 180) ?? (pair.length === 2 ? degrees(pair[1], 180) : null)
  // Nobody meets in the Gulf of Guinea: zero and zero is how software writes "not known".
  if (latitude === null || longitude === null || (latitude === 0 && longitude === 0)) return null
  return { latitude, longitude }
}

const venueOf = (meeting: Meeting, address: string, remark: (sentence: string) => void) => {
  const name = oneLine(meeting['location']) ?? oneLine(meeting['location_name'])
  const venue = { name: name === address ? null : name, address }
  const position = positionOf(meeting)
  if (position) return { ...venue, ...position }
  const zip = zipOf(meeting, oneLine(meeting['formatted_address']) ?? oneLine(meeting['address']))
  const place = zip === null ? null : usZips.find(zip)
  if (place?.latitude != null) remark('put in the middle of their ZIP code, for want of coordinates')
  else remark('without a place on the map: they are not offered for meeting in person')
  return { ...venue, latitude: place?.latitude ?? null, longitude: place?.longitude ?? null }
}

/** The number to dial and the words round it: some feeds write a sentence where the number belongs. */
const phoneOf = (value: unknown): { phone: string | null; words: string | null } => {
  const text = oneLine(value)
  if (text === null) return { phone: null, words: null }
  const found = /[a-z]/i.test(text) ? (/\+?\(?\d[\d\s().-]{8,}\d(?:[,*#\d]*)/.exec(text)?.[0] ?? '') : text
  const phone = found.replace(/[^\d+,*#]/g, '')
  if ((phone.split(',')[0] ?? '').replace(/\D/g, '').length < 7) return { phone: null, words: text }
  return { phone, words: found === text ? null : text }
}

const onlineOf = (meeting: Meeting): GroupFacts['online'] => {
  const url = webAddress(meeting['conference_url'])
  const { phone, words } = phoneOf(meeting['conference_phone'])
  if (url === null && phone === null) return null
  const asWritten = oneLine(meeting['conference_url'])
  const urlWords =
    url !== null && asWritten !== null && asWritten.includes(' ') ? asWritten.replace(url, '').trim() : null
  const notes = paragraphs(
    urlWords,
    meeting['conference_url_notes'],
    words,
    meeting['conference_phone_notes'],
  )
  return { url, phone, notes }
}

/** Where a meeting is held. Online or not is told by the conference fields alone, as both reference readers do. */
export const whereOf = (
  meeting: Meeting,
  isPlaceClosed: boolean,
  remark: (sentence: string) => void,
): Pick<GroupFacts, 'formats' | 'venue' | 'online'> => {
  const online = onlineOf(meeting)
  const address = addressOf(meeting)
  const attendance = oneLine(meeting['attendance_option'])?.toLowerCase().replace(/[\s-]/g, '_')
  const isInPerson =
    !isPlaceClosed && attendance !== 'online' && address !== null && isSpecific(meeting, address)
  const formats: Format[] = [
    ...(online?.url ? (['video'] as const) : []),
    ...(online?.phone ? (['phone'] as const) : []),
    ...(isInPerson ? (['in-person'] as const) : []),
  ]
  if (formats.length === 0)
    remark(
      isPlaceClosed
        ? 'closed for now, with no way to join from home: nobody is sent there'
        : 'with neither an address to go to nor a way to join from home: nobody is sent there',
    )
  return { formats, online, venue: isInPerson ? venueOf(meeting, address, remark) : null }
}

export const notesOf = (meeting: Meeting) =>
  paragraphs(meeting['notes'], meeting['location_notes'], meeting['group_notes'])
