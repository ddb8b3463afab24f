import { AwsError } from './aws-error.ts'
import type { Letter } from './ses-letter.ts'

/** https://docs.aws.amazon.com/ses/latest/dg/quotas.html: To, Cc and Bcc together, and a whole message. */
const mostRecipients = 50
const largestBytes = 10 * 1024 * 1024

/** Headers that a message may carry once: https://docs.aws.amazon.com/ses/latest/dg/header-fields.html */
const onlyOnce = new Set(
  [
    'From',
    'To',
    'Cc',
    'Bcc',
    'Subject',
    'Date',
    'Message-ID',
    'Reply-To',
    'MIME-Version',
    'Content-Type',
  ].map((name) => name.toLowerCase()),
)

const addressHeaders = new Set(['from', 'to', 'cc', 'reply-to'])

const invalid = (message: string) => new AwsError('InvalidParameterValue', message)

const checkAddress = (address: string) => {
  const [, local = '', domain = ''] = /^(.*)@([^@]*)$/s.exec(address) ?? []
  if (!local || !domain) throw invalid("Missing final '@domain'")
  if (!/^[!-~]+$/.test(local) || /[(),:;<>@[\\\]"]/.test(local))
    throw invalid('Local address contains control or whitespace')
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(domain)) throw invalid('Domain contains illegal character')
}

const checkHeaders = ({ headers }: Letter) => {
  const seen = new Set<string>()
  for (const { name, value } of headers) {
    if (/[\r\n]/.test(value)) throw invalid(`Header '${name}' contains a line break.`)
    const key = name.toLowerCase()
    if (addressHeaders.has(key) && !/^[\t -~]*$/.test(value))
      throw invalid(`Names in header '${name}' must be ASCII: write others as RFC 2047 encoded words.`)
    if (onlyOnce.has(key) && seen.has(key)) throw invalid(`Duplicate header '${name}'.`)
    seen.add(key)
  }
}

const checkHeaderLines = ({ raw }: Letter) => {
  if (raw === undefined) return
  const message = Buffer.from(raw, 'base64')
  if (message.length > largestBytes) throw invalid(`Message length is more than ${largestBytes} bytes long.`)
  const [head = ''] = message.toString('latin1').split(/\r?\n\r?\n/, 1)
  for (const line of head.split(/\r?\n/))
    if (line.includes('\r') || !/^([!-9;-~]+:|[ \t])/.test(line)) throw invalid('A header line is malformed.')
}

const checkTags = ({ tags }: Letter) => {
  for (const { name, value } of tags)
    if (!/^[A-Za-z0-9_-]{1,256}$/.test(name) || !/^[A-Za-z0-9_-]{1,256}$/.test(value))
      throw invalid(`Invalid tag <${name}>: only alphanumeric ASCII characters, '_' and '-' are allowed.`)
}

const checkSenders = ({ senders }: Letter, verified: ReadonlySet<string>) => {
  const failed = senders.filter(
    (sender) => !verified.has(sender) && !verified.has(sender.split('@').at(-1) ?? ''),
  )
  if (failed.length > 0)
    throw new AwsError(
      'MessageRejected',
      `Email address is not verified. The following identities failed the check: ${failed.join(', ')}`,
    )
}

type Account = { verified: ReadonlySet<string>; configurationSets: readonly string[] }

export const checkLetter = (letter: Letter, { verified, configurationSets }: Account) => {
  checkHeaderLines(letter)
  checkHeaders(letter)
  if (letter.from === '') throw invalid("Missing required header 'From'.")
  if (letter.recipients.length === 0) throw invalid("Missing required header 'To'.")
  if (letter.recipients.length > mostRecipients) throw invalid(`Recipient count exceeds ${mostRecipients}.`)
  for (const address of [...letter.senders, ...letter.recipients]) checkAddress(address)
  checkTags(letter)
  const { configurationSet } = letter
  if (configurationSet !== undefined && !configurationSets.includes(configurationSet))
    throw new AwsError(
      'ConfigurationSetDoesNotExist',
      `Configuration set <${configurationSet}> does not exist.`,
    )
  checkSenders(letter, verified)
}
