import { Duration, type Stack } from 'aws-cdk-lib'
import type { RestApi } from 'aws-cdk-lib/aws-apigateway'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2'

import { triggers } from '../functions/triggers.ts'
import { gatewayAnswer } from './gateway-answer.ts'

/**
 * Forms from one address in five minutes. A shelter, a library or a clinic shares one, and so do the phones of a whole
 * town: this is far more than they send, and far fewer than a machine does.
 */
const formsInFiveMinutes = 100

/**
 * What AWS's own rules would block, and we only count: people paste addresses, paths and marks into a note, a form in
 * Korean is longer than 8 kB, an issuer comes back with a long code, and a browser may keep its name to itself. Bodies
 * are decided by our own schema, which says to a person what is wrong.
 */
const countedOnly = [
  'SizeRestrictions_BODY',
  'CrossSiteScripting_BODY',
  'GenericLFI_BODY',
  'GenericRFI_BODY',
  'EC2MetaDataSSRF_BODY',
  'SizeRestrictions_QUERYSTRING',
  'NoUserAgent_HEADER',
]

/** A path as our functions get it, whatever way of writing was tried to slip past a rule. */
const asReceived = [
  { priority: 0, type: 'URL_DECODE' },
  { priority: 1, type: 'NORMALIZE_PATH' },
]
const pathIs = (regexString: string): CfnWebACL.StatementProperty => ({
  regexMatchStatement: { regexString, fieldToMatch: { uriPath: {} }, textTransformations: asReceived },
})
const methodIs = (searchString: string): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    searchString,
    positionalConstraint: 'EXACTLY',
    fieldToMatch: { method: {} },
    textTransformations: [{ priority: 0, type: 'NONE' }],
  },
})
const both = (...statements: CfnWebACL.StatementProperty[]): CfnWebACL.StatementProperty => ({
  andStatement: { statements },
})

/** The pages to read, with the help lines among them, behind a stage or a base path of one's own and in either language. */
const pagesToRead = () => {
  const names = triggers['serve-form'].routes
    .map((route) => route.replace(/^GET \/(es(\/|$))?/, ''))
    .filter((name) => name !== '' && !name.includes('{'))
  return String.raw`^(/[\w-]+)?(/es)?(/(${[...new Set(names)].join('|')})?)?$`
}

/** Without samples: they would show who asked for which private page. A number is all that is kept of a request. */
const counted = (metricName: string) => ({
  visibilityConfig: { metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false },
})

const limitMetric = 'FormLimit'

interface Given {
  api: RestApi
  address: string
  helpPhone: string
}

/**
 * What is turned away before a function runs. Nobody who looks for help is: the pages to read are let through first,
 * without being weighed or counted. Gives the number of forms that were turned away.
 */
export const addFirewall = (stack: Stack, { api, address, helpPhone }: Given): Metric => {
  // Metrics of all firewalls of an account stand side by side under these names.
  const ownMetric = `${stack.stackName}-firewall`
  const firewall = new CfnWebACL(stack, 'Firewall', {
    description: 'Turns machines away from the form, and nobody from the help lines.',
    scope: 'REGIONAL',
    defaultAction: { allow: {} },
    ...counted(ownMetric),
    customResponseBodies: {
      'too-many': {
        contentType: 'TEXT_HTML',
        content: gatewayAnswer('too-many', { address, helpPhone }),
      },
    },
    rules: [
      {
        name: 'PagesToRead',
        priority: 0,
        statement: both(methodIs('GET'), pathIs(pagesToRead())),
        action: { allow: {} },
        ...counted('PagesToRead'),
      },
      {
        name: limitMetric,
        priority: 1,
        statement: {
          rateBasedStatement: {
            aggregateKeyType: 'IP',
            evaluationWindowSec: 300,
            limit: formsInFiveMinutes,
            scopeDownStatement: both(methodIs('POST'), pathIs('/intakes/*$')),
          },
        },
        action: {
          block: {
            customResponse: {
              responseCode: 429,
              customResponseBodyKey: 'too-many',
              responseHeaders: [
                { name: 'Retry-After', value: '300' },
                { name: 'Cache-Control', value: 'no-store' },
              ],
            },
          },
        },
        ...counted(limitMetric),
      },
      {
        // What it blocks is answered by the API's own page for it (http-api.ts).
        name: 'CommonRules',
        priority: 2,
        statement: {
          managedRuleGroupStatement: {
            vendorName: 'AWS',
            name: 'AWSManagedRulesCommonRuleSet',
            ruleActionOverrides: countedOnly.map((name) => ({ name, actionToUse: { count: {} } })),
          },
        },
        overrideAction: { none: {} },
        ...counted('CommonRules'),
      },
    ],
  })
  new CfnWebACLAssociation(stack, 'FirewallBeforeApi', {
    resourceArn: api.deploymentStage.stageArn,
    webAclArn: firewall.attrArn,
  })
  return new Metric({
    namespace: 'AWS/WAFV2',
    metricName: 'BlockedRequests',
    dimensionsMap: { WebACL: ownMetric, Rule: limitMetric, Region: stack.region },
    statistic: 'Sum',
    period: Duration.minutes(5),
  })
}
