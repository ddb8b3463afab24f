import { parseArgs } from 'node:util'

import { emailStore } from '../adapters/email-store.ts'
import { intakeStore } from '../adapters/intake-store.ts'
import { referralStore } from '../adapters/referral-store.ts'
import { readReference } from '../domain/reference.ts'
import { type Target, openTarget } from './target.ts'

const usageOf = (command: string) => `Usage:
  npm run ${command} -- 7KQ-4M2-XR5
Options: --stack NAME for a deployed one. Without it, the requests on this machine.`

const readArguments = (command: string) => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { stack: { type: 'string' }, help: { type: 'boolean' } },
  })
  if (values.help) return null
  const [typed] = positionals
  if (!typed) throw new Error(`Which request? Write its reference: npm run ${command} -- 7KQ-4M2-XR5`)
  const reference = readReference(typed)
  if (!reference)
    throw new Error(
      `${typed} is not a reference: it has nine letters and digits, and one of these is not right.`,
    )
  return { reference, stack: values.stack }
}

const read = async ({ dynamodb, tables }: Target, reference: string) => {
  const intake = await intakeStore(dynamodb, tables.intakes).findByReference(reference)
  if (!intake)
    throw new Error(
      `No request ${reference} is stored here. If it was sent in the last minute, it may still be in the queue; look again.`,
    )
  return {
    intake,
    referrals: await referralStore(dynamodb, tables.referrals).ofIntake(intake.intakeId),
    emails: await emailStore(dynamodb, tables.emails).about(intake.intakeId),
  }
}

export type OneRequest = Awaited<ReturnType<typeof read>>

/** Runs a command about one request: reads it by the reference on the command line and prints what `tell` makes of it. */
export const aboutOneRequest = async (command: string, tell: (request: OneRequest) => string) => {
  try {
    const given = readArguments(command)
    if (!given) return console.log(usageOf(command))
    const { reference, stack } = given
    const target = await openTarget({ stack })
    try {
      console.log(tell(await read(target, reference)))
    } finally {
      await target.close()
    }
  } catch (failure) {
    console.error(failure instanceof Error ? failure.message : String(failure))
    process.exitCode = 1
  }
}
