import { withoutOurScript } from './page-parts.ts'

/**
 * What people, leaders and staff of the tests are called, reached by and have written. Whatever the product logs, links
 * to or writes over a letter is searched for all of it: in every test that opens the product, without being asked.
 */
const planted = new Set<string>()
let looking: RegExp | null = null
const found: string[] = []

/** Who is in the builders and forms of most tests. */
const always = ['Robin', 'Vale', 'robin.vale@example.org', '95112', 'San Jose, CA']

/** A phone number is itself however it is written, with its country or without. */
const asPattern = (text: string) => {
  const digits = text.replaceAll(/\D/g, '').replace(/^1(?=\d{10}$)/, '')
  return /^\+?[\d\s().-]{9,}$/.test(text) && digits.length >= 7
    ? digits.split('').join(String.raw`[\s().+-]*`)
    : text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}

/** Found as a whole only: five digits of a ZIP code may well stand inside an id. */
const pattern = () =>
  (looking ??= new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${[...planted].map(asPattern).join('|')})(?![\\p{L}\\p{N}])`,
    'iu',
  ))

export const plant = (...texts: readonly string[]) => {
  for (const text of texts.map((one) => one.trim())) {
    // Shorter ones, and whatever has no letter and no number in it, could stand anywhere by chance.
    if (text.length < 4 || text.length > 300 || !/[\p{L}\p{N}]{3}/u.test(text) || planted.has(text)) continue
    planted.add(text)
    looking = null
  }
}

const wordsIn = (name: string) => name.split(/[^\p{L}\p{N}]+/u)

/** What of an answer is personal, by the name of its field. */
const asTyped = new Map<string, (typed: string) => string[]>([
  ['name', (typed) => [typed, ...wordsIn(typed)]],
  ['helperName', (typed) => [typed, ...wordsIn(typed)]],
  ['email', (typed) => [typed]],
  ['phone', (typed) => [typed]],
  ['helperPhone', (typed) => [typed]],
  ['zip', (typed) => [typed]],
  ['note', (typed) => (typed.length < 12 ? [] : [typed])],
  // What staff write down.
  ['text', (typed) => (typed.length < 12 ? [] : [typed])],
])

/** Everything personal that is typed into one of our forms, or sent in its place as JSON. */
export const plantTyped = (body: string, isJson: boolean) => {
  const typed: [string, unknown][] = isJson ? fieldsOf(body) : [...new URLSearchParams(body)]
  for (const [field, value] of typed)
    if (typeof value === 'string') plant(...(asTyped.get(field)?.(value) ?? []))
}

const fieldsOf = (json: string): [string, unknown][] => {
  try {
    return Object.entries(Object(JSON.parse(json)))
  } catch {
    return []
  }
}

/** Searches something that must hold nothing personal. `where` is for whoever reads that it did. */
export const look = (where: string, text: string) => {
  const leak = pattern().exec(text)
  if (leak) found.push(`${where} holds “${leak[0]}”: ${text.slice(0, 300)}`)
}

const addressesIn = (text: string) =>
  text.match(/(?:https?:\/\/localhost[^\s"<>]*|(?<=(?:href|action|src)=")\/[^"]*)/g) ?? []

/** An answer of ours: where it leads to, and every address of ours on its page. */
export const lookAtAnswer = ({
  headers,
  body,
}: {
  headers: Readonly<Record<string, string>>
  body: string
}) => {
  const { location = '' } = headers
  for (const address of [location, ...addressesIn(withoutOurScript(body))])
    look('An address', decoded(address))
}

/** A letter: what stands over it, on its envelope beside the address, and every address of ours in it. */
export const lookAtLetter = ({
  subject,
  text,
  html = '',
}: {
  subject: string
  text: string
  html?: string
}) => {
  look('A subject', subject)
  for (const address of addressesIn(`${text}\n${html}`)) look('An address in a letter', decoded(address))
}

const decoded = (address: string) => {
  try {
    return decodeURIComponent(address.replaceAll('+', ' '))
  } catch {
    return address
  }
}

/** What leaked since it was last asked for. */
export const takeLeaks = () => found.splice(0)

/** For a new file: what was planted in another one is nobody's there. */
export const beginAnew = () => {
  planted.clear()
  looking = null
  plant(...always)
}
