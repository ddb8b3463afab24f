import { Duration, type Stack } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction, type LambdaFunctionProps } from 'aws-cdk-lib/aws-events-targets'

import { type Trigger, triggers } from '../functions/triggers.ts'
import { mapByName, pascalCase } from './by-name.ts'
import type { Functions } from './functions.ts'

/** When a function wakes by the clock, and what becomes of a run that could not be started; null where it does not. */
export const clockOf = ({
  everyMinutes,
  dailyAtHourUtc,
}: Trigger): (LambdaFunctionProps & { schedule: Schedule }) | null => {
  if (everyMinutes !== undefined)
    // A run that was missed is not made up for: the next one finds everything that is due.
    return {
      schedule: Schedule.rate(Duration.minutes(everyMinutes)),
      retryAttempts: 0,
      maxEventAge: Duration.minutes(1),
    }
  if (dailyAtHourUtc !== undefined)
    return {
      schedule: Schedule.cron({ hour: String(dailyAtHourUtc), minute: '0' }),
      retryAttempts: 12,
      maxEventAge: Duration.hours(6),
    }
  return null
}

export const addSchedules = (stack: Stack, functions: Functions) =>
  mapByName(functions, (name, handler) => {
    const clock = clockOf(triggers[name])
    if (clock === null) return
    const { schedule, ...patience } = clock
    new Rule(stack, `${pascalCase(name)}Clock`, {
      description: triggers[name].does,
      schedule,
      targets: [new LambdaFunction(handler, patience)],
    })
  })
