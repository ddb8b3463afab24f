const namedEntities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '\u2013',
  mdash: '\u2014',
  lsquo: '\u2018',
  rsquo: '\u2019',
  ldquo: '\u201C',
  rdquo: '\u201D',
  hellip: '\u2026',
  eacute: '\u00E9',
  ntilde: '\u00F1',
}

const entity = (whole: string, name: string) => {
  if (!name.startsWith('#')) return namedEntities[name.toLowerCase()] ?? whole
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  const isHalfALetter = code >= 0xd800 && code <= 0xdfff
  return code > 31 && code <= 0x10ffff && !isHalfALetter ? String.fromCodePoint(code) : ' '
}

/** The characters that Windows-1252 has where Latin-1 has control codes: https://encoding.spec.whatwg.org/#windows-1252 */
const windowsByte = new Map(
  Array.from({ length: 32 }, (_, index) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(0x80 + index)),
    0x80 + index,
  ]),
)

/** Text that was UTF-8, read as Windows-1252 and written again ("Ma\u00C3\u00B1ana"), set right; any other text as it is. */
const unscrambled = (text: string) => {
  if (!/[\u00C2-\u00F4][\u0080-\u00BF\u0152-\u2122]/.test(text)) return text
  const bytes = Array.from(text, (letter) => windowsByte.get(letter) ?? letter.codePointAt(0) ?? 0)
  if (bytes.some((byte) => byte > 255)) return text
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
  } catch {
    return text
  }
}

/** Notes beyond this are no notes; a whole page pasted in would be sent along with every suggestion. */
const longestText = 4000

/** So much of a text, and never half of a letter: a table gives that back as another one, each night anew. */
export const shortened = (text: string, longest: number) =>
  text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')

/** More than any field with its markup; a feed that sends more, by mistake or not, costs no more than this to read. */
const longestSource = 10 * longestText

/**
 * What a directory field says, as plain text: no markup, no entities, no slashes before quotes, no quotes round the
 * whole. Numbers are taken as text, since feeds write ids and ZIP codes either way. Null when it says nothing.
 */
export const plainText = (value: unknown): string | null => {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = unscrambled(shortened(String(value), longestSource).toWellFormed())
    .replace(/<(br|\/p|\/div|\/li)\b[^>]*>/gi, '\n')
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<\/?[a-z!][^>]*>/gi, '')
    .replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, entity)
    .replace(/\\(['"\\])/g, '$1')
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex -- these are what must not stay
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F\u00A0\u200B\uFEFF]/g, ' ')
    .replace(/ +/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .replace(/^"([^"]*)"$/, '$1')
    .trim()
  return text === '' ? null : shortened(text, longestText)
}

export const oneLine = (value: unknown) => plainText(value)?.replace(/\s+/g, ' ') ?? null

/** The first web address in a field, whatever stands round it; null for anything that a browser would not open. */
export const webAddress = (value: unknown): string | null => {
  const text = oneLine(value)
  if (text === null) return null
  const bare = /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/\S*)?$/i.test(text) ? `https://${text}` : ''
  const found = /https?:\/\/[^\s<>"]+/i.exec(text)?.[0] ?? bare
  const url = URL.parse(found)
  return url?.hostname.includes('.') ? found : null
}

/** One paragraph for each field that says something, none twice. */
export const paragraphs = (...values: unknown[]) => {
  const said = new Set(values.map(plainText).filter((text) => text !== null))
  return said.size === 0 ? null : [...said].join('\n\n')
}
