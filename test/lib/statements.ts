import type { Template } from 'aws-cdk-lib/assertions'

import { listed, plain, resourcesOf } from './synthesise.ts'

interface Statement {
  Effect: 'Allow' | 'Deny'
  Action: unknown
  Resource: unknown
  Principal?: unknown
  Condition?: Record<string, Record<string, unknown>>
}

interface Document {
  Statement: Statement[]
}

/** A role's list. What a user pool calls its policies says how long passwords are. */
const inlineOf = ({ Policies }: Record<string, unknown>) =>
  (Array.isArray(Policies) ? (Policies as { PolicyDocument: Document }[]) : []).flatMap(
    ({ PolicyDocument }) => PolicyDocument.Statement,
  )

/** What a function may do, a line for each action on each thing. */
export const grantsOf = (template: Template, functionId: string): string[] => {
  const role = resourcesOf(template, 'AWS::IAM::Role').find(({ id }) => id.startsWith(`${functionId}Role`))
  return inlineOf(role?.body.Properties ?? {})
    .flatMap(({ Action, Resource, Condition }) =>
      listed(Action).flatMap((action) =>
        listed(Resource).map((resource) =>
          [
            action,
            plain(resource)
              .replace('arn:aws:ssm:REGION:ACCOUNT:', '')
              .replace('STACK by /[2] by -[4]', 'BIRTH'),
            ...Object.values(Condition ?? {}).flatMap((asked) =>
              Object.entries(asked).map(
                ([key, value]) => `if ${key} is ${listed(value).map(plain).join(' or ')}`,
              ),
            ),
          ].join(' '),
        ),
      ),
    )
    .toSorted()
}

/** Every statement of the stack, wherever it stands: on roles, queues, topics and keys. */
export const allStatements = (template: Template): { on: string; statement: Statement }[] =>
  Object.entries(
    template.toJSON()['Resources'] as Record<string, { Properties?: Record<string, unknown> }>,
  ).flatMap(([id, { Properties = {} }]) =>
    [
      ...inlineOf(Properties),
      ...['PolicyDocument', 'KeyPolicy', 'ResourcePolicy'].flatMap(
        (name) => (Properties[name] as Document | undefined)?.Statement ?? [],
      ),
    ].map((statement) => ({ on: id, statement })),
  )
