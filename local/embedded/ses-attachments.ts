import type { Email } from 'postal-mime'

export type Attachment = {
  filename: string
  contentType: string
  /** How `content` is written: as it is for text and calendars, base64 for anything else. */
  encoding: 'utf8' | 'base64'
  content: string
}

const isCalendar = (mimeType: string) => mimeType === 'text/calendar' || mimeType === 'application/ics'

/** The parser gives text as text, and a calendar with line breaks that are not a calendar's (RFC 5545, 3.1). */
const contentOf = (mimeType: string, content: Buffer): Pick<Attachment, 'encoding' | 'content'> => {
  if (isCalendar(mimeType)) return { encoding: 'utf8', content: content.toString().replace(/\r?\n/g, '\r\n') }
  const encoding = mimeType.startsWith('text/') ? 'utf8' : 'base64'
  return { encoding, content: content.toString(encoding) }
}

/** What a mail program lists below a mail. A part without a name is another way to read it, such as an appointment. */
export const attachmentsIn = (email: Email): Attachment[] =>
  email.attachments
    .filter(({ filename, disposition }) => filename || disposition === 'attachment')
    .map(({ filename, mimeType, content }) => ({
      filename: filename ?? '',
      contentType: mimeType,
      ...contentOf(mimeType, Buffer.from(content as ArrayBuffer)),
    }))
