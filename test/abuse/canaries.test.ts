import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { metrics } from '../../lib/logged.ts'
import { look, lookAtAnswer, lookAtLetter, plant, plantTyped, takeLeaks } from '../support/leaks.ts'
import { logLinesOf } from '../support/log-lines.ts'
import { aFilledForm } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const canary = { name: 'Ottoline Canary', email: 'ottoline.c@example.org', phone: '(415) 555-0147' }

describe('what watches over every test', () => {
  let product: Product

  beforeAll(async () => {
    product = await openProduct()
    await product.postForm(
      '/intakes',
      aFilledForm({ ...canary, zip: '94110', note: 'I lost my job in May.' }),
    )
  })
  afterAll(() => product.close())

  it.each([
    ['a name', '{"level":"info","event":"accepted","name":"Ottoline Canary"}'],
    ['half a name', 'for ottoline, who'],
    ['an address', '/status?email=ottoline.c@example.org'],
    ['a phone number', 'call 4155550147'],
    ['a phone number in another way of writing', 'call +1 415.555.0147 now'],
    ['a ZIP code', '{"zip":"94110"}'],
    ['a note', 'she wrote: I lost my job in May.'],
    ['the person of every test', 'Robin Vale'],
  ])('knows %s that was typed into a form again', (_, text) => {
    look('A line', text)

    expect(takeLeaks()).toEqual([expect.stringContaining('A line holds')])
  })

  it.each(['941103', 'a94110', '019ab123-4567-7abc-8def-941104155550', 'Canaryville', 'Ottolines'])(
    'takes %s for something else',
    (text) => {
      look('A line', text)

      expect(takeLeaks()).toEqual([])
    },
  )

  it('reads every log line, whether a test is about them or not', async () => {
    const line = `${JSON.stringify({ level: 'info', event: 'accepted', code: 'Canary' })}\n`

    process.stdout.write(line)
    expect(takeLeaks()).toHaveLength(1)
    await logLinesOf(async () => process.stdout.write(line))
    expect(takeLeaks()).toHaveLength(1)
  })

  it('reads where an answer leads, and every address of ours on its page', () => {
    lookAtAnswer({ headers: { location: '/sent/x?for=Ottoline%20Canary' }, body: '' })
    lookAtAnswer({ headers: {}, body: '<a href="/status/x?zip=94110">Ottoline</a>' })
    lookAtAnswer({ headers: {}, body: '<a href="mailto:ottoline.c@example.org">ottoline.c@example.org</a>' })

    expect(takeLeaks()).toHaveLength(2)
  })

  it('reads the subject of a letter and the addresses in it, and leaves its words to whom they are for', () => {
    lookAtLetter({ subject: 'For Ottoline', text: 'x' })
    lookAtLetter({ subject: 'x', text: 'Dear Ottoline, see http://localhost:3000/status/a.b.c' })
    lookAtLetter({ subject: 'x', text: 'See http://localhost:3000/status/ottoline+canary' })

    expect(takeLeaks()).toHaveLength(2)
  })

  it('plants what is sent as JSON as well, and a leader with their group', () => {
    plantTyped('{"name":"Jocasta Fennimore"}', true)
    plant('leader.of@example.org')

    look('A line', 'Fennimore and leader.of@example.org')
    look('A line', 'leader.of@example.org')

    expect(takeLeaks()).toHaveLength(2)
  })
})

describe('the ways out', () => {
  const files = globSync(
    ['domain', 'views', 'adapters', 'functions'].map((room) => `${room}/**/*.ts`),
    { cwd: root },
  )

  it('are one for log lines: nothing else of ours writes any', () => {
    const writing = files.filter((file) =>
      /\bconsole\.\w+\(|process\.std(out|err)|process\.emitWarning/.test(
        readFileSync(`${root}/${file}`, 'utf8'),
      ),
    )

    expect(writing).toEqual(['functions/shared/log.ts'])
  })

  it('are none for numbers but the log lines: no function sends a metric of its own', () => {
    const sending = files.filter((file) =>
      /PutMetricData|_aws|CloudWatchMetrics|putMetric/.test(readFileSync(`${root}/${file}`, 'utf8')),
    )

    expect(sending).toEqual([])
  })

  it('lead from a log line into a number by its event and a count, never by a word in it', () => {
    for (const logged of Object.values(metrics) as { value?: string }[])
      expect(logged.value ?? '1').toMatch(/^(1|\$\.(lateSeconds|percent|count|counts\.\w+))$/)
  })
})
