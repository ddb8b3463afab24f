import { SendMessageCommand } from '@aws-sdk/client-sqs'
import { describe, expect, it } from 'vitest'

import { handler } from '../../functions/submit-intake.ts'
import { context, formEvent, httpEvent } from '../support/events.ts'
import { mockAws } from '../support/mocked-aws.ts'
import { aFilledForm } from '../support/person.ts'

describe('submit-intake', () => {
  it('accepts with one durable write, and nothing else of AWS once it is warm', async () => {
    const { calls } = mockAws()
    await handler(formEvent(aFilledForm()), context)
    const { sqs: sent, ...others } = calls()

    const answer = await handler(formEvent(aFilledForm()), context)

    expect(answer.statusCode).toBe(303)
    expect(calls()).toEqual({ sqs: sent + 1, ...others })
  })

  it('does not say that we have the form unless the queue has said so', async () => {
    const { sqs } = mockAws()
    sqs.on(SendMessageCommand).rejects(new Error('SQS is away'))

    const answer = await handler(formEvent(aFilledForm()), context)

    expect(answer.statusCode).toBe(500)
    expect(answer.body).toContain('988')
  })

  it('leads back under the stage it was called at', async () => {
    mockAws()

    const answer = await handler(formEvent(aFilledForm(), { stage: '/prod' }), context)

    expect(answer.headers?.['location']).toMatch(/^\/prod\/sent\//)
  })

  it('reads a form that API Gateway hands over in base64', async () => {
    const { sqs } = mockAws()
    const event = formEvent(aFilledForm())

    const answer = await handler(
      { ...event, body: Buffer.from(event.body ?? '').toString('base64'), isBase64Encoded: true },
      context,
    )

    expect(answer.statusCode).toBe(303)
    expect(sqs.calls()).toHaveLength(1)
  })

  it('answers JSON with the reference and the status link', async () => {
    const { sqs } = mockAws()
    const fields = Object.fromEntries(aFilledForm())
    const body = JSON.stringify({
      ...fields,
      topics: ['trauma'],
      meet: ['video'],
      times: ['not-sure'],
      contact: ['email'],
      travelMiles: 10,
      consentKeep: true,
      consentCheckIn: true,
    })

    const answer = await handler(
      httpEvent('POST', '/intakes', { body, headers: { 'content-type': 'application/json' } }),
      context,
    )

    expect(answer.statusCode).toBe(202)
    expect(JSON.parse(answer.body)).toEqual({
      reference: expect.stringMatching(/^\w{3}-\w{3}-\w{3}$/),
      statusUrl: expect.stringMatching(/^https:\/\/circle\.example\.org\/prod\/status\//),
    })
    expect(sqs.calls()).toHaveLength(1)
  })

  it('answers a program as ever, whatever cookie it carries', async () => {
    mockAws()

    const { statusCode, headers } = await handler(
      httpEvent('POST', '/intakes', {
        body: '{}',
        headers: { 'content-type': 'application/json', cookie: '__Host-closed=yes' },
      }),
      context,
    )

    expect([statusCode, headers?.['content-type']]).toEqual([422, 'application/problem+json; charset=utf-8'])
  })

  it('says so when a form comes in a way we cannot read', async () => {
    mockAws()

    const answer = await handler(
      httpEvent('POST', '/intakes', { body: 'x', headers: { 'content-type': 'text/plain' } }),
      context,
    )

    expect(answer.statusCode).toBe(415)
  })

  it('sends every page with headers that let nothing run, be kept or be told', async () => {
    mockAws()

    const { headers } = await handler(formEvent(aFilledForm({ who: null })), context)

    expect(headers).toMatchObject({
      'content-security-policy': expect.stringMatching(/^default-src 'none'; style-src 'sha256-/),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
  })
})
