import { describe, expect, it } from 'vitest'

import { mostSeconds } from '../../functions/set-place-prices.ts'
import { type FunctionName, type Trigger, triggers } from '../../functions/triggers.ts'
import { pascalCase } from '../../lib/by-name.ts'
import { clockOf } from '../../lib/schedules.ts'
import { plain, resourceOf, resourcesOf, synthesise } from './synthesise.ts'

const template = synthesise()
const names = Object.keys(triggers) as FunctionName[]

const parents = new Map(
  resourcesOf(template, 'AWS::ApiGateway::Resource').map(({ id, body }) => [
    id,
    { part: plain(body.Properties['PathPart']), above: body.Properties['ParentId'] as { Ref?: string } },
  ]),
)

const pathOf = (id: string | undefined): string => {
  const place = id === undefined ? undefined : parents.get(id)
  return place ? `${pathOf(place.above.Ref)}/${place.part}` : ''
}

const routes = resourcesOf(template, 'AWS::ApiGateway::Method').map(({ body: { Properties } }) => ({
  route: `${plain(Properties['HttpMethod'])} ${pathOf((Properties['ResourceId'] as { Ref?: string }).Ref) || '/'}`,
  handler: plain((Properties['Integration'] as { Uri: unknown }).Uri).match(/functions\/(\w+)\//)?.[1],
  authorization: Properties['AuthorizationType'],
}))

const wanted = names.flatMap((name) => {
  const trigger = triggers[name]
  return 'routes' in trigger
    ? trigger.routes.map((route) => ({ route, handler: pascalCase(name), authorization: 'NONE' }))
    : []
})

const byRoute = (one: { route: string }, other: { route: string }) => one.route.localeCompare(other.route)

describe('each function', () => {
  it('has a third of its time left when a night of prices has played as long as it may', () => {
    expect(mostSeconds).toBeLessThanOrEqual((2 / 3) * triggers['set-place-prices'].timeoutSeconds)
  })

  it('answers exactly the routes it is listed for', () => {
    expect(routes.toSorted(byRoute)).toEqual(wanted.toSorted(byRoute))
  })

  it('can be opened by its address wherever staff may load a page again or type where it stands', () => {
    // The gateway asks no other route where the one that fits best lacks the method.
    const places = [...parents.keys()].map(pathOf).filter((path) => /^\/staff(\/|$)/.test(path))

    expect(places.filter((path) => !wanted.some(({ route }) => route === `GET ${path}`))).toEqual([])
  })

  it('works on the queue it is listed for, so many at once, and gives back only what failed', () => {
    const listed = names.flatMap((name) => {
      const trigger = triggers[name]
      if (!('queue' in trigger)) return []
      const { queue, batchSize, maximumConcurrency } = trigger
      return [[pascalCase(name), `${pascalCase(queue)}Queue`, batchSize, maximumConcurrency]]
    })

    const sources = resourcesOf(template, 'AWS::Lambda::EventSourceMapping')
      .map(({ body }) => body.Properties)
      .filter((source) => !('StartingPosition' in source))

    expect(
      sources.map((source) => [
        plain(source['FunctionName']),
        plain(source['EventSourceArn']),
        source['BatchSize'],
        (source['ScalingConfig'] as Record<string, unknown>)['MaximumConcurrency'],
      ]),
    ).toEqual(listed)
    for (const source of sources) expect(source['FunctionResponseTypes']).toEqual(['ReportBatchItemFailures'])
  })

  it('wakes within half a minute of a change where it is listed for that, and holds nothing up by failing', () => {
    const listed = names.flatMap((name) => {
      const { changesOf }: Trigger = triggers[name]
      return changesOf === undefined ? [] : [[pascalCase(name), `Records${changesOf}`]]
    })

    const streams = resourcesOf(template, 'AWS::Lambda::EventSourceMapping')
      .map(({ body }) => body.Properties)
      .filter((source) => 'StartingPosition' in source)

    expect(streams.map((source) => [plain(source['FunctionName']), plain(source['EventSourceArn'])])).toEqual(
      listed,
    )
    for (const source of streams) {
      expect(source).toMatchObject({ StartingPosition: 'LATEST', MaximumRetryAttempts: 1 })
      expect(source['MaximumBatchingWindowInSeconds']).toBeLessThanOrEqual(30)
    }
    expect(listed).toEqual([['PublishDirectory', 'Recordsgroups']])
  })

  it('that changes wake is woken by the clock as well, so that one that is lost costs minutes', () => {
    const clocks = Object.values<Trigger>(triggers)
      .filter(({ changesOf }) => changesOf !== undefined)
      .map(({ everyMinutes }) => everyMinutes)

    expect(clocks).toEqual([15])
  })

  it('wakes by the clock where it is listed for that', () => {
    const listed = names.flatMap((name) => {
      const { everyMinutes, dailyAtHourUtc }: Trigger = triggers[name]
      return [
        ...(everyMinutes === undefined
          ? []
          : [[pascalCase(name), `rate(${everyMinutes} minute${everyMinutes === 1 ? '' : 's'})`]]),
        ...(dailyAtHourUtc === undefined ? [] : [[pascalCase(name), `cron(0 ${dailyAtHourUtc} * * ? *)`]]),
      ]
    })

    const clocks = resourcesOf(template, 'AWS::Events::Rule').map(({ body: { Properties } }) => [
      plain((Properties['Targets'] as { Arn: unknown }[])[0]?.Arn),
      Properties['ScheduleExpression'],
    ])

    expect(clocks).toEqual(listed)
  })

  it('that wakes once a day is not given up on for a hiccup at that moment', () => {
    const daily = clockOf({
      does: '',
      dailyAtHourUtc: 9,
      timeoutSeconds: 60,
      memoryMb: 512,
      settings: [],
    })

    expect(daily?.schedule.expressionString).toBe('cron(0 9 * * ? *)')
    expect(daily?.maxEventAge?.toHours()).toBe(6)
    expect(daily?.retryAttempts).toBeGreaterThan(5)
  })

  it.each(names)('is woken by something: %s', (name) => {
    const ways = ['routes', 'queue', 'everyMinutes', 'dailyAtHourUtc'].filter((way) => way in triggers[name])

    expect(ways).toHaveLength(1)
  })

  it.each(names)('has the settings it is listed for, and no other: %s', (name) => {
    const { Properties } = resourceOf(template, 'AWS::Lambda::Function', pascalCase(name))
    const { Variables } = Properties['Environment'] as { Variables: object }

    expect(Object.keys(Variables).toSorted()).toEqual([...triggers[name].settings].toSorted())
  })

  it('is told the same under the same name', () => {
    const told = resourcesOf(template, 'AWS::Lambda::Function').flatMap(({ body: { Properties } }) =>
      Object.entries((Properties['Environment'] as { Variables: object }).Variables).map(
        ([name, value]) => `${name} ${plain(value).replace('STACK by /[2] by -[4]', 'BIRTH')}`,
      ),
    )

    expect([...new Set(told)].toSorted()).toEqual([
      'CLOSED_DAYS ClosedDays',
      'CONFIGURATION_SET EmailToPerson',
      'DISCREET_NAME DiscreetName',
      'EMAILS_QUEUE_URL EmailsQueue',
      'EMAILS_TABLE Recordsemails',
      'FEEDS_TABLE Recordsfeeds',
      'FOLLOW_UP_DAYS FollowUpDays',
      'GROUPS_TABLE Recordsgroups',
      'HELP_PHONE HelpPhone',
      'IDENTIFIER_KEY_NAME /aws/reference/secretsmanager/OpenCircle-identifier-key-BIRTH',
      'INTAKES_QUEUE_URL IntakesQueue',
      'INTAKES_TABLE Recordsintakes',
      'LEAVE_TO LeaveTo',
      'LINK_KEYS_NAME /aws/reference/secretsmanager/OpenCircle-link-keys-BIRTH',
      'MINORS MinorsMode',
      'ORGANISATION_NAME OrganisationName',
      'PACKED_GROUPS PackedGroups/groups',
      'PART_2_NOTICE Part2Notice',
      'REFERRALS_TABLE Recordsreferrals',
      'SENDER_ADDRESS SenderAddress',
      'SITE_ADDRESS_NAME /OpenCircle/site-address',
      'STAFF_ADDRESS StaffAddress',
      'STAFF_CONFIGURATION_SET EmailToStaff',
      'STAFF_SIGN_IN_NAME /aws/reference/secretsmanager/OpenCircle-staff-sign-in-BIRTH',
      'STAFF_TABLE Recordsstaff',
      'STAFF_TIME_ZONE StaffTimeZone',
      'SUPERVISOR_ADDRESS SupervisorAddress',
      'TOMBSTONES_TABLE Recordstombstones',
      'TRAIL_TABLE Recordstrail',
    ])
  })

  it.each(names)('runs on Node 24 on arm64 with its own limits, role and encrypted log: %s', (name) => {
    const id = pascalCase(name)
    const { timeoutSeconds, memoryMb } = triggers[name]
    const { Properties: lambda } = resourceOf(template, 'AWS::Lambda::Function', id)
    const { Properties: logs } = resourceOf(template, 'AWS::Logs::LogGroup', `${id}Logs`)

    expect(lambda).toMatchObject({
      FunctionName: `OpenCircle-${name}`,
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Timeout: timeoutSeconds,
      MemorySize: memoryMb,
    })
    expect(plain(lambda['Role'])).toBe(`${id}Role`)
    expect(logs).toMatchObject({ LogGroupName: `/aws/lambda/OpenCircle-${name}`, RetentionInDays: 30 })
    expect(plain(logs['KmsKeyId'])).toBe('Key')
  })

  it('is in the stack, and nothing else is: no function of CDK itself', () => {
    expect(resourcesOf(template, 'AWS::Lambda::Function')).toHaveLength(names.length)
  })
})
