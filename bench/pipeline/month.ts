import type { Template } from 'aws-cdk-lib/assertions'

import { triggers } from '../../functions/triggers.ts'
import { resourcesOf } from '../../test/lib/synthesise.ts'
import { type Share, total } from './bill.ts'

/** By the month, in dollars, in us-east-1, without the free tier: the price lists of each service. */
const dollars = {
  webAcl: 5,
  webAclRule: 1,
  key: 1,
  secret: 0.4,
  alarm: 0.1,
  metric: 0.3,
  dashboard: 3,
  /** One object written to S3; reading one is a tenth of it. */
  put: 0.005 / 1_000,
  storedGb: 0.25,
  /** Point-in-time recovery, and the copies of the night. */
  copiedGb: 0.3,
}

/** Lambda asks each queue five times at once, for up to 20 seconds (AWS Lambda guide, "Using Lambda with Amazon SQS"). */
const pollsPerMonth = (5 * 3 * 60 * 24 * 365) / 12
const minutesAMonth = (60 * 24 * 365) / 12
const pollDollars = 0.4 / 1_000_000

/** What a request leaves in the tables and their indexes, with its trail, for the year that it is kept. */
const storedGbPerRequest = 60 / 1024 / 1024
const keptMonths = 14

/** A person goes through the start page, nine pages of questions twice each (sent and shown), check, sent and status. */
const pagesPerRequest = 24

/** What stands there for a month, whether anyone asks or not; `sweep` is the bill of one minute's look, `packing` that of packing the groups once. */
export const standing = (
  template: Template,
  { sweep, packing }: { sweep: readonly Share[]; packing: readonly Share[] },
): Share[] => {
  const count = (type: string) => resourcesOf(template, type).length
  const rules = resourcesOf(template, 'AWS::WAFv2::WebACL').flatMap(({ body }) => body.Properties['Rules'])
  const metrics = new Set(
    resourcesOf(template, 'AWS::Logs::MetricFilter').map(({ body }) =>
      JSON.stringify(body.Properties['MetricTransformations'], ['MetricName']),
    ),
  )
  return [
    { what: 'Firewall', dollars: dollars.webAcl + rules.length * dollars.webAclRule },
    { what: 'Alarms', dollars: count('AWS::CloudWatch::Alarm') * dollars.alarm },
    { what: 'Metrics and dashboard', dollars: metrics.size * dollars.metric + dollars.dashboard },
    {
      what: 'Key and secrets',
      dollars: count('AWS::KMS::Key') * dollars.key + count('AWS::SecretsManager::Secret') * dollars.secret,
    },
    {
      what: 'Lambda asking its queues',
      // Reading a stream is not charged for.
      dollars: (count('AWS::SQS::Queue') / 2) * pollsPerMonth * pollDollars,
    },
    { what: 'The look of every minute', dollars: minutesAMonth * total(sweep) },
    {
      what: 'Packing the groups by the clock',
      dollars: (minutesAMonth / triggers['publish-directory'].everyMinutes) * (total(packing) + dollars.put),
    },
  ]
}

/** What a month with so many requests adds. */
export const moving = (
  requests: number,
  each: { request: readonly Share[]; page: readonly Share[]; emails: number },
): number =>
  requests *
  (total(each.request) +
    pagesPerRequest * total(each.page) +
    each.emails +
    keptMonths * storedGbPerRequest * (dollars.storedGb + dollars.copiedGb))
