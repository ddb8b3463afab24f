import { describe, expect, it } from 'vitest'

import { crisisLines } from '../../domain/person/crisis-lines.ts'
import { triggers } from '../../functions/triggers.ts'
import { plain, resourceOf, resourcesOf, synthesise } from './synthesise.ts'

interface Statement {
  AndStatement?: { Statements: Statement[] }
  RegexMatchStatement?: { RegexString: string; TextTransformations: { Type: string }[] }
  ByteMatchStatement?: { SearchString: string }
  RateBasedStatement?: { Limit: number; EvaluationWindowSec: number; ScopeDownStatement: Statement }
  ManagedRuleGroupStatement?: {
    Name: string
    RuleActionOverrides: { Name: string; ActionToUse: { Count?: object } }[]
  }
}

interface Rule {
  Name: string
  Priority: number
  Action?: Record<string, { CustomResponse?: Record<string, unknown> }>
  OverrideAction?: object
  Statement: Statement
  VisibilityConfig: { SampledRequestsEnabled: boolean }
}

const template = synthesise()
const { Properties: firewall } = resourceOf(template, 'AWS::WAFv2::WebACL', 'Firewall')
const rules = firewall['Rules'] as Rule[]
const rule = (name: string) => {
  const found = rules.find(({ Name }) => Name === name)
  if (!found) throw new Error(`There is no rule ${name}.`)
  return found
}

/** Whether a statement of ours is about a request, as the firewall would say. */
const isAbout = (statement: Statement | undefined, method: string, path: string) => {
  const parts = statement?.AndStatement?.Statements ?? []
  const pattern = parts.find(({ RegexMatchStatement }) => RegexMatchStatement)?.RegexMatchStatement
  const asked = parts.find(({ ByteMatchStatement }) => ByteMatchStatement)?.ByteMatchStatement
  return asked?.SearchString === method && new RegExp(pattern?.RegexString ?? '(?!)').test(path)
}

const isRead = (path: string) => isAbout(rule('PagesToRead').Statement, 'GET', path)
const isCounted = (method: string, path: string) =>
  isAbout(rule('FormLimit').Statement.RateBasedStatement?.ScopeDownStatement, method, path)

const pages = triggers['serve-form'].routes
  .map((route) => route.replace('GET ', ''))
  .filter((path) => !path.includes('{'))
const otherRoutes = Object.entries(triggers).flatMap(([name, trigger]) =>
  name !== 'serve-form' && 'routes' in trigger ? trigger.routes : [],
)

describe('the firewall', () => {
  it('stands before the API', () => {
    const { ResourceArn, WebACLArn } = resourceOf(
      template,
      'AWS::WAFv2::WebACLAssociation',
      'FirewallBeforeApi',
    ).Properties

    expect(plain(ResourceArn)).toBe(
      'arn:aws:apigateway:REGION::/restapis/HttpApi/stages/HttpApiDeploymentStageprod',
    )
    expect(plain(WebACLArn)).toBe('Firewall')
    expect(firewall['DefaultAction']).toEqual({ Allow: {} })
  })

  it.each(pages)('lets everyone read %s, first of all, before anything is weighed or counted', (path) => {
    for (const before of ['', '/prod', '/circle']) {
      expect(isRead(`${before}${path}`)).toBe(true)
      expect(isCounted('GET', `${before}${path}`)).toBe(false)
    }
    expect(rule('PagesToRead')).toMatchObject({ Priority: 0, Action: { Allow: {} } })
    expect(Math.min(...rules.map(({ Priority }) => Priority))).toBe(0)
  })

  it('lets through in this way nothing that is behind a link, a sign-in or a form', () => {
    const open = otherRoutes.filter((route) => {
      const [method = '', path = ''] = route.split(' ')
      return isAbout(rule('PagesToRead').Statement, method, `/prod${path.replace(/\{.*\}/, 'x')}`)
    })

    expect(open).toEqual([])
  })

  it('counts what is sent to the form, under every way of writing its path, and nothing else', () => {
    const { Limit, EvaluationWindowSec } = rule('FormLimit').Statement.RateBasedStatement ?? {}
    const counted = otherRoutes.filter((route) => {
      const [method = '', path = ''] = route.split(' ')
      return isCounted(method, `/prod${path}`)
    })

    expect([Limit, EvaluationWindowSec]).toEqual([100, 300])
    expect(counted).toEqual(['POST /intakes'])
    expect(isCounted('POST', '/prod/intakes/')).toBe(true)
    const ways = JSON.stringify(rule('FormLimit').Statement)
    for (const way of ['URL_DECODE', 'NORMALIZE_PATH']) expect(ways).toContain(way)
  })

  it('answers whom it turns away with our page, with the help lines in both languages, and when to come back', () => {
    const { CustomResponse } = rule('FormLimit').Action?.['Block'] ?? {}
    const bodies = firewall['CustomResponseBodies'] as Record<
      string,
      { ContentType: string; Content: unknown }
    >
    const page = bodies[String(CustomResponse?.['CustomResponseBodyKey'])]

    expect(CustomResponse).toMatchObject({
      ResponseCode: 429,
      ResponseHeaders: [
        { Name: 'Retry-After', Value: '300' },
        { Name: 'Cache-Control', Value: 'no-store' },
      ],
    })
    expect(page?.ContentType).toBe('TEXT_HTML')
    for (const language of plain(page?.Content).split('lang="es"')) {
      expect(language).toContain(`tel:${crisisLines.lifeline.number}"`)
      expect(language).toContain('HelpPhone')
    }
  })

  it('blocks by the common rules of AWS, but for what people write, which our own schema decides', () => {
    const { Statement, OverrideAction } = rule('CommonRules')
    const { Name, RuleActionOverrides = [] } = Statement.ManagedRuleGroupStatement ?? {}

    expect(Name).toBe('AWSManagedRulesCommonRuleSet')
    expect(OverrideAction).toEqual({ None: {} })
    const counted = RuleActionOverrides.filter(({ ActionToUse }) => ActionToUse.Count).map(({ Name }) => Name)
    for (const about of ['SizeRestrictions_BODY', 'CrossSiteScripting_BODY']) expect(counted).toContain(about)
    expect(RuleActionOverrides).toHaveLength(counted.length)
  })

  it('keeps nothing of a request but a number', () => {
    const all = [...rules, { VisibilityConfig: firewall['VisibilityConfig'] as Rule['VisibilityConfig'] }]

    for (const { VisibilityConfig } of all) expect(VisibilityConfig.SampledRequestsEnabled).toBe(false)
    expect(resourcesOf(template, 'AWS::WAFv2::LoggingConfiguration')).toEqual([])
  })

  it('is heard of by on-call when it turns someone away from the form', () => {
    const { Properties: alarm } = resourceOf(template, 'AWS::CloudWatch::Alarm', 'FormsTurnedAway')
    const { MetricName } = firewall['VisibilityConfig'] as { MetricName: string }

    expect(alarm).toMatchObject({ Namespace: 'AWS/WAFV2', MetricName: 'BlockedRequests', Threshold: 1 })
    expect(alarm['Dimensions']).toEqual([
      { Name: 'Region', Value: { Ref: 'AWS::Region' } },
      { Name: 'Rule', Value: 'FormLimit' },
      { Name: 'WebACL', Value: MetricName },
    ])
  })
})
