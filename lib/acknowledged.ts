import { type Stack, Validations } from 'aws-cdk-lib'

import { triggers } from '../functions/triggers.ts'
import { pascalCase } from './by-name.ts'

interface Acknowledged {
  /** Rules of cdk-nag, which say what is missing. */
  rules: readonly string[]
  /** Constructs by their path in the stack; what is made inside them is meant as well. */
  at: readonly string[]
  /** Why it is missing, and what does the work instead. */
  because: string
  /** The test that fails where this is no longer so: its file, and its title as it is written there. */
  shownBy: readonly [file: string, title: string]
}

const functions = Object.keys(triggers).map(pascalCase)
const roles = functions.map((name) => `${name}Role`)
const rotation = ['AwsSolutions-SMG4', 'HIPAA.Security-SecretsManagerRotationEnabled']

/**
 * Every finding of cdk-nag's packs AwsSolutions and HIPAA.Security that stays: for an auditor, on one page. Whatever is not
 * here stops `cdk synth`; what is here and is no finding any more fails a test.
 */
export const acknowledged: readonly Acknowledged[] = [
  {
    rules: rotation,
    at: ['IdentifierKey'],
    because:
      'References and ids are made from this key: with another one, nobody could find the request whose reference a person holds. It signs nothing and opens nothing, and is read by the functions alone that make or look up a reference.',
    shownBy: ['test/lib/permissions.test.ts', 'give %s what it needs and no more'],
  },
  {
    rules: rotation,
    at: ['LinkKeys'],
    because:
      'A ring of keys that is renewed by adding one (docs/deploy.md, "A new key for private links"); old links live on, and end when their key is taken out. To do it automatically, a function would have to be able to write the keys, and could then forge every link.',
    shownBy: ['test/abuse/keys.test.ts', 'a new key signs from then on, and every link of the old one lives'],
  },
  {
    rules: rotation,
    at: ['StaffSignIn'],
    because:
      'Holds what the issuer of the staff sign-in gave us, and nobody but the issuer can renew that: a new client secret comes in by a deployment, and is read within 15 minutes. It lets nobody in by itself: code, verifier, state and nonce have to fit as well.',
    shownBy: ['test/journeys/signing-in.test.ts', 'lets nobody in who comes back with %s'],
  },
  {
    rules: ['AwsSolutions-APIG2'],
    at: ['HttpApi'],
    because:
      'A validator of the gateway knows JSON alone and would answer a person with an error of its own. Our schema is stricter (what it does not know is refused), reads forms and JSON alike, and says which answer is wrong and how to put it right; size is checked before anything is parsed.',
    shownBy: ['test/journeys/hostile.test.ts', 'JSON that is %s gets a clear answer'],
  },
  {
    rules: [
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
    ],
    at: ['HttpApi/CloudWatchRole'],
    because:
      'The one role through which API Gateway writes the logs of the whole account, other APIs of it included: AWS checks it against this policy when it is set, and keeps the policy. It reaches logs and nothing else, only API Gateway can take it on, and what our API writes there holds no path and no address.',
    shownBy: [
      'test/lib/permissions.test.ts',
      'are written out here: no function has a managed policy or a policy beside its role',
    ],
  },
  {
    rules: ['AwsSolutions-APIG4', 'AwsSolutions-COG4'],
    at: ['HttpApi'],
    because:
      'People who look for help have no account, so the gateway can ask them for none. Each function decides for its own pages: those to read know nothing; a private link is signed, ends, and is good for one purpose; staff pages want a sealed session that began at the issuer with a second factor. One test asks every route of the stack for something that is nobody’s.',
    shownBy: ['test/abuse/every-route.test.ts', '%s tells a stranger nothing about anyone'],
  },
  {
    rules: ['AwsSolutions-COG1'],
    at: ['StaffPool'],
    because:
      'Rules on which characters a password needs make weaker passwords (NIST SP 800-63B, section 3.1.1.2). Ours are 14 characters or longer, those known from elsewhere are refused, and nobody signs in without a second factor.',
    shownBy: [
      'test/lib/staff-sign-in.test.ts',
      'asks for long passwords, and takes none that became known elsewhere',
    ],
  },
  {
    rules: ['AwsSolutions-IAM5[Resource::*]'],
    at: ['SweepDueRole'],
    because:
      'ses:GetSendQuota tells two numbers about the account and has no resource that could be named (AWS service authorization reference).',
    shownBy: ['test/lib/permissions.test.ts', 'never allow more than what is named'],
  },
  {
    rules: ['HIPAA.Security-S3BucketReplicationEnabled', 'HIPAA.Security-S3BucketVersioningEnabled'],
    at: ['PackedGroups'],
    because:
      'Holds one object, the groups packed for searching, which is made anew from their table within 15 minutes and which nobody would ever want back as it was. Where it is missing, damaged or old, people are matched from the table itself.',
    shownBy: [
      'test/journeys/packed-groups.test.ts',
      'are done without when they are %s, and it is said aloud',
    ],
  },
  {
    rules: ['AwsSolutions-S1', 'HIPAA.Security-S3BucketLoggingEnabled'],
    at: ['PackedGroups'],
    because:
      'The one object in it tells of groups, which anybody may know, and of no person: who read it is nobody’s secret. Two functions may reach it, by name, and a log of its own would need a second bucket that is kept as this one is.',
    shownBy: ['test/journeys/packed-groups.test.ts', 'hold nothing about anyone: no name, no address'],
  },
  {
    rules: ['HIPAA.Security-APIGWCacheEnabledAndEncrypted'],
    at: ['HttpApi'],
    because:
      'A cache between us and people would keep their private pages, and show one person what another one asked for. None is switched on, and each answer forbids caches on its way.',
    shownBy: ['test/abuse/every-route.test.ts', '%s lets no cache keep its answer, and no frame show it'],
  },
  {
    rules: ['HIPAA.Security-APIGWSSLEnabled'],
    at: ['HttpApi'],
    because:
      'A client certificate is for a web server behind the gateway. Behind ours are functions alone, which the gateway calls through Lambda’s own encrypted and signed interface.',
    shownBy: ['test/lib/http-api.test.ts', 'calls functions, and nothing else is behind it'],
  },
  {
    rules: ['HIPAA.Security-APIGWXrayEnabled'],
    at: ['HttpApi'],
    because:
      'X-Ray writes down the whole address of each request, and a private link is one. Who did and saw what stands in the trail; the access log has the route, the status and the time of each request.',
    shownBy: [
      'test/lib/http-api.test.ts',
      'logs the path as it is written, never the one that was asked for',
    ],
  },
  {
    rules: ['HIPAA.Security-WAFv2LoggingEnabled'],
    at: ['Firewall'],
    because:
      'The log of a firewall holds the address of each caller, which cannot be left out, and the path, which is a private link: people are promised that neither is kept (docs/privacy.md). What it turns away is counted by rule, and an alarm says so; the access log has what it let through.',
    shownBy: ['test/lib/firewall.test.ts', 'keeps nothing of a request but a number'],
  },
  {
    rules: ['HIPAA.Security-IAMNoInlinePolicy'],
    at: [...roles, 'BackUpRole'],
    because:
      'A policy inside its role belongs to this one role, goes with it, and can be attached to nobody else. All of them are written on one page (lib/permissions.ts), and a test has every line of them.',
    shownBy: ['test/lib/permissions.test.ts', 'give %s what it needs and no more'],
  },
  {
    rules: ['HIPAA.Security-LambdaConcurrency'],
    at: functions,
    because:
      'What is reserved for one function is taken from the others, and a new account has hardly more than it needs: pages for people in need would be the first to suffer. The gateway lets 50 requests a second through, and each queue says how many batches are worked on at once.',
    shownBy: [
      'test/lib/triggers.test.ts',
      'works on the queue it is listed for, so many at once, and gives back only what failed',
    ],
  },
  {
    rules: ['HIPAA.Security-LambdaDLQ'],
    at: functions,
    because:
      'This queue would take events that nobody waits for, and there are none that could be lost. Behind a page, whoever asked sees that it failed; behind a queue, that queue has its own dead-letter queue with an alarm; what the clock wakes finds everything the next time, and an alarm sounds when there is none.',
    shownBy: ['test/lib/triggers.test.ts', 'is woken by something: %s'],
  },
  {
    rules: ['HIPAA.Security-LambdaInsideVPC'],
    at: functions,
    because:
      'Nothing it touches is in a network of ours: tables, queues, secrets and mail are services of AWS, reached encrypted and signed, and by the one action on the one thing that each role names. A network would add ways out and nothing that could be closed.',
    shownBy: ['test/journeys/grants.test.ts', '%s is granted nothing that it does not do'],
  },
]

/** Says it to cdk-nag. Of a name that the stack no longer has, it says so. */
export const acknowledgeFindings = (stack: Stack) => {
  for (const { rules, at, because, shownBy } of acknowledged)
    for (const path of at) {
      const construct = path
        .split('/')
        .reduce((found, id) => found.node.findChild(id), stack as Parameters<typeof Validations.of>[0])
      for (const id of rules)
        Validations.of(construct).acknowledge({ id, reason: `${because} Shown by ${shownBy.join(': ')}.` })
    }
}
