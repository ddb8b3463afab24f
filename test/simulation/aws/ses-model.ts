/** A letter as its reader has it. */
export interface Letter {
  emailId: string
  to: string
  subject: string
  text: string
  atMs: number
}

interface RawEmail {
  Destinations: string[]
  RawMessage: { Data: Uint8Array }
  Tags: { Name: string; Value: string }[]
}

const fromQuotedPrintable = (text: string) =>
  text
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** What our own letters are made of: a header, and a first part that is plain text (adapters/message.ts). */
const readLetter = ({ Destinations, RawMessage, Tags }: RawEmail, atMs: number): Letter => {
  const raw = Buffer.from(RawMessage.Data).toString('utf8')
  const text = /Content-Type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--=_/.exec(raw)?.[1] ?? ''
  return {
    emailId: Tags.find(({ Name }) => Name === 'emailId')?.Value ?? '',
    to: Destinations[0] ?? '',
    subject: /\r\nSubject: ([\s\S]*?)\r\n(?=\S)/.exec(raw)?.[1]?.replaceAll('\r\n ', ' ') ?? '',
    text: fromQuotedPrintable(text),
    atMs,
  }
}

/** SES: takes letters, keeps them, and hands each to `accepted`, which decides what is reported and who reads it. */
export const sesModel = (now: () => number, accepted: (letter: Letter, messageId: string) => void) => {
  const letters: Letter[] = []
  return {
    letters,
    perform: (command: string, input: object) => {
      if (command === 'GetSendQuota') return { Max24HourSend: 50_000, SentLast24Hours: letters.length }
      if (command !== 'SendRawEmail') throw new Error(`SES is asked to ${command}.`)
      // The command's own input; the SDK's type allows more to be absent than we leave out.
      const letter = readLetter(input as RawEmail, now())
      const messageId = `ses-${letters.push(letter)}`
      accepted(letter, messageId)
      return { MessageId: messageId }
    },
  }
}
