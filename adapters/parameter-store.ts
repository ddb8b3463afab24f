import { text } from 'node:stream/consumers'

import * as z from 'zod/mini'

import { type Wire, requestOn, wireTo } from './aws-wire.ts'

const foundSchema = z.object({ Parameters: z.array(z.object({ Name: z.string(), Value: z.string() })) })

/** The one call that we make of AWS Systems Manager; names and values as AWS writes them. */
export interface ParameterStore {
  getParameters: (input: {
    Names: readonly string[]
    WithDecryption: boolean
  }) => Promise<z.infer<typeof foundSchema>>
}

const ofLambda = () =>
  wireTo({ service: 'ssm', endpoint: (region) => `https://ssm.${region}.amazonaws.com`, timeoutMs: 3_000 })

/** Someone waits for a page behind this: it is tried twice more, and soon. */
const pausesMs = [100, 400]

/** A body comes whole from within this process, and in pieces over the network. */
const textOf = (body: Uint8Array | AsyncIterable<Uint8Array>) =>
  body instanceof Uint8Array ? Buffer.from(body).toString() : text(body)

/** AWS's own name for what it refused, without the words around it. */
const refused = (status: number, answer: string) =>
  Object.assign(new Error(`Parameter Store answered ${status}.`), {
    name: /"__type":"(?:[^"#]*#)?(\w+)"/.exec(answer)?.[1] ?? 'ParameterStoreError',
  })

/**
 * Asks Parameter Store with the parts that the SDK's own clients are made of. The whole client for this one call would
 * be a fifth of what a function has to load that takes a form: docs/decisions/0020.
 */
export const parameterStore = (
  pause: (milliseconds: number) => Promise<unknown>,
  wire: Wire = ofLambda(),
): ParameterStore => {
  const ask = async (body: string) => {
    const request = requestOn(wire, {
      method: 'POST',
      path: '/',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AmazonSSM.GetParameters',
      },
      body,
    })
    const { statusCode, body: answered } = await wire.send(request)
    const answer = await textOf(answered)
    if (statusCode !== 200) throw refused(statusCode, answer)
    return z.parse(foundSchema, JSON.parse(answer))
  }

  return {
    async getParameters(input) {
      const body = JSON.stringify(input)
      for (const pauseMs of pausesMs) {
        try {
          return await ask(body)
        } catch {
          await pause(pauseMs)
        }
      }
      return ask(body)
    },
  }
}
