/**
 * Control characters and marks that turn text around would let a name pose as something else in a mail or a page; the
 * last two are no characters at all, and SQS refuses a message that holds them.
 */
const unseen = /[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu
/** What a person typed, on one line, without what cannot be seen. */
export const oneLine = (text: string) =>
  text.toWellFormed().normalize('NFC').replace(unseen, ' ').replace(/\s+/g, ' ').trim()
/** What a person typed over several lines, without what cannot be seen. */
export const severalLines = (text: string) =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(unseen, (mark) => (mark === '\n' ? mark : ' '))
    .trim()
