import { join } from 'node:path'

import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { PolicyDocument, type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda'
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'

import type { Setting } from '../adapters/config.ts'
import { type FunctionName, triggers } from '../functions/triggers.ts'
import { bundling, root } from './bundling.ts'
import { mapByName, pascalCase } from './by-name.ts'
import { mayLog } from './permissions.ts'

/** Longer than the 14 days that a failed message waits to be looked at. Logs hold ids and codes, never what was said. */
export const logRetention = RetentionDays.ONE_MONTH

const settingsOf = (name: FunctionName, environment: Record<Setting, string>): Record<string, string> =>
  Object.fromEntries(triggers[name].settings.map((setting) => [setting, environment[setting]]))

interface Given {
  key: IKey
  environment: Record<Setting, string>
  permissionsOf: (name: FunctionName) => PolicyStatement[]
}

export const addFunctions = (stack: Stack, { key, environment, permissionsOf }: Given) =>
  mapByName(triggers, (name, { does, timeoutSeconds, memoryMb }) => {
    const id = pascalCase(name)
    const functionName = `${stack.stackName}-${name}`
    const logGroup = new LogGroup(stack, `${id}Logs`, {
      logGroupName: `/aws/lambda/${functionName}`,
      retention: logRetention,
      encryptionKey: key,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const role = new Role(stack, `${id}Role`, {
      description: `What ${functionName} may do: lib/permissions.ts.`,
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: {
        permissions: new PolicyDocument({
          statements: [mayLog(logGroup.logGroupArn), ...permissionsOf(name)],
        }),
      },
    })
    return new NodejsFunction(stack, id, {
      functionName,
      description: does,
      entry: join(root, 'functions', `${name}.ts`),
      projectRoot: root,
      depsLockFilePath: join(root, 'package-lock.json'),
      handler: 'handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memoryMb,
      timeout: Duration.seconds(timeoutSeconds),
      role,
      logGroup,
      environment: settingsOf(name, environment),
      // A setting of its own that only the second version of the SDK reads.
      awsSdkConnectionReuse: false,
      bundling: bundling(name),
    })
  })

export type Functions = ReturnType<typeof addFunctions>
