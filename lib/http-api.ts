import { Aws, RemovalPolicy, Size, type Stack } from 'aws-cdk-lib'
import {
  AccessLogFormat,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  ResponseType,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { StringParameter } from 'aws-cdk-lib/aws-ssm'

import { triggers } from '../functions/triggers.ts'
import { mapByName } from './by-name.ts'
import { type Functions, logRetention } from './functions.ts'
import { gatewayAnswer } from './gateway-answer.ts'

const stageName = 'prod'

/** The path as it is written in triggers.ts, `/status/{token}`: the real one would be a key to somebody's page. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    at: '$context.requestTime',
    method: '$context.httpMethod',
    path: '$context.resourcePath',
    status: '$context.status',
    latencyMs: '$context.responseLatency',
    gatewayError: '$context.error.responseType',
  }),
)

interface Given {
  key: IKey
  helpPhone: string
  siteAddressName: string
}

export const addRoutes = (api: RestApi, functions: Functions) =>
  mapByName(functions, (name, handler) => {
    const trigger = triggers[name]
    if (!('routes' in trigger)) return
    const integration = new LambdaIntegration(handler, { allowTestInvoke: false })
    for (const route of trigger.routes) {
      const [method = '', path = ''] = route.split(' ')
      api.root.resourceForPath(path).addMethod(method, integration)
    }
  })

/** Both templates are our page: which one API Gateway takes depends on what the caller said it accepts. */
const addAnswers = (api: RestApi, address: string, helpPhone: string) => {
  const answers = [
    { type: ResponseType.MISSING_AUTHENTICATION_TOKEN, reason: 'not-found', statusCode: '404' },
    { type: ResponseType.RESOURCE_NOT_FOUND, reason: 'not-found', statusCode: '404' },
    { type: ResponseType.THROTTLED, reason: 'too-many', statusCode: '429' },
    { type: ResponseType.WAF_FILTERED, reason: 'blocked', statusCode: '403' },
    { type: ResponseType.DEFAULT_4XX, reason: 'failed' },
    { type: ResponseType.DEFAULT_5XX, reason: 'failed' },
  ] as const
  for (const { type, reason, ...status } of answers) {
    const page = gatewayAnswer(reason, { address, helpPhone })
    api.addGatewayResponse(type.responseType, {
      type,
      ...status,
      responseHeaders: {
        'Content-Type': "'text/html; charset=utf-8'",
        'Cache-Control': "'no-store'",
        'Referrer-Policy': "'no-referrer'",
        'X-Content-Type-Options': "'nosniff'",
      },
      templates: { 'text/html': page, 'application/json': page },
    })
  }
}

/**
 * How people reach us. A REST API, because only that can stand behind a web application firewall (firewall.ts). It comes before
 * the functions, because staff's sign-in has to know the address; the routes come after them.
 */
export const addHttpApi = (stack: Stack, { key, helpPhone, siteAddressName }: Given) => {
  const logs = (id: string, logGroupName: string) =>
    new LogGroup(stack, id, {
      logGroupName,
      retention: logRetention,
      encryptionKey: key,
      removalPolicy: RemovalPolicy.DESTROY,
    })

  const api = new RestApi(stack, 'HttpApi', {
    restApiName: stack.stackName,
    description: 'The pages of people and staff, and the form.',
    endpointTypes: [EndpointType.REGIONAL],
    cloudWatchRole: true,
    // The form is six times smaller on its way to a phone; what is shorter than this is not worth it.
    minCompressionSize: Size.bytes(1024),
    deployOptions: {
      stageName,
      throttlingRateLimit: 50,
      throttlingBurstLimit: 100,
      // At INFO these logs print whole paths, and a private link is one.
      loggingLevel: MethodLoggingLevel.ERROR,
      dataTraceEnabled: false,
      accessLogDestination: new LogGroupLogDestination(
        logs('HttpApiAccessLogs', `/aws/apigateway/${stack.stackName}`),
      ),
      accessLogFormat,
    },
  })
  // CDK's own output ends in a slash; ours is SiteAddress (outputs.ts).
  api.node.tryRemoveChild('Endpoint')
  // API Gateway would make this group itself, without our key and for ever.
  api.deploymentStage.node.addDependency(
    logs('HttpApiErrorLogs', `API-Gateway-Execution-Logs_${api.restApiId}/${stageName}`),
  )

  const address = `https://${api.restApiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}/${stageName}`
  addAnswers(api, address, helpPhone)
  new StringParameter(stack, 'SiteAddressParameter', {
    parameterName: siteAddressName,
    description: 'Where people find us, without a slash at the end. Links in e-mails begin with it.',
    stringValue: address,
  })
  return { api, address }
}
