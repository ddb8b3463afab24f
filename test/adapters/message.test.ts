import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'

import { type Message, mimeOf } from '../../adapters/message.ts'
import { anInvitation } from '../support/builders.ts'

const sender = 'notes@rc.example.org'
const now = Date.parse('2026-10-20T16:00:00Z')

const aMessage = (given: Partial<Message> = {}): Message => ({
  fromName: 'Riverside RC',
  to: 'robin.vale@example.org',
  subject: 'Your place',
  html: '<p>You have a place.</p>',
  text: 'You have a place.',
  ...given,
})

const write = (given: Partial<Message> = {}) => mimeOf(aMessage(given), sender, now)
const read = (given: Partial<Message> = {}) => PostalMime.parse(write(given))

const headersOf = async (given: Partial<Message> = {}) =>
  (await read(given)).headers.map(({ originalKey }) => originalKey)

/** The parser ends every text with a line break of its own. */
const asGiven = (text = '') => text.replace(/\n$/, '')

const hostile = [
  'Robin\r\nBcc: jo@example.org',
  'Robin\nBcc: jo@example.org',
  'Robin\rBcc: jo@example.org',
  'Robin\r\n\r\n<p>another body</p>',
  'Robin\u0085Bcc: jo@example.org',
  'Robín\u2028Bcc: jo@example.org\0',
  '" <jo@example.org>, "',
  '\\" <jo@example.org>, "',
  '=?UTF-8?Q?=0D=0ABcc:_jo@example.org?=',
  'Robin\r\n =?UTF-8?Q?x?=',
]

describe('a message', () => {
  it.each([
    'Riverside RC',
    'Círculo Abierto',
    'Open Circle 🕊',
    'Notes, "quoted" \\ and (all)',
    '=?UTF-8?Q?not_encoded?=',
    'Un nombre muy largo que no cabe en una sola línea de un encabezado, ni tampoco en dos 🕊🕊🕊',
  ])('comes from %j as its reader sees it', async (name) => {
    const { from, subject } = await read({ fromName: name, subject: name })

    expect(from).toEqual({ name, address: sender })
    expect(subject).toBe(name)
  })

  it.each(hostile)('has no header that a name or a subject brought along: %j', async (text) => {
    const usual = await headersOf()

    for (const given of [{ fromName: text }, { subject: text }]) {
      const { from, to, bcc, html } = await read(given)
      expect(await headersOf(given)).toEqual(usual)
      expect(from?.address).toBe(sender)
      expect(to?.map(({ address }) => address)).toEqual(['robin.vale@example.org'])
      expect(bcc).toBeUndefined()
      expect(asGiven(html)).toBe('<p>You have a place.</p>')
    }
  })

  it('has no header that an address brought along', async () => {
    expect(await headersOf({ to: 'robin@example.org\r\nBcc: jo@example.org' })).toEqual(await headersOf())
  })

  it('keeps any name and subject, and no header line is longer than 76', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 90, unit: 'grapheme' }), async (wild) => {
        const name = wild.trim()
        const { from, subject } = await read({ fromName: `a${name}a`, subject: `é${name}a` })

        expect(from?.name).toBe(`a${name}a`)
        expect(subject).toBe(`é${name}a`)
        const [head = ''] = write({ subject: `é${wild}` }).split('\r\n\r\n')
        expect(head).toMatch(/^[\t\r\n -~]*$/)
        for (const line of head.split('\r\n')) expect(line.length).toBeLessThanOrEqual(76)
      }),
      { numRuns: 200 },
    )
  })

  it('keeps its text and its HTML to the letter, and no line is longer than 76', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.string({ maxLength: 120, unit: 'grapheme' }),
            fc.constantFrom('', '.', 'From x', '--=_mixed', ' '),
          ),
          {
            maxLength: 12,
          },
        ),
        async (lines) => {
          const text = ['Hola', ...lines.map((line) => line.replace(/[\r\n]/g, '')), 'Adiós'].join('\n')

          const email = await read({ text, html: text })

          expect(asGiven(email.text)).toBe(text)
          expect(asGiven(email.html)).toBe(text)
          for (const line of write({ text }).split('\r\n')) expect(line.length).toBeLessThanOrEqual(76)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('can be stopped in one click when there is something to stop, and says nothing of it otherwise', async () => {
    const unsubscribeUrl = `https://circle.example.org/stop/${'token'.repeat(40)}?language=es`

    const { headers } = await read({ unsubscribeUrl })

    const valueOf = (key: string) => headers.find((one) => one.key === key)?.value
    expect(valueOf('list-unsubscribe')).toBe(`<${unsubscribeUrl}>`)
    expect(valueOf('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    expect(write()).not.toMatch(/unsubscribe/i)
  })

  it('leaves no way out of the address that stops it', async () => {
    const { headers } = await read({
      unsubscribeUrl: 'https://circle.example.org/stop>,\r\nBcc: <mailto:jo@example.org',
    })

    expect(headers.map(({ key }) => key)).not.toContain('bcc')
    expect(headers.find(({ key }) => key === 'list-unsubscribe')?.value).toMatch(/^<[^<>\s]+>$/)
  })

  it.each([
    ['REQUEST', anInvitation()],
    ['CANCEL', anInvitation({ isCancelled: true, sequence: 1 })],
  ])('brings an appointment both to be shown and as a file: %s', async (method, invitation) => {
    const { attachments, text, html } = await read({ invitation })

    expect(attachments.map(({ mimeType, filename, method }) => [mimeType, filename, method])).toEqual([
      ['text/calendar', null, method],
      ['application/ics', 'invite.ics', undefined],
    ])
    const [shown, file] = attachments.map(({ content }) => Buffer.from(content as ArrayBuffer).toString())
    expect(shown).toBe(file)
    expect(shown).toContain(`METHOD:${method}`)
    expect([text, html].map(asGiven)).toEqual(['You have a place.', '<p>You have a place.</p>'])
  })

  it('has no calendar when there is no appointment', () => {
    expect(write()).not.toMatch(/calendar|ics/i)
  })
})
