import { Stack, type StackProps, Tags } from 'aws-cdk-lib'
import type { Construct } from 'constructs'

import { addAlarms } from './alarms.ts'
import { addBackUps } from './back-ups.ts'
import { addChoices } from './choices.ts'
import { addDashboard } from './dashboard.ts'
import { addEmailSending } from './email-sending.ts'
import { addKey } from './encryption.ts'
import { environmentOf } from './environment.ts'
import { addFirewall } from './firewall.ts'
import { addFunctions } from './functions.ts'
import { addHttpApi, addRoutes } from './http-api.ts'
import { addKeys } from './keys.ts'
import { countLogLines } from './logged.ts'
import { addOnCall } from './on-call.ts'
import { addOutputs } from './outputs.ts'
import { addPackedGroups } from './packed-groups.ts'
import { permissionsOf } from './permissions.ts'
import { addQueues, wakeFromQueues } from './queues.ts'
import { addRecords } from './records.ts'
import { addSchedules } from './schedules.ts'
import { addStaffSignIn } from './staff-sign-in.ts'
import { wakeFromStreams } from './streams.ts'

/** Everything, in one stack: what must outlive it is kept by its own removal policy, so there is nothing to export. */
export class OpenCircleStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps = {}) {
    super(scope, id, {
      description: 'Open Circle: from "I need help" to sitting in the right recovery group.',
      terminationProtection: true,
      ...props,
    })
    // What stays behind is found by its tag; of a dashboard nothing does.
    Tags.of(this).add('open-circle', this.stackName, {
      excludeResourceTypes: ['AWS::CloudWatch::Dashboard'],
    })

    const choices = addChoices(this)
    const key = addKey(this)
    const keys = addKeys(this, key)
    const onCall = addOnCall(this, key, choices.OnCallAddress)
    const tables = addRecords(this, key)
    const packedGroups = addPackedGroups(this, key)
    const failedBackUps = addBackUps(this, { key, tables })
    const queues = addQueues(this, key, onCall)
    const email = addEmailSending(this, key, queues['ses-events'], choices.SenderAddress)

    const { api, address } = addHttpApi(this, {
      key,
      helpPhone: choices.HelpPhone,
      siteAddressName: keys.siteAddress.name,
    })
    const formsTurnedAway = addFirewall(this, { api, address, helpPhone: choices.HelpPhone })
    const staffSignIn = addStaffSignIn(this, { key, choices, siteAddress: address })

    const parts = { keys, tables, packedGroups, queues, email, staffSignIn }
    const functions = addFunctions(this, {
      key,
      environment: environmentOf({ choices, ...parts }),
      permissionsOf: (name) => permissionsOf({ stack: this, key, ...parts }, name),
    })
    addRoutes(api, functions)
    wakeFromQueues(this, functions, queues)
    wakeFromStreams(this, functions, tables)
    addSchedules(this, functions)
    const logged = countLogLines(this, functions)
    addAlarms(this, { functions, logged, api, formsTurnedAway, failedBackUps, onCall })
    const dashboard = addDashboard(this, { functions, logged, api, queues })
    addOutputs(this, {
      address,
      dashboard,
      configurationSets: email.configurationSets,
      tables,
      queues,
      staffSignIn,
    })
  }
}
