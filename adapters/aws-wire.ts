import { fromEnv } from '@aws-sdk/credential-provider-env'
import { HttpRequest, type HttpResponse } from '@smithy/core/protocols'
import { Hash } from '@smithy/core/serde'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import { SignatureV4 } from '@smithy/signature-v4'

/** Where requests go, and how one gets there and its answer back. */
export interface Wire {
  endpoint: string
  send: (request: HttpRequest) => Promise<Pick<HttpResponse, 'statusCode' | 'headers' | 'body'>>
}

interface Service {
  service: 'ssm' | 's3'
  /** The address that AWS has for it in a region. */
  endpoint: (region: string) => string
  timeoutMs: number
}

/**
 * The way to a service of AWS as a Lambda function finds it: region and credentials are in its environment. Made of the
 * parts that the SDK's own clients are made of, which for a call or two are a tenth of such a client: decision 20.
 */
export const wireTo = ({ service, endpoint, timeoutMs }: Service): Wire => {
  const region = process.env['AWS_REGION'] ?? ''
  const sha256 = Hash.bind(null, 'sha256')
  const signer = new SignatureV4({ service, region, credentials: fromEnv(), sha256, uriEscapePath: false })
  const handler = new NodeHttpHandler({
    connectionTimeout: 1_000,
    requestTimeout: timeoutMs,
    throwOnRequestTimeout: true,
    socketTimeout: timeoutMs,
  })
  return {
    // The settings by which the SDK's own clients are pointed elsewhere.
    endpoint:
      process.env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] ??
      process.env['AWS_ENDPOINT_URL'] ??
      endpoint(region),
    send: async (request) => (await handler.handle(new HttpRequest(await signer.sign(request)))).response,
  }
}

interface Asked {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT'
  path: string
  headers: Record<string, string>
  body?: string | Uint8Array
}

/** A request to the service at the other end of a wire. */
export const requestOn = ({ endpoint }: Wire, { method, path, headers, body }: Asked) => {
  const { protocol, hostname, host, port } = new URL(endpoint)
  return new HttpRequest({
    method,
    protocol,
    hostname,
    ...(port && { port: Number(port) }),
    path,
    headers: { host, ...headers },
    ...(body !== undefined && { body }),
  })
}
