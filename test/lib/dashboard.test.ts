import { describe, expect, it } from 'vitest'

import { resourceOf, resourcesOf, synthesise } from './synthesise.ts'

interface Widget {
  type: string
  properties: { title: string; alarms?: string[]; metrics?: unknown[]; query?: string }
}

const template = synthesise()
const { Properties } = resourceOf(template, 'AWS::CloudWatch::Dashboard', 'Dashboard')

/** The body as CloudFormation makes it: what refers to a resource becomes its id. */
const bodyOf = (body: unknown): { widgets: Widget[] } => {
  const [, pieces] = (body as { 'Fn::Join': [string, unknown[]] })['Fn::Join']
  return JSON.parse(
    pieces
      .map((piece) => (typeof piece === 'string' ? piece : Object.values(piece as object).flat()[0]))
      .join(''),
  )
}

const { widgets } = bodyOf(Properties['DashboardBody'])
const titles = widgets.map(({ properties }) => properties.title)

describe('the dashboard', () => {
  it('begins with every alarm there is', () => {
    const [first] = widgets

    expect(first?.type).toBe('alarm')
    expect(first?.properties.alarms?.toSorted()).toEqual(
      resourcesOf(template, 'AWS::CloudWatch::Alarm')
        .map(({ id }) => id)
        .toSorted(),
    )
  })

  it('is small enough to be read standing, and says in words what each picture shows', () => {
    expect(titles.length).toBeLessThan(14)
    for (const title of titles) expect(title).toMatch(/^[A-Z].{20,72}$/)
  })

  it('shows every number that log lines are counted for', () => {
    const shown = JSON.stringify(widgets)
    const numbers = ['accepted', 'stored', 'email-sent', 'email-failed', 'emails-late-seconds', 'swept']

    for (const name of [...numbers, 'sending-quota-percent', 'reconcile-found', 'places', 'places-taken'])
      expect(shown).toContain(`"OpenCircle/events","${name}"`)
  })

  it('names those who were accepted and are not stored, by id alone', () => {
    const query = widgets.find(({ type }) => type === 'log')?.properties.query

    expect(query).toContain('by intakeId')
    expect(query).toContain('SOURCE')
  })

  it('is found by an output', () => {
    const { DashboardAddress } = template.findOutputs('*') as Record<string, { Value: unknown }>

    expect(JSON.stringify(DashboardAddress)).toContain('#dashboards/dashboard/OpenCircle')
  })
})
