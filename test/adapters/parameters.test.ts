import { GetParametersCommand, SSMClient } from '@aws-sdk/client-ssm'
import { describe, expect, it } from 'vitest'

import { parameters } from '../../adapters/parameters.ts'
import { mockedClient } from '../support/mocked-client.ts'

const minute = 60_000

const open = (now: () => number) => {
  const ssm = mockedClient(SSMClient)
  ssm.on(GetParametersCommand).resolves({ Parameters: [{ Name: '/key', Value: 'first' }] })
  return { ssm, read: parameters(new SSMClient({ region: 'us-east-1' }), ['/key', '/other'], now) }
}

describe('parameters', () => {
  it('are read in one call, and not again for a quarter of an hour', async () => {
    let now = 0
    const { ssm, read } = open(() => now)

    await Promise.all([read.get('/key'), read.get('/key')])
    now = 14 * minute
    await read.get('/key')

    expect(ssm.calls()).toHaveLength(1)
  })

  it('that were rotated reach a running function within a quarter of an hour', async () => {
    let now = 0
    const { ssm, read } = open(() => now)
    await read.get('/key')
    ssm.on(GetParametersCommand).resolves({ Parameters: [{ Name: '/key', Value: 'second' }] })

    now = 16 * minute

    expect(await read.get('/key')).toBe('second')
  })

  it('serve on as they were while Parameter Store is away', async () => {
    let now = 0
    const { ssm, read } = open(() => now)
    await read.get('/key')
    ssm.on(GetParametersCommand).rejects(new Error('away'))

    now = 16 * minute

    expect(await read.get('/key')).toBe('first')
  })

  it('that could not be read at first are asked for again, and one that is missing names itself', async () => {
    const { ssm, read } = open(() => 0)
    ssm
      .on(GetParametersCommand)
      .rejectsOnce(new Error('away'))
      .resolves({ Parameters: [{ Name: '/key', Value: 'first' }] })

    await expect(read.get('/key')).rejects.toThrow('away')
    expect(await read.get('/key')).toBe('first')
    await expect(read.get('/other')).rejects.toThrow('/other')
  })
})
