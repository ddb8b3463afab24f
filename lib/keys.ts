import { Aws, Fn, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager'

/** What a function asks Parameter Store for, and what it needs leave for. */
export interface Parameter {
  name: string
  arn: string
  /** Only where the parameter refers to a secret. */
  secretArn?: string
}

const parameter = (stack: Stack, name: string): Parameter => ({
  name,
  arn: stack.formatArn({ service: 'ssm', resource: 'parameter', resourceName: name.slice(1) }),
})

/** New with every stack that is created, so a stack can come back after its removal, when its old secrets still stand. */
export const birthmark = Fn.select(4, Fn.split('-', Fn.select(2, Fn.split('/', Aws.STACK_ID))))

/** A secret as Parameter Store gives it out. */
export const secretParameter = (stack: Stack, secretName: string, secret: CfnSecret): Parameter => ({
  ...parameter(stack, `/aws/reference/secretsmanager/${secretName}`),
  secretArn: secret.ref,
})

/**
 * A key ring with its first key, made by AWS and never seen by us. Parameter Store reads it by reference, so that one
 * call fetches secrets and the site address together (AWS Systems Manager guide, "Referencing Secrets Manager secrets").
 */
const keyRing = (stack: Stack, key: IKey, id: string, name: string, description: string): Parameter => {
  const secretName = `${stack.stackName}-${name}-${birthmark}`
  const secret = new CfnSecret(stack, id, {
    name: secretName,
    description,
    kmsKeyId: key.keyArn,
    generateSecretString: {
      secretStringTemplate: '{}',
      generateStringKey: '1',
      passwordLength: 64,
      excludePunctuation: true,
    },
  })
  secret.applyRemovalPolicy(RemovalPolicy.RETAIN)
  return secretParameter(stack, secretName, secret)
}

export const addKeys = (stack: Stack, key: IKey) => ({
  identifierKey: keyRing(
    stack,
    key,
    'IdentifierKey',
    'identifier-key',
    'Makes references and ids. Losing it would make every reference that a person holds unreadable.',
  ),
  linkKeys: keyRing(
    stack,
    key,
    'LinkKeys',
    'link-keys',
    'Signs private links. A new key gets the next number; old ones stay as long as the longest link.',
  ),
  /** A fixed name: a function that named the stage of the API would wait for it, and the stage waits for the function. */
  siteAddress: parameter(stack, `/${stack.stackName}/site-address`),
})

export type Keys = ReturnType<typeof addKeys>
