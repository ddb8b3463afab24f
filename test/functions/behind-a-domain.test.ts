import { describe, expect, it } from 'vitest'

import { handler as serveForm } from '../../functions/serve-form.ts'
import { handler as submitIntake } from '../../functions/submit-intake.ts'
import { context, formEvent, httpEvent } from '../support/events.ts'
import { mockAws } from '../support/mocked-aws.ts'
import { aFilledForm } from '../support/person.ts'

/** As API Gateway hands it over behind a base-path mapping: the prefix stands in both paths. */
const under = <Event extends ReturnType<typeof httpEvent>>(prefix: string, event: Event): Event => ({
  ...event,
  path: `${prefix}${event.path}`,
  requestContext: { ...event.requestContext, path: `${prefix}${event.path}` },
})

describe('behind a domain of one’s own, under a path', () => {
  it.each(['/all', '/es/all', '/now'])('%s is found, and leads on under that path', async (path) => {
    mockAws()

    const { statusCode, body } = await serveForm(under('/help', httpEvent('GET', path)), context)

    expect(statusCode).toBe(200)
    expect(body).toMatch(/(href|action)="\/help\//)
  })

  it('the form leads to its confirmation under that path', async () => {
    mockAws()

    const { headers } = await submitIntake(under('/help', formEvent(aFilledForm())), context)

    expect(headers?.['location']).toMatch(/^\/help\/sent\//)
  })
})
