import { AwsError } from './aws-error.ts'
import { awsJsonServer } from './aws-json.ts'

/** Secrets Manager's secrets can be read through Parameter Store under names that begin like this. */
const secrets = '/aws/reference/secretsmanager/'

const parameter = (name: string, value: string) => ({
  Name: name,
  Type: name.startsWith(secrets) ? 'SecureString' : 'String',
  Value: value,
  Version: 1,
  DataType: 'text',
  ARN: `arn:aws:ssm:us-east-1:000000000000:parameter${name.startsWith('/') ? '' : '/'}${name}`,
})

const refusal = (message: string) => new AwsError('ValidationException', message)

/** AWS Systems Manager's Parameter Store in this process: reads what is in the map at the time of asking. */
export const startSsm = async ({
  parameters,
  port,
}: {
  parameters: ReadonlyMap<string, string>
  port?: number
}) => {
  const getParameters = async (input: Record<string, unknown>) => {
    const { Names, WithDecryption } = input as { Names?: string[]; WithDecryption?: boolean }
    if (!Array.isArray(Names) || Names.length < 1 || Names.length > 10)
      throw refusal(`1 validation error detected: 'names' must have between 1 and 10 members`)
    if (!WithDecryption && Names.some((name) => name.startsWith(secrets)))
      throw refusal('WithDecryption flag must be True for retrieving a Secret Manager secret.')
    return {
      Parameters: Names.flatMap((name) => {
        const value = parameters.get(name)
        return value === undefined ? [] : [parameter(name, value)]
      }),
      InvalidParameters: Names.filter((name) => !parameters.has(name)),
    }
  }

  const server = awsJsonServer('1.1', 'AmazonSSM', { GetParameters: getParameters })
  const endpoint = await server.listen(port)
  return { endpoint, ask: server.ask, stop: server.stop }
}
