import { gzipSync } from 'node:zlib'

import { describe, expect, it } from 'vitest'

import { handler } from '../../functions/serve-form.ts'
import { triggers } from '../../functions/triggers.ts'
import { context, httpEvent } from '../support/events.ts'
import { mockAws } from '../support/mocked-aws.ts'
import { tagsIn } from '../support/page-parts.ts'

const paths = triggers['serve-form'].routes
  .map((route) => route.replace('GET ', ''))
  .filter((path) => !path.includes('{') && !['/exit', '/open'].includes(path))

const get = (path: string) => handler(httpEvent('GET', path, { stage: '' }), context)

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

  it.each(['/', '/es'])(
    'sends all that %s needs in 6 KB and two requests, headers included',
    async (path) => {
      mockAws()
      const page = await get(path)
      const fetched = tagsIn(page.body).flatMap(({ name, attributes }) =>
        name === 'link' ? [attributes['href']] : [attributes['src']],
      )
      const scripts = fetched.filter((one) => one !== undefined && !one.startsWith('data:'))

      expect(scripts).toHaveLength(1)
      const answers = [page, await get(scripts[0] ?? '')]
      const bytes = answers.map(
        ({ headers = {}, body }) =>
          gzipSync(body).length +
          Object.entries(headers).reduce((sum, [name, value]) => sum + `${name}: ${value}\r\n`.length, 0),
      )
      expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(6000)
    },
  )

  it('lets a browser keep the script by its name, and knows it by no other', async () => {
    mockAws()
    const [, script = ''] = /src="([^"]+)"/.exec((await get('/')).body) ?? []

    expect((await get(script)).headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
    const other = await get('/script/0123456789ab.js')
    expect([other.statusCode, other.headers?.['cache-control']]).toEqual([404, 'no-store'])
  })

  it('leads whoever leaves away at once: to a site that is told nothing, past answers that are let go of', async () => {
    const { calls } = mockAws()

    const answer = await handler(
      httpEvent('GET', '/exit', { headers: { cookie: '__Host-answers=sealed' } }),
      context,
    )

    expect([answer.statusCode, answer.headers?.['location'], answer.body]).toEqual([
      303,
      'https://www.weather.gov/',
      '',
    ])
    expect(answer.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
    expect(answer.multiValueHeaders?.['Set-Cookie']).toEqual([
      '__Host-answers=; HttpOnly; Secure; SameSite=Lax; Path=/; Max-Age=0',
      '__Host-closed=yes; HttpOnly; Secure; SameSite=Lax; Path=/; Max-Age=900',
    ])
    expect(calls()).toEqual({ sqs: 0, dynamodb: 0, ses: 0, ssm: 0 })
  })

  it('opens again at the first page, in the language of whoever comes back', async () => {
    mockAws()
    const opened = await Promise.all(
      ['/open', '/open?language=es'].map((path) => handler(httpEvent('GET', path), context)),
    )

    expect(opened.map(({ statusCode, headers }) => [statusCode, headers?.['location']])).toEqual([
      [303, '/prod/'],
      [303, '/prod/es'],
    ])
    expect(opened[0]?.multiValueHeaders?.['Set-Cookie']).toEqual([
      '__Host-closed=; HttpOnly; Secure; SameSite=Lax; Path=/; Max-Age=0',
    ])
  })
})
