import { Aws, Duration, type Stack } from 'aws-cdk-lib'
import type { RestApi } from 'aws-cdk-lib/aws-apigateway'
import {
  Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type GraphWidgetProps,
  type IMetric,
  LogQueryWidget,
  type Metric,
  PeriodOverride,
} from 'aws-cdk-lib/aws-cloudwatch'

import type { FunctionName, QueueName } from '../functions/triggers.ts'
import { mapByName } from './by-name.ts'
import type { Functions } from './functions.ts'
import type { LogMetrics } from './logged.ts'
import type { WorkQueue } from './work-queue.ts'

interface Watched {
  functions: Functions
  logged: LogMetrics
  api: RestApi
  queues: Record<QueueName, WorkQueue>
}

/** What was accepted and what became of it, matched by id: names those whom the alarm AcceptedNotStored only counts. */
const acceptedNotStored = [
  'fields strcontains(event, "accepted") as isAccepted, 1 - strcontains(event, "accepted") as isStored',
  'filter event in ["accepted", "stored", "sent-again", "came-after-erasure"]',
  'stats sum(isAccepted) as accepted, sum(isStored) as stored, min(@timestamp) as at by intakeId',
  'filter accepted > 0 and stored = 0',
  'sort at',
]

const half = { width: 12, height: 6 }

const graph = (title: string, left: readonly IMetric[], more: Partial<GraphWidgetProps> = {}) =>
  new GraphWidget({ title, left: [...left], leftYAxis: { min: 0, showUnits: false }, ...half, ...more })

const labelled = (metric: Metric, label: string) => metric.with({ label })

/** The page that whoever is on call opens first, from what people feel to what explains it. Gives its address. */
export const addDashboard = (stack: Stack, { functions, logged, api, queues }: Watched): string => {
  const each = <Name extends string, Value>(
    from: Record<Name, Value>,
    make: (value: Value, name: Name) => Metric,
  ) =>
    Object.values<Metric>(
      mapByName<Name, Value, Metric>(from, (name, value) => labelled(make(value, name), name)),
    )
  const hourly = (metric: Metric, label: string) => metric.with({ period: Duration.hours(1), label })
  const nightly = (metric: Metric, label: string) => metric.with({ period: Duration.days(1), label })
  const logsOf = (name: FunctionName) => functions[name].logGroup.logGroupName
  const isAlarm = (construct: object): construct is Alarm => construct instanceof Alarm

  new Dashboard(stack, 'Dashboard', {
    dashboardName: stack.stackName,
    defaultInterval: Duration.days(1),
    periodOverride: PeriodOverride.INHERIT,
    widgets: [
      [
        new AlarmStatusWidget({
          title: 'What is not well (each alarm has an entry in docs/operations.md)',
          alarms: stack.node.findAll().filter(isAlarm),
          width: 24,
          height: 6,
        }),
      ],
      [
        graph('Forms that people sent, and forms that are stored', [
          hourly(logged.accepted, 'sent'),
          hourly(logged.stored, 'stored'),
        ]),
        new LogQueryWidget({
          title: 'Sent and not stored, by id: nobody, if all is well',
          logGroupNames: [logsOf('submit-intake'), logsOf('match-intake')],
          queryLines: acceptedNotStored,
          ...half,
        }),
      ],
      [
        graph(
          'How long people wait: seconds of the oldest message',
          each(queues, ({ queue }) => queue.metricApproximateAgeOfOldestMessage()),
        ),
        graph(
          'Failed and set aside (npm run redrive shows them)',
          each(queues, ({ deadLetters }) => deadLetters.metricApproximateNumberOfMessagesVisible()),
        ),
      ],
      [
        graph('E-mails that went out, and e-mails given up', [
          hourly(logged['email-sent'], 'went out'),
          hourly(logged['email-failed'], 'given up'),
        ]),
        graph(
          'How late the latest e-mail is, and how much of the day’s quota is used',
          [labelled(logged['emails-late-seconds'], 'seconds late')],
          {
            right: [labelled(logged['sending-quota-percent'], '% of the quota')],
            rightYAxis: { min: 0, max: 100, showUnits: false },
          },
        ),
      ],
      [
        graph('Errors that people saw, and errors behind the pages', [
          labelled(api.metricServerError({ statistic: 'Sum' }), 'pages'),
          ...each(functions, (lambda) => lambda.metricErrors({ statistic: 'Sum' })),
        ]),
        graph('What came due and was done (the sweeper is never silent)', [
          logged.swept.with({ statistic: 'Sum', label: 'done' }),
          labelled(functions['sweep-due'].metricInvocations({ statistic: 'Sum' }), 'times the sweeper ran'),
        ]),
      ],
      [
        graph('Places in groups, and places taken (each night)', [
          nightly(logged.places, 'places'),
          nightly(logged['places-taken'], 'taken'),
        ]),
        graph('What does not agree in the records (npm run reconcile tells)', [
          nightly(logged['reconcile-found'], 'findings'),
        ]),
      ],
    ],
  })
  return `https://${Aws.REGION}.console.aws.amazon.com/cloudwatch/home?region=${Aws.REGION}#dashboards/dashboard/${stack.stackName}`
}
