import PostalMime, { decodeWords } from 'postal-mime'
import type { Address } from 'postal-mime'

import { AwsError } from './aws-error.ts'
import { members } from './aws-query.ts'
import { type Attachment, attachmentsIn } from './ses-attachments.ts'

/** What one call of SES asks to be sent, in whichever of the two ways it was asked. */
export type Letter = {
  /** The addresses that must be verified. */
  senders: string[]
  recipients: string[]
  from: string
  subject: string
  text: string
  html: string
  attachments: Attachment[]
  headers: Array<{ name: string; value: string }>
  /** The whole message as it was given, base64; only of those given whole. */
  raw?: string
  configurationSet: string | undefined
  tags: Array<{ name: string; value: string }>
}

const tagsIn = (form: URLSearchParams) => {
  const tags: Letter['tags'] = []
  for (let name; (name = form.get(`Tags.member.${tags.length + 1}.Name`)) !== null;)
    tags.push({ name, value: form.get(`Tags.member.${tags.length + 1}.Value`) ?? '' })
  return tags
}

const bareAddress = (address: string) => /<([^<>]*)>\s*$/.exec(address)?.[1] ?? address.trim()

/** SendEmail: the parts come one by one. */
export const letterFromParts = (form: URLSearchParams): Letter => {
  const source = form.get('Source') ?? ''
  const [to, cc, bcc] = ['To', 'Cc', 'Bcc'].map((kind) => members(form, `Destination.${kind}Addresses`))
  const subject = form.get('Message.Subject.Data') ?? ''
  const replyTo = members(form, 'ReplyToAddresses')
  return {
    senders: [source, form.get('ReturnPath') ?? source].map(bareAddress),
    recipients: [...to!, ...cc!, ...bcc!].map(bareAddress),
    from: decodeWords(source),
    subject,
    text: form.get('Message.Body.Text.Data') ?? '',
    html: form.get('Message.Body.Html.Data') ?? '',
    attachments: [],
    headers: Object.entries({ From: [source], To: to!, Cc: cc!, 'Reply-To': replyTo, Subject: [subject] })
      .filter(([, values]) => values.length > 0)
      .map(([name, values]) => ({ name, value: values.join(', ') })),
    configurationSet: form.get('ConfigurationSetName') ?? undefined,
    tags: tagsIn(form),
  }
}

const addressesIn = (list: Array<Address | undefined> = []): string[] =>
  list.flatMap((one) => (one?.group ? addressesIn(one.group) : [one?.address ?? ''])).filter(Boolean)

const asText = (address: Address | undefined) =>
  address?.name ? `${address.name} <${address.address ?? ''}>` : (address?.address ?? '')

const parse = async (message: Buffer) => {
  try {
    return await PostalMime.parse(message)
  } catch {
    throw new AwsError('InvalidParameterValue', 'The message could not be parsed.')
  }
}

/** The parser ends every text with a line break of its own. */
const asGiven = (text = '') => text.replace(/\n$/, '')

/** SendRawEmail: the message comes whole, and may name its configuration set and tags in headers of its own. */
export const letterFromMime = async (form: URLSearchParams): Promise<Letter> => {
  const raw = form.get('RawMessage.Data') ?? ''
  const email = await parse(Buffer.from(raw, 'base64'))
  const { from, to, cc, bcc, subject = '', text, html, headers } = email
  const header = (name: string) => headers.find(({ key }) => key === name)?.value
  const named = members(form, 'Destinations')
  const given = tagsIn(form)
  const inHeader = (header('x-ses-message-tags') ?? '').split(',').filter(Boolean)
  return {
    senders: [...addressesIn([from]), bareAddress(form.get('Source') ?? asText(from))],
    recipients:
      named.length > 0 ? named.map(bareAddress) : addressesIn([...(to ?? []), ...(cc ?? []), ...(bcc ?? [])]),
    from: asText(from),
    subject,
    text: asGiven(text),
    html: asGiven(html),
    attachments: attachmentsIn(email),
    headers: headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    raw,
    configurationSet: form.get('ConfigurationSetName') ?? header('x-ses-configuration-set'),
    tags:
      given.length > 0
        ? given
        : inHeader.map((tag) => {
            const [name = '', value = ''] = tag.trim().split('=')
            return { name, value }
          }),
  }
}
