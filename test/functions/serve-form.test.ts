import { describe, expect, it } from 'vitest'

import { handler } from '../../functions/serve-form.ts'
import { triggers } from '../../functions/triggers.ts'
import { context, httpEvent } from '../support/events.ts'
import { mockAws } from '../support/mocked-aws.ts'

const paths = triggers['serve-form'].routes
  .map((route) => route.replace('GET ', ''))
  .filter((path) => !path.includes('{') && !['/exit', '/open'].includes(path))

describe('serve-form', () => {
  it.each(paths)('opens %s in its language, with the help lines, and asks nothing of AWS', async (path) => {
    const { calls } = mockAws()

    const answer = await handler(httpEvent('GET', path), context)

    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain(path.startsWith('/es') ? '<html lang="es">' : '<html lang="en">')
    expect(answer.body).toContain('href="tel:988"')
    expect(calls()).toEqual({ sqs: 0, dynamodb: 0, ses: 0, ssm: 0 })
    expect(answer.multiValueHeaders).toBeUndefined()
  })

  it('lets people find the first page by searching, and no other', async () => {
    mockAws()
    const tagOf = async (path: string) =>
      (await handler(httpEvent('GET', path), context)).headers?.['x-robots-tag']

    expect(await Promise.all(['/', '/es'].map(tagOf))).toEqual(['all', 'all'])
    expect(new Set(await Promise.all(paths.filter((path) => !/^\/(es)?$/.test(path)).map(tagOf)))).toEqual(
      new Set(['noindex']),
    )
  })
})
