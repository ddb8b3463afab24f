import { GetParametersCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startSsm } from '../../local/embedded/ssm.ts'

describe('the embedded Parameter Store', () => {
  const parameters = new Map([
    ['/open-circle/site', 'http://localhost:3000'],
    ['/aws/reference/secretsmanager/open-circle/links', 'a secret'],
  ])
  let ssm: Awaited<ReturnType<typeof startSsm>>
  let client: SSMClient
  beforeAll(async () => {
    ssm = await startSsm({ parameters })
    client = new SSMClient({
      endpoint: ssm.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      maxAttempts: 1,
    })
  })
  afterAll(async () => {
    client.destroy()
    await ssm.stop()
  })

  const get = async (Names: string[], WithDecryption = true) => {
    const { Parameters, InvalidParameters } = await client.send(
      new GetParametersCommand({ Names, WithDecryption }),
    )
    return { values: Parameters?.map(({ Name, Value }) => [Name, Value]), InvalidParameters }
  }

  it('gives parameters and secrets by name, and lists the names it has not', async () => {
    const names = [...parameters.keys()]

    expect(await get([...names, '/nowhere'])).toEqual({
      values: [...parameters],
      InvalidParameters: ['/nowhere'],
    })
  })

  it('gives what was added after it started', async () => {
    parameters.set('/open-circle/late', 'here')

    expect((await get(['/open-circle/late'])).values).toEqual([['/open-circle/late', 'here']])
  })

  it('refuses a secret without decryption, and more than ten names', async () => {
    await expect(get(['/aws/reference/secretsmanager/open-circle/links'], false)).rejects.toMatchObject({
      name: 'ValidationException',
    })
    await expect(get(Array.from({ length: 11 }, (_, i) => `/name-${i}`))).rejects.toMatchObject({
      name: 'ValidationException',
    })
  })

  it('has no other operation', async () => {
    await expect(client.send(new PutParameterCommand({ Name: 'x', Value: 'y' }))).rejects.toMatchObject({
      name: 'UnknownOperationException',
    })
  })
})
