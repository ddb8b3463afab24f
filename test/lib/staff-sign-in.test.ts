import { assert, property, stringMatching } from 'fast-check'
import { describe, expect, it } from 'vitest'

import { plain, resourceOf, resourcesOf, synthesise } from './synthesise.ts'

const template = synthesise()
const { Properties: pool, ...fate } = resourceOf(template, 'AWS::Cognito::UserPool', 'StaffPool')
const allowed = (name: string) => {
  const { AllowedPattern } = template.findParameters(name)[name] as { AllowedPattern: string }
  return stringMatching(new RegExp(AllowedPattern))
}
const site = 'https://HttpApi.execute-api.REGION.amazonaws.com/prod'

describe('the staff pool', () => {
  it('lets in only who was invited, and invites for three days', () => {
    expect(pool['AdminCreateUserConfig']).toMatchObject({ AllowAdminCreateUserOnly: true })
    expect(pool['Policies']).toMatchObject({ PasswordPolicy: { TemporaryPasswordValidityDays: 3 } })
    const { InviteMessageTemplate } = pool['AdminCreateUserConfig'] as {
      InviteMessageTemplate: { EmailMessage: unknown }
    }
    const invitation = plain(InviteMessageTemplate.EmailMessage)
    for (const part of [`${site}/staff`, '{username}', '{####}']) expect(invitation).toContain(part)
  })

  it('asks everyone for a second factor, and takes no text message for one', () => {
    expect(pool).toMatchObject({ MfaConfiguration: 'ON', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] })
  })

  it('asks for long passwords, and takes none that became known elsewhere', () => {
    expect(pool).toMatchObject({
      UserPoolTier: 'PLUS',
      UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
      Policies: { PasswordPolicy: { MinimumLength: 14 } },
    })
    template.hasResourceProperties('AWS::Cognito::UserPoolRiskConfigurationAttachment', {
      CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'BLOCK' } },
    })
  })

  it('stays when the stack goes', () => {
    expect(pool).toMatchObject({ DeletionProtection: 'ACTIVE' })
    expect(fate).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })
  })

  it('has a group for each role', () => {
    const groups = resourcesOf(template, 'AWS::Cognito::UserPoolGroup')

    expect(groups.map(({ body }) => body.Properties['GroupName'])).toEqual(['coordinator', 'admin'])
  })

  it('knows our site as a client with a secret that takes a code and comes back to us alone', () => {
    const client = resourceOf(template, 'AWS::Cognito::UserPoolClient', 'StaffPoolSite').Properties

    expect(client).toMatchObject({
      GenerateSecret: true,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'profile', 'email'],
      SupportedIdentityProviders: ['COGNITO'],
      PreventUserExistenceErrors: 'ENABLED',
    })
    expect((client['CallbackURLs'] as unknown[]).map(plain)).toEqual([`${site}/staff/signed-in`])
    expect((client['LogoutURLs'] as unknown[]).map(plain)).toEqual([`${site}/staff`])
  })
})

describe('where staff sign in', () => {
  const { Properties: secret } = resourceOf(template, 'AWS::SecretsManager::Secret', 'StaffSignIn')

  it('is one encrypted secret: the pool, or the issuer that was chosen', () => {
    const ours = 'StaffSignInWithCognito'

    expect(plain(secret['KmsKeyId'])).toBe('Key')
    expect(JSON.parse(plain(secret['SecretString']))).toEqual({
      issuer: `${ours} ? StaffPool ? StaffIssuer`,
      clientId: `${ours} ? StaffPoolSite ? StaffClientId`,
      clientSecret: `${ours} ? StaffPoolSite ? StaffClientSecret`,
      rolesClaim: 'StaffRolesClaim',
      signOutUrl: `${ours} ? https://StaffPoolDomain.auth.REGION.amazoncognito.com/logout?client_id=StaffPoolSite&logout_uri=${site}/staff ? `,
    })
    expect(template.toJSON()['Conditions']).toEqual({
      [ours]: { 'Fn::Equals': [{ Ref: 'StaffIssuer' }, ''] },
    })
  })

  it('is never shown: the secret of a client is not echoed, and stands in no parameter, output or setting', () => {
    expect(template.findParameters('StaffClientSecret')['StaffClientSecret']).toMatchObject({ NoEcho: true })
    const { StaffSignIn: _where, ...others } = template.toJSON()['Resources'] as Record<string, unknown>
    const elsewhere = JSON.stringify([others, template.findOutputs('*')])
    expect(elsewhere).not.toMatch(/"StaffClientSecret"|"ClientSecret"/)
  })

  it('is refused at deployment where an issuer is named without a client', () => {
    const { StaffIssuerHasClient } = template.toJSON()['Rules'] as Record<string, unknown>

    expect(JSON.stringify(StaffIssuerHasClient)).toContain('"Ref":"StaffClientId"')
  })

  it('is text that stays readable as JSON, whatever was chosen', () => {
    for (const name of ['StaffIssuer', 'StaffClientId', 'StaffClientSecret', 'StaffRolesClaim'])
      assert(
        property(allowed(name), (value) => {
          expect(JSON.parse(`{"is":"${value}"}`)).toEqual({ is: value })
        }),
        { numRuns: 200 },
      )
  })

  it('is an address that a function can ask, and asks encrypted', () => {
    assert(
      property(
        allowed('StaffIssuer').filter((value) => value !== ''),
        (value) => {
          expect(new URL(value).protocol).toBe('https:')
        },
      ),
      { numRuns: 200 },
    )
  })
})
