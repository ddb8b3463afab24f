import { CfnOutput, type Stack } from 'aws-cdk-lib'

import type { TableName } from '../adapters/tables.ts'
import type { QueueName } from '../functions/triggers.ts'
import { mapByName, pascalCase } from './by-name.ts'
import type { EmailSending } from './email-sending.ts'
import type { StaffSignIn } from './staff-sign-in.ts'

interface Built {
  address: string
  dashboard: string
  configurationSets: EmailSending['configurationSets']
  tables: Record<TableName, { tableName: string }>
  queues: Record<QueueName, { queue: { queueUrl: string }; deadLetters: { queueUrl: string } }>
  staffSignIn: StaffSignIn
}

/** What people and the commands in bin/ need to know of a deployed stack: `IntakesTable`, `IntakesQueueUrl` and so on. */
export const addOutputs = (
  stack: Stack,
  { address, dashboard, configurationSets, tables, queues, staffSignIn }: Built,
) => {
  const output = (id: string, value: string, description: string) =>
    new CfnOutput(stack, id, { value, description })

  output('SiteAddress', address, 'Where people find us.')
  output('StaffPage', `${address}/staff`, 'Where staff work.')
  output('DashboardAddress', dashboard, 'What whoever is on call looks at first.')
  output('StaffPoolId', staffSignIn.userPoolId, 'The Cognito user pool that staff are invited to.')
  output('StaffCallback', `${address}/staff/signed-in`, 'What an issuer of your own has to let through.')
  output('ConfigurationSet', configurationSets.person, 'The SES configuration set of e-mails to people.')
  output('StaffConfigurationSet', configurationSets.staff, 'The SES configuration set of e-mails to staff.')
  mapByName(tables, (name, { tableName }) =>
    output(`${pascalCase(name)}Table`, tableName, `The table of ${name}.`),
  )
  mapByName(queues, (name, { queue, deadLetters }) => {
    output(`${pascalCase(name)}QueueUrl`, queue.queueUrl, `The queue ${name}.`)
    output(
      `${pascalCase(name)}DeadLetterQueueUrl`,
      deadLetters.queueUrl,
      `What the queue ${name} set aside after failing.`,
    )
  })
}
