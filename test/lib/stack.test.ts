import { describe, expect, it } from 'vitest'

import { readKeys } from '../../adapters/keys.ts'
import { tables } from '../../adapters/tables.ts'
import { pascalCase } from '../../lib/by-name.ts'
import { plain, resourcesOf, synthesise } from './synthesise.ts'

/** `Template.fromStack` throws where resources wait for each other in a circle, which CloudFormation would refuse. */
const template = synthesise()

describe('the stack', () => {
  it('tells the commands of operators where everything is', () => {
    const outputs = template.findOutputs('*') as Record<string, { Value: unknown }>

    expect(Object.keys(outputs).toSorted()).toEqual(
      [
        ...Object.keys(tables).map((name) => `${pascalCase(name)}Table`),
        ...['Intakes', 'Emails', 'SesEvents'].flatMap((name) => [
          `${name}QueueUrl`,
          `${name}DeadLetterQueueUrl`,
        ]),
        'ConfigurationSet',
        'StaffConfigurationSet',
        'SiteAddress',
        'DashboardAddress',
        'StaffPage',
        'StaffPoolId',
        'StaffCallback',
      ].toSorted(),
    )
    expect(plain(outputs['StaffPage']?.Value)).toBe(`${plain(outputs['SiteAddress']?.Value)}/staff`)
  })

  it('makes keys that the functions can read, keeps them, and gives each new stack new names', () => {
    const secrets = resourcesOf(template, 'AWS::SecretsManager::Secret').filter(
      ({ body }) => body.Properties['GenerateSecretString'],
    )

    expect(secrets.map(({ body }) => plain(body.Properties['Name']).replace(/STACK.*/, '…'))).toEqual([
      'OpenCircle-identifier-key-…',
      'OpenCircle-link-keys-…',
    ])
    for (const { body } of secrets) {
      const made = body.Properties['GenerateSecretString'] as {
        SecretStringTemplate: string
        GenerateStringKey: string
        PasswordLength: number
      }
      const asAwsMakesIt = JSON.stringify({
        ...JSON.parse(made.SecretStringTemplate),
        [made.GenerateStringKey]: 'x'.repeat(made.PasswordLength),
      })
      expect(readKeys(asAwsMakesIt)).toEqual([{ number: '1', secret: 'x'.repeat(64) }])
      expect(body.DeletionPolicy).toBe('Retain')
      expect(plain(body.Properties['KmsKeyId'])).toBe('Key')
    }
  })

  it('keeps the key that everything is encrypted with, and has AWS renew it', () => {
    const keys = resourcesOf(template, 'AWS::KMS::Key')

    expect(keys).toHaveLength(1)
    expect(keys[0]?.body).toMatchObject({ DeletionPolicy: 'Retain', Properties: { EnableKeyRotation: true } })
  })
})
