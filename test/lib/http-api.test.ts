import { describe, expect, it } from 'vitest'

import { crisisLines } from '../../domain/person/crisis-lines.ts'
import { plain, resourceOf, resourcesOf, synthesise } from './synthesise.ts'

const template = synthesise()
const answers = resourcesOf(template, 'AWS::ApiGateway::GatewayResponse').map(({ body: { Properties } }) => ({
  type: plain(Properties['ResponseType']),
  status: Properties['StatusCode'],
  headers: Properties['ResponseParameters'],
  pages: Object.entries(Properties['ResponseTemplates'] as object).map(([type, page]) => [type, plain(page)]),
}))
const pageOf = (type: string) => String(answers.find((one) => one.type === type)?.pages[0]?.[1])

const stage = resourceOf(template, 'AWS::ApiGateway::Stage', 'HttpApiDeploymentStageprod')

describe('the API', () => {
  it('answers with our own page when it answers by itself', () => {
    expect(answers.map(({ type, status }) => [type, status])).toEqual([
      ['MISSING_AUTHENTICATION_TOKEN', '404'],
      ['RESOURCE_NOT_FOUND', '404'],
      ['THROTTLED', '429'],
      ['WAF_FILTERED', '403'],
      ['DEFAULT_4XX', undefined],
      ['DEFAULT_5XX', undefined],
    ])
  })

  it.each(answers)(
    'gives the crisis lines in both languages, whatever the caller accepts: $type',
    ({ pages, headers }) => {
      expect(headers).toMatchObject({ 'gatewayresponse.header.Content-Type': "'text/html; charset=utf-8'" })
      expect(pages.map(([type]) => type)).toEqual(['text/html', 'application/json'])
      for (const [, page] of pages) {
        const [english, spanish] = String(page).split('lang="es"')
        for (const language of [english, spanish]) {
          expect(language).toContain(`tel:${crisisLines.lifeline.number}"`)
          expect(language).toContain(`tel:${crisisLines.emergency.number}"`)
          expect(language).toContain('HelpPhone')
        }
      }
    },
  )

  it.each(answers)(
    'has nothing in its page that API Gateway would take for a name of its own: $type',
    ({ pages }) => {
      for (const [, page] of pages) expect(page).not.toMatch(/\$|method\.request/)
    },
  )

  it('tells a page that is not there, one that was asked for too often and one that failed apart', () => {
    expect(pageOf('MISSING_AUTHENTICATION_TOKEN')).toContain('This page is not here')
    expect(pageOf('THROTTLED')).toContain('You did nothing wrong. Wait a minute')
    expect(pageOf('DEFAULT_5XX')).toContain('It counts once, however often you send it.')
  })

  it('calls functions, and nothing else is behind it', () => {
    const integrations = resourcesOf(template, 'AWS::ApiGateway::Method').map(
      ({ body }) => body.Properties['Integration'] as { Type: string; Uri: unknown },
    )

    expect(integrations.length).toBeGreaterThan(40)
    for (const { Type, Uri } of integrations) {
      expect(Type).toBe('AWS_PROXY')
      expect(plain(Uri)).toMatch(/lambda:path\/2015-03-31\/functions\/\w+\/invocations$/)
    }
  })

  it('logs the path as it is written, never the one that was asked for', () => {
    const { Format } = stage.Properties['AccessLogSetting'] as { Format: string }
    const logged = [...Format.matchAll(/\$context\.([\w.]+)/g)].map(([, name]) => name)

    expect(logged).toEqual([
      'requestId',
      'requestTime',
      'httpMethod',
      'resourcePath',
      'status',
      'responseLatency',
      'error.responseType',
    ])
  })

  it('writes errors only to its own log, because at more than that it prints private links', () => {
    expect(stage.Properties['MethodSettings']).toEqual([
      {
        HttpMethod: '*',
        ResourcePath: '/*',
        LoggingLevel: 'ERROR',
        DataTraceEnabled: false,
        ThrottlingRateLimit: 50,
        ThrottlingBurstLimit: 100,
      },
    ])
  })

  it('has its address in a parameter, without a slash at the end, so that no function has to name it', () => {
    const [parameter] = resourcesOf(template, 'AWS::SSM::Parameter')

    expect(parameter?.body.Properties['Name']).toBe('/OpenCircle/site-address')
    expect(plain(parameter?.body.Properties['Value'])).toBe(
      'https://HttpApi.execute-api.REGION.amazonaws.com/prod',
    )
  })
})
