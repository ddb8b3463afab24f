import { AwsError } from './aws-error.ts'
import { awsServer } from './aws-server.ts'

/** XML by name; an array repeats its element, as AWS's lists of `member` do. */
type Xml = { [name: string]: string | number | Xml | Array<string | Xml> }
export type QueryOperations = Record<string, (form: URLSearchParams) => Promise<Xml | 'hang up'>>

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => entities[sign]!)

const element = (name: string, value: Xml[string]): string =>
  Array.isArray(value)
    ? value.map((one) => element(name, one)).join('')
    : `<${name}>${typeof value === 'object' ? xml(value) : escape(String(value))}</${name}>`
const xml = (elements: Xml): string =>
  Object.entries(elements)
    .map(([name, value]) => element(name, value))
    .join('')

/** A list comes as `NAME.member.1`, `NAME.member.2` and so on. */
export const members = (form: URLSearchParams, name: string) => {
  const values: string[] = []
  for (let value; (value = form.get(`${name}.member.${values.length + 1}`)) !== null;) values.push(value)
  return values
}

/** AWS's query protocol: a form comes in, XML goes out. */
export const awsQueryServer = (operations: QueryOperations) =>
  awsServer({
    contentType: 'text/xml',
    answer: async (_headers, body) => {
      const form = new URLSearchParams(body)
      const name = form.get('Action') ?? ''
      const operation = Object.hasOwn(operations, name) ? operations[name] : undefined
      if (!operation) throw new AwsError('InvalidAction', `Could not find operation ${name}`)
      const result = await operation(form)
      return result === 'hang up'
        ? undefined
        : xml({
            [`${name}Response`]: { [`${name}Result`]: result, ResponseMetadata: { RequestId: 'embedded' } },
          })
    },
    refusal: ({ name, message, status }) =>
      xml({
        ErrorResponse: {
          Error: { Type: status < 500 ? 'Sender' : 'Receiver', Code: name, Message: message },
          RequestId: 'embedded',
        },
      }),
  })
