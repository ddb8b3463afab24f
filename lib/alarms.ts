import { Duration, type Stack } from 'aws-cdk-lib'
import type { RestApi } from 'aws-cdk-lib/aws-apigateway'
import { ComparisonOperator, MathExpression, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import type { ITopic } from 'aws-cdk-lib/aws-sns'

import { type FunctionName, type Trigger, triggers } from '../functions/triggers.ts'
import { mapByName, pascalCase } from './by-name.ts'
import type { Functions } from './functions.ts'
import type { LogMetrics, LoggedName } from './logged.ts'
import { alarm } from './on-call.ts'

const period = Duration.minutes(5)
const statistic = 'Sum'

const impactOfErrors: Record<FunctionName, string> = {
  'serve-form':
    'People who look for help cannot open the first page, the form on one page or the help lines.',
  'ask-questions': 'People who fill in the form see an error, and cannot go on to the next question.',
  'submit-intake': 'People who press "Send" see an error, and we do not have their request.',
  'answer-link': 'People cannot open the private page that tells them where their request is.',
  'answer-facilitator':
    'People who said yes to a group wait: its leader cannot open the page that sets their first session.',
  'sign-in-staff': 'Staff cannot sign in, so nobody works on what waits for them.',
  'serve-console': 'Staff cannot open their pages, so nobody works on what waits for them.',
  'preview-decision': 'Staff cannot look at a letter before it goes, so nobody is offered a place.',
  'decide-intake': 'Nobody is offered a place, and no note is kept: what staff decide is not done.',
  'match-intake': 'People who asked for a group wait longer than they have to.',
  'send-email': 'People, staff and facilitators wait for e-mails that do not come.',
  'record-delivery':
    'Nobody learns that an e-mail came back, so a person who cannot be reached is not phoned.',
  'erase-expired':
    'People are not kept to our word: what they told us is kept longer than the twelve months we promise.',
  'sweep-due': 'What is due is not picked up: late e-mails, open questions, overdue work of staff.',
  'publish-directory':
    'People are matched more slowly, and later to a group that is new: the packed groups are no longer renewed.',
  'set-place-prices':
    'People with a need that few groups meet are placed less often: their places go to those who have other groups.',
  reconcile: 'Nobody would learn that a request was forgotten, or that a place is held for nobody.',
}

/** One line of one of these is one too many. */
const impactOfEvents = {
  'email-failed': 'Somebody does not get an e-mail that we promised, and it will not be tried again.',
  'staff-address-bounced':
    'Staff do not hear of new requests: mail to the address of the intake staff comes back.',
  'intake-could-not-be-matched': 'A person waits for staff, because choosing a group for them failed.',
  'groups-unreadable': 'People are not offered a group, because its row cannot be read.',
  'packed-groups-lost':
    'People are matched more slowly, and at a higher cost: each time the whole table of groups is read.',
  'place-prices-lost':
    'People with a need that few groups meet are placed less often: there are no prices of places to go by.',
  'issuer-away': 'Staff cannot sign in, so nobody works on what waits for them.',
  'reconcile-found': 'Somebody may have been forgotten, or a place is kept from those who wait.',
} satisfies Partial<Record<LoggedName, string>>

const watchFunctions = (stack: Stack, functions: Functions, onCall: ITopic) =>
  mapByName(functions, (name, lambda) =>
    alarm(stack, `${pascalCase(name)}Errors`, onCall, {
      metric: lambda.metricErrors({ period, statistic }),
      threshold: 1,
      impact: impactOfErrors[name],
      sign: `${name} failed in the last five minutes.`,
    }),
  )

/** How long a function that wakes by the clock may be silent; null for one that does not. A daily one may be two hours late. */
const mostSilence = ({ everyMinutes, dailyAtHourUtc }: Trigger) => {
  if (everyMinutes !== undefined) {
    // A run that is missed shows nowhere else; two of those that come seldom.
    const minutes = Math.max(5, 2 * everyMinutes)
    return { period: Duration.minutes(minutes), periods: 1, inWords: `${minutes} minutes` }
  }
  if (dailyAtHourUtc !== undefined) return { period: Duration.hours(1), periods: 26, inWords: '26 hours' }
  return null
}

const watchClocks = (stack: Stack, functions: Functions, onCall: ITopic) =>
  mapByName(functions, (name, lambda) => {
    const silence = mostSilence(triggers[name])
    if (silence === null) return
    alarm(stack, `${pascalCase(name)}Silent`, onCall, {
      metric: lambda.metricInvocations({ period: silence.period, statistic }),
      threshold: 1,
      when: ComparisonOperator.LESS_THAN_THRESHOLD,
      periods: silence.periods,
      silence: TreatMissingData.BREACHING,
      impact: impactOfErrors[name],
      sign: `${name} has not run for ${silence.inWords}.`,
    })
  })

const watchEvents = (stack: Stack, logged: LogMetrics, onCall: ITopic) =>
  mapByName(impactOfEvents, (event, impact) =>
    alarm(stack, pascalCase(event), onCall, {
      metric: logged[event],
      threshold: 1,
      impact,
      sign: `A log line says ${event}; its ids lead to the record.`,
    }),
  )

/**
 * More than a try and a second one ten minutes later: what SES turns away once, goes out in time. A lease that ends
 * without an answer shows here as well, for it is as long.
 */
const lateAfter = Duration.minutes(15)

const watchEmails = (stack: Stack, logged: LogMetrics, onCall: ITopic) => {
  alarm(stack, 'EmailsLate', onCall, {
    // The sweeper comes back to an e-mail every five minutes: in ten it has met each that is late.
    metric: logged['emails-late-seconds'].with({ period: Duration.minutes(10) }),
    threshold: lateAfter.toSeconds(),
    impact: 'People, staff and facilitators wait for e-mails that should have gone out.',
    sign: `The latest is more than ${lateAfter.toMinutes()} minutes late.`,
  })
  alarm(stack, 'SendingQuota', onCall, {
    metric: logged['sending-quota-percent'].with({ period: Duration.hours(1) }),
    threshold: 80,
    impact: 'Nobody will get e-mail from us once the account has sent its share of the day.',
    sign: 'More than 80 % of what SES lets the account send in 24 hours was sent.',
  })
}

/**
 * Of a day; what is on its way while it is counted is no loss, and there is more of it on busy days. A person who was told
 * that we have their form must be in the records, or in a dead-letter queue, which has an alarm of its own.
 */
const watchAcceptance = (stack: Stack, { accepted, stored }: LogMetrics, onCall: ITopic) =>
  alarm(stack, 'AcceptedNotStored', onCall, {
    metric: new MathExpression({
      expression: '0.99 * FILL(accepted, 0) - FILL(stored, 0)',
      usingMetrics: { accepted, stored },
      period: Duration.days(1),
      label: 'accepted and not stored, less 1 %',
    }),
    threshold: 3,
    when: ComparisonOperator.GREATER_THAN_THRESHOLD,
    impact: 'People were told that we have their form, and nobody works on it.',
    sign: 'Fewer requests were stored in a day than were accepted.',
  })

const reputation = (metricName: string) =>
  new Metric({ namespace: 'AWS/SES', metricName, period: Duration.hours(1), statistic: 'Average' })

/** Of the whole account: AWS reviews it at 5 % bounces or 0.1 % complaints, and may then stop all of its mail. */
const watchReputation = (stack: Stack, onCall: ITopic) => {
  const impact = 'AWS may soon stop all our e-mail, and with it every invitation and every message to staff.'
  const worry = {
    impact,
    when: ComparisonOperator.GREATER_THAN_THRESHOLD,
    // SES reports now and then; between two reports nothing has changed.
    silence: TreatMissingData.IGNORE,
  }
  alarm(stack, 'BounceRate', onCall, {
    ...worry,
    metric: reputation('Reputation.BounceRate'),
    threshold: 0.02,
    sign: 'More than 2 % of e-mails come back.',
  })
  alarm(stack, 'ComplaintRate', onCall, {
    ...worry,
    metric: reputation('Reputation.ComplaintRate'),
    threshold: 0.001,
    sign: 'More than 0.1 % of e-mails are reported as spam.',
  })
}

/** Everything that on-call hears of, beside the queues, which bring their own (work-queue.ts). */
export const addAlarms = (
  stack: Stack,
  {
    functions,
    logged,
    api,
    formsTurnedAway,
    failedBackUps,
    onCall,
  }: {
    functions: Functions
    logged: LogMetrics
    api: RestApi
    formsTurnedAway: Metric
    failedBackUps: Metric
    onCall: ITopic
  },
) => {
  watchFunctions(stack, functions, onCall)
  watchClocks(stack, functions, onCall)
  watchEvents(stack, logged, onCall)
  watchEmails(stack, logged, onCall)
  watchAcceptance(stack, logged, onCall)
  watchReputation(stack, onCall)
  alarm(stack, 'HttpApiErrors', onCall, {
    metric: api.metricServerError({ period, statistic }),
    threshold: 1,
    impact: 'People who open a page or send the form see an error.',
    sign: 'The API answered with a status of 500 or above in the last five minutes.',
  })
  alarm(stack, 'FormsTurnedAway', onCall, {
    metric: formsTurnedAway,
    threshold: 1,
    impact: 'People behind one address, such as a shelter, may be unable to send the form.',
    sign: 'The firewall turned away what one address sent, as more than 100 forms in five minutes.',
  })
  alarm(stack, 'BackUpsFailed', onCall, {
    metric: failedBackUps,
    threshold: 1,
    impact: 'People’s requests may be missing from the copy of this night.',
    sign: 'A nightly copy of a table failed.',
  })
}
