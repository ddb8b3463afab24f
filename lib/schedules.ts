import { Duration, type Stack } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'

import { triggers } from '../functions/triggers.ts'
import { mapByName, pascalCase } from './by-name.ts'
import type { Functions } from './functions.ts'

/** A run that was missed is not made up for: the next one finds everything that is due. */
export const addSchedules = (stack: Stack, functions: Functions) =>
  mapByName(functions, (name, handler) => {
    const trigger = triggers[name]
    if (!('everyMinutes' in trigger)) return
    new Rule(stack, `${pascalCase(name)}Clock`, {
      description: trigger.does,
      schedule: Schedule.rate(Duration.minutes(trigger.everyMinutes)),
      targets: [new LambdaFunction(handler, { retryAttempts: 0, maxEventAge: Duration.minutes(1) })],
    })
  })
