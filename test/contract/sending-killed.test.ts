import { describe, expect, it, onTestFinished } from 'vitest'

import { startSes } from '../../local/embedded/ses.ts'
import { startSqs } from '../../local/embedded/sqs.ts'
import { runUntilKilled } from '../support/run-until-killed.ts'
import { sqsClient } from '../support/sqs-client.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { callsOf } from './sqs-connection.ts'

const accepted = (lines: string[], kind: string) =>
  lines.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(kind.length + 1))

const messagesIn = async (folder: string) => {
  const sqs = await startSqs({ folder: `${folder}/sqs` })
  const client = sqsClient(sqs.endpoint)
  onTestFinished(async () => {
    client.destroy()
    await sqs.stop()
  })
  const { create, bodies } = callsOf(() => client)
  const url = await create('sent')
  const all: Array<string | undefined> = []
  for (let batch; (batch = await bodies(url, { MaxNumberOfMessages: 10 })).length > 0;) all.push(...batch)
  return all
}

const mailsIn = async (folder: string) => {
  const ses = await startSes({ folder: `${folder}/ses`, now: Date.now, verified: [], configurationSets: [] })
  onTestFinished(ses.stop)
  return ses.mails().map(({ subject }) => subject)
}

describe('the embedded SQS and SES, killed while they accept', () => {
  it('have all that they had accepted, once', async () => {
    const folder = await temporaryFolder()

    const lines = await runUntilKilled('./send-until-killed.ts', [folder], { lines: 150, afterMs: 1 })
    const messages = await messagesIn(folder)
    const mails = await mailsIn(folder)

    expect(messages).toEqual(expect.arrayContaining(accepted(lines, 'message')))
    expect(mails).toEqual(expect.arrayContaining(accepted(lines, 'mail')))
    expect(new Set(messages).size).toBe(messages.length)
    expect(new Set(mails).size).toBe(mails.length)
  })
})
