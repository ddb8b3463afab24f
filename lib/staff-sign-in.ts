import { CfnRule, Duration, Fn, CfnCondition, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  type CfnUserPoolClient,
  CfnUserPoolRiskConfigurationAttachment,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  UserPool,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager'

import type { Choices } from './choices.ts'
import { birthmark, secretParameter } from './keys.ts'

interface Given {
  key: IKey
  choices: Choices
  siteAddress: string
}

const invitedDays = 3

/** Whom the stack knows as staff, if the organisation has no sign-in of its own. Nobody gets in who was not invited. */
const addPool = (stack: Stack, siteAddress: string) => {
  const pool = new UserPool(stack, 'StaffPool', {
    userPoolName: `${stack.stackName}-staff`,
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    standardAttributes: {
      email: { required: true, mutable: true },
      fullname: { required: true, mutable: true },
    },
    mfa: Mfa.REQUIRED,
    mfaSecondFactor: { otp: true, sms: false },
    // Long, and without rules on which characters: NIST SP 800-63B, section 3.1.1.2.
    passwordPolicy: {
      minLength: 14,
      requireDigits: false,
      requireLowercase: false,
      requireUppercase: false,
      requireSymbols: false,
      tempPasswordValidity: Duration.days(invitedDays),
    },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    // The plan that knows passwords which became known elsewhere. It is paid by the person who signs in that month.
    featurePlan: FeaturePlan.PLUS,
    standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
    userInvitation: {
      emailSubject: 'Your sign-in for the staff pages',
      emailBody: `You are invited to <a href="${siteAddress}/staff">the staff pages</a>. Sign in as {username} with the password {####} within ${invitedDays} days. You will choose a password of your own, and need an authenticator app on your phone.`,
    },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  pool.addGroup('Coordinators', {
    groupName: 'coordinator',
    description: 'Works on what people asked for.',
  })
  pool.addGroup('Admins', { groupName: 'admin', description: 'May change the product for everyone as well.' })
  return pool
}

/** Our own site as a client of the pool: with a secret, and good for the way through the browser alone. */
const addClient = (stack: Stack, pool: UserPool, siteAddress: string) => {
  const client = pool.addClient('Site', {
    generateSecret: true,
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.PROFILE, OAuthScope.EMAIL],
      callbackUrls: [`${siteAddress}/staff/signed-in`],
      logoutUrls: [`${siteAddress}/staff`],
    },
    supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
    preventUserExistenceErrors: true,
    // Our session begins where these end: we read them once and keep none.
    idTokenValidity: Duration.minutes(5),
    accessTokenValidity: Duration.minutes(5),
    refreshTokenValidity: Duration.hours(1),
    authSessionValidity: Duration.minutes(10),
  })
  const clientId = client.userPoolClientId
  const of = { userPoolId: pool.userPoolId, clientId }
  new CfnUserPoolRiskConfigurationAttachment(stack, 'StaffKnownPasswords', {
    ...of,
    compromisedCredentialsRiskConfiguration: { actions: { eventAction: 'BLOCK' } },
  })
  // Without a look of some kind the newer sign-in pages are not shown at all.
  new CfnManagedLoginBranding(stack, 'StaffSignInLook', { ...of, useCognitoProvidedValues: true })
  return { clientId, clientSecret: (client.node.defaultChild as CfnUserPoolClient).attrClientSecret }
}

/** A client without a name would be refused by every issuer, at the first sign-in and not before. */
const refuseHalfAnIssuer = (stack: Stack, { StaffIssuer, StaffClientId }: Choices) =>
  new CfnRule(stack, 'StaffIssuerHasClient', {
    assertions: [
      {
        assert: Fn.conditionOr(
          Fn.conditionEquals(StaffIssuer, ''),
          Fn.conditionNot(Fn.conditionEquals(StaffClientId, '')),
        ),
        assertDescription:
          'StaffIssuer needs a StaffClientId: the name under which that issuer knows this site.',
      },
    ],
  })

/**
 * Where staff sign in: a Cognito pool, or the issuer that the organisation chose. Which it is stands in one secret that
 * the console reads through Parameter Store. The pool is always there, so that choosing another issuer, and choosing back,
 * neither loses who was invited nor makes a second pool.
 */
export const addStaffSignIn = (stack: Stack, { key, choices, siteAddress }: Given) => {
  refuseHalfAnIssuer(stack, choices)
  const pool = addPool(stack, siteAddress)
  // Prefixes are taken for all of AWS's customers in a region; this one follows the stack, whatever it is called.
  const domain = pool.addDomain('Domain', {
    cognitoDomain: { domainPrefix: `open-circle-${birthmark}` },
    managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
  })
  const { clientId, clientSecret } = addClient(stack, pool, siteAddress)

  const isOurs = new CfnCondition(stack, 'StaffSignInWithCognito', {
    expression: Fn.conditionEquals(choices.StaffIssuer, ''),
  })
  const either = (ours: string, theirs: string) => Fn.conditionIf(isOurs.logicalId, ours, theirs).toString()
  const secretName = `${stack.stackName}-staff-sign-in-${birthmark}`
  const secret = new CfnSecret(stack, 'StaffSignIn', {
    name: secretName,
    description: 'Where staff sign in, and what this site is called there.',
    kmsKeyId: key.keyArn,
    secretString: stack.toJsonString({
      issuer: either(pool.userPoolProviderUrl, choices.StaffIssuer),
      clientId: either(clientId, choices.StaffClientId),
      clientSecret: either(clientSecret, choices.StaffClientSecret),
      rolesClaim: choices.StaffRolesClaim,
      // Cognito ends its session in a way of its own; other issuers say where.
      signOutUrl: either(
        `${domain.baseUrl()}/logout?client_id=${clientId}&logout_uri=${siteAddress}/staff`,
        '',
      ),
    }),
  })
  return { parameter: secretParameter(stack, secretName, secret), userPoolId: pool.userPoolId }
}

export type StaffSignIn = ReturnType<typeof addStaffSignIn>
