import { AwsError } from './aws-error.ts'
import { awsServer } from './aws-server.ts'

type Input = Record<string, unknown>
export type Operations = Record<string, (input: Input) => Promise<object>>

const parse = (body: string): Input => {
  try {
    const input: unknown = JSON.parse(body || '{}')
    if (typeof input === 'object' && input && !Array.isArray(input)) return input as Input
  } catch {
    // Falls through to the one refusal.
  }
  throw new AwsError('SerializationException', 'The request is not a JSON object.')
}

/** AWS's JSON protocol: the operation is named in a header, an error by `__type`. */
export const awsJsonServer = (version: '1.0' | '1.1', service: string, operations: Operations) =>
  awsServer({
    contentType: `application/x-amz-json-${version}`,
    answer: async (headers, body) => {
      const [target, name = ''] = String(headers['x-amz-target']).split('.')
      const operation = Object.hasOwn(operations, name) ? operations[name] : undefined
      if (target !== service || !operation)
        throw new AwsError(
          'UnknownOperationException',
          `${name} is not an operation of the embedded ${service}.`,
        )
      return JSON.stringify(await operation(parse(body)))
    },
    refusal: ({ name, message, details }) => JSON.stringify({ __type: name, message, ...details }),
  })
