import { encode as asBase64, wrap as wrapBase64 } from 'nodemailer/lib/base64'
import { encodeWord, foldLines, isPlainText, quoteString } from 'nodemailer/lib/mime-funcs'
import { encode as asQuotedPrintable, wrap as wrapQuotedPrintable } from 'nodemailer/lib/qp'

/*
 * A message as RFC 5322 and MIME write it. What is easy to get wrong, encoding and folding, is done by nodemailer; its
 * own composer would weigh twenty times as much (docs/decisions/0008).
 */

/** Nobody breaks out of a header: whatever ends a line somewhere is a space here. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

/** Looks like an encoded word, and would be read as one. */
const isEncoded = (text: string) => text.includes('=?')

const isPlain = (text: string) => isPlainText(text, true) && !isEncoded(text)

/** RFC 2047: an encoded word has 75 characters at most; nodemailer's own measure leaves room for a short name. */
const asWords = (text: string) => encodeWord(text, 'Q', 52)

/** What people wrote, as a header carries it: a subject. */
export const headerText = (text: string) => {
  const line = oneLine(text)
  return isPlain(line) ? line : asWords(line)
}

/** A name with its address, as `From` and `To` carry them. */
export const mailbox = (address: string, name?: string) => {
  if (name === undefined) return `<${oneLine(address)}>`
  const line = oneLine(name)
  return `${isPlain(line) ? quoteString(line) : asWords(line)} <${oneLine(address)}>`
}

const linesOf = (headers: Record<string, string>) =>
  Object.entries(headers)
    .map(([name, value]) => `${foldLines(`${name}: ${value}`)}\r\n`)
    .join('')

/** A message, or a part of one: its headers, an empty line, its body. */
const entity = (headers: Record<string, string>, body: string) => `${linesOf(headers)}\r\n${body}`

/** Readable in its source wherever it is ASCII. */
export const textPart = (type: string, content: string) =>
  entity(
    { 'Content-Type': `${type}; charset=utf-8`, 'Content-Transfer-Encoding': 'quoted-printable' },
    wrapQuotedPrintable(asQuotedPrintable(content.replace(/\r\n?|\n/g, '\r\n'))),
  )

/** Kept to the byte, line breaks as well. */
export const filePart = (type: string, content: string, headers: Record<string, string> = {}) =>
  entity(
    { 'Content-Type': type, 'Content-Transfer-Encoding': 'base64', ...headers },
    wrapBase64(asBase64(content)),
  )

/** The boundary needs no luck: `=_` stands in no text that is quoted-printable or base64 (RFC 2045, 6.7). */
export const multipart = (
  kind: 'alternative' | 'mixed',
  parts: readonly string[],
  headers: Record<string, string> = {},
) => {
  const boundary = `=_${kind}`
  return entity(
    { ...headers, 'Content-Type': `multipart/${kind}; boundary="${boundary}"` },
    `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--\r\n`,
  )
}
