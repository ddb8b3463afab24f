import { Duration, type Stack } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'

import { type FunctionName, triggers } from '../functions/triggers.ts'
import { mapByName, pascalCase } from './by-name.ts'
import type { Functions } from './functions.ts'

interface Logged {
  /** The `event` of the log lines that are counted, where it is not the name of the metric. */
  events?: readonly string[]
  /** The number in the line that is taken, where the lines themselves are not what is counted. */
  value?: string
  /** Lines of other kinds count as nought: then a day with none of these can be compared, and is no gap. */
  isNeverGap?: boolean
  writtenBy: readonly FunctionName[]
}

// Object.keys is typed string[]; these are the keys of `triggers`.
const names = Object.keys(triggers) as FunctionName[]

/** They find out what goes wrong with people's requests and e-mails. */
const workers = names.filter(
  (name) =>
    'queue' in triggers[name] || ('everyMinutes' in triggers[name] && !('changesOf' in triggers[name])),
)

/**
 * What the functions' log lines (functions/shared/log.ts) are counted as. A line costs no call to AWS, so the form can
 * say that it was accepted without waiting for anything but the queue.
 */
export const metrics = {
  accepted: { isNeverGap: true, writtenBy: ['submit-intake'] },
  stored: {
    events: ['stored', 'sent-again', 'came-after-erasure'],
    isNeverGap: true,
    writtenBy: ['match-intake'],
  },
  'email-sent': { writtenBy: ['send-email'] },
  'email-failed': { writtenBy: workers },
  'emails-late-seconds': { events: ['swept'], value: '$.lateSeconds', writtenBy: ['sweep-due'] },
  'sending-quota-percent': { events: ['sending-quota'], value: '$.percent', writtenBy: ['sweep-due'] },
  swept: { value: '$.count', writtenBy: ['sweep-due'] },
  'staff-address-bounced': { writtenBy: workers },
  'intake-could-not-be-matched': { writtenBy: workers },
  'groups-unreadable': { writtenBy: [...workers, 'publish-directory'] },
  'packed-groups-lost': { writtenBy: ['match-intake'] },
  'place-prices-lost': { writtenBy: ['match-intake', 'serve-console', 'preview-decision', 'decide-intake'] },
  'issuer-away': { writtenBy: ['sign-in-staff'] },
  'reconcile-found': { writtenBy: ['reconcile'] },
  places: { events: ['reconciled'], value: '$.counts.places', writtenBy: ['reconcile'] },
  'places-taken': { events: ['reconciled'], value: '$.counts.placesTaken', writtenBy: ['reconcile'] },
} as const satisfies Record<string, Logged>

export type LoggedName = keyof typeof metrics

/** Counts the lines, and gives each count by its name: the sum of five minutes, unless it is asked for otherwise. */
export const countLogLines = (stack: Stack, functions: Functions): Record<LoggedName, Metric> => {
  const metricNamespace = `${stack.stackName}/events`
  return mapByName<LoggedName, Logged, Metric>(metrics, (metricName, logged) => {
    const { events = [metricName], value = '1', isNeverGap = false, writtenBy } = logged
    for (const name of writtenBy)
      new MetricFilter(stack, `${pascalCase(metricName)}In${pascalCase(name)}`, {
        logGroup: functions[name].logGroup,
        filterPattern: FilterPattern.any(
          ...events.map((event) => FilterPattern.stringValue('$.event', '=', event)),
        ),
        metricNamespace,
        metricName,
        metricValue: value,
        ...(isNeverGap && { defaultValue: 0 }),
      })
    return new Metric({
      namespace: metricNamespace,
      metricName,
      period: Duration.minutes(5),
      statistic: value === '1' ? 'Sum' : 'Maximum',
    })
  })
}

export type LogMetrics = ReturnType<typeof countLogLines>
