import type { Run } from './count-calls.ts'

/*
 * What AWS asks, in dollars, in us-east-1, without the free tier. From the price lists of each service as they are known to
 * the authors; look at them again before you rely on the last digit: https://aws.amazon.com/pricing
 */
const million = 1_000_000
const dollars = {
  apiRequest: 3.5 / million,
  firewallRequest: 0.6 / million,
  lambdaRequest: 0.2 / million,
  /** On arm64. */
  lambdaGbSecond: 0.0000133334,
  queueRequest: 0.4 / million,
  notification: 0.5 / million,
  writeUnit: 0.625 / million,
  readUnit: 0.125 / million,
  logGb: 0.5,
  email: 0.1 / 1_000,
}

/** Longer than any of our calls takes within a region. */
const secondsPerCall = 0.015
const secondsOfOwn = 0.02
/** Lambda's own three lines for a run, and ours. */
const logBytesPerRun = 700
const logBytesPerRequest = 400

const gigabyte = 1024 ** 3

/** To receive a message and to delete it. Those that come in one batch cost less. */
const queueRequestsPerMessage = 2
/** What sends to a queue, and so do notifications. */
const sends: ReadonlySet<string> = new Set(['SendMessageCommand', 'SendMessageBatchCommand'])

export interface Share {
  what: string
  dollars: number
}

export const total = (shares: readonly Share[]) => shares.reduce((all, { dollars }) => all + dollars, 0)

/** What some runs cost, by what is paid for; `requests` of them came through the front door. E-mails are not in it. */
export const billFor = (
  runs: readonly (Run & { memoryMb: number })[],
  { requests, notifications }: { requests: number; notifications: number },
): Share[] => {
  const sum = (of: (run: Run & { memoryMb: number }) => number) => runs.reduce((all, run) => all + of(run), 0)
  const gbSeconds = sum(
    ({ calls, memoryMb }) => ((secondsOfOwn + calls.length * secondsPerCall) * memoryMb) / 1024,
  )
  const logGb = (runs.length * logBytesPerRun + requests * logBytesPerRequest) / gigabyte
  return [
    {
      what: 'API Gateway and the firewall',
      dollars: requests * (dollars.apiRequest + dollars.firewallRequest),
    },
    { what: 'Lambda', dollars: runs.length * dollars.lambdaRequest + gbSeconds * dollars.lambdaGbSecond },
    {
      what: 'SQS and SNS',
      dollars:
        (sum(({ messages }) => messages) * queueRequestsPerMessage +
          sum(({ calls }) => calls.filter((call) => sends.has(call)).length) +
          notifications) *
          dollars.queueRequest +
        notifications * dollars.notification,
    },
    {
      what: 'DynamoDB',
      dollars:
        sum(({ units }) => units.write) * dollars.writeUnit +
        sum(({ units }) => units.read) * dollars.readUnit,
    },
    { what: 'Logs', dollars: logGb * dollars.logGb },
  ]
}

export const emailDollars = dollars.email
