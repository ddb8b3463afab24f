import { describe, expect, it } from 'vitest'

import { apiEvent } from '../../local/api-event.ts'

const routed = (method: string, path: string) => {
  const found = apiEvent({
    method,
    url: new URL(path, 'http://localhost:3000'),
    headers: {},
    body: Buffer.from(''),
  })
  return found && [found.name, found.event.resource, found.event.pathParameters]
}

describe('the local run, where API Gateway stands', () => {
  it('gives a path to the most fixed resource that fits', () => {
    const reference = '7KQ-4M2-XR5'

    expect(routed('POST', `/staff/intakes/${reference}`)).toEqual([
      'decide-intake',
      '/staff/intakes/{reference}',
      { reference },
    ])
    expect(routed('GET', `/staff/intakes/${reference}`)?.[0]).toBe('serve-console')
    expect(routed('POST', `/staff/intakes/${reference}/preview`)?.[0]).toBe('preview-decision')
    expect(routed('POST', `/staff/intakes/${reference}/again`)?.[0]).toBe('serve-console')
    expect(routed('GET', '/staff/sign-in')?.[0]).toBe('sign-in-staff')
    expect(routed('GET', `/staff/intakes/${reference}/else`)).toEqual([
      'serve-console',
      '/staff/{proxy+}',
      { proxy: `intakes/${reference}/else` },
    ])
  })

  it('asks no other resource where that one lacks the method', () => {
    expect(routed('POST', '/staff/prices')).toBeNull()
    expect(routed('GET', '/intakes')).toBeNull()
    expect(routed('POST', '/staff/no-such-form')?.[0]).toBe('serve-console')
  })
})
