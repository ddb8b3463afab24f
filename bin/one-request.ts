import { parseArgs } from 'node:util'

import { emailStore } from '../adapters/email-store.ts'
import { intakeStore } from '../adapters/intake-store.ts'
import { referralStore } from '../adapters/referral-store.ts'
import { readReference } from '../domain/way/reference.ts'
import { type Target, openTarget } from './target.ts'

const usageOf = (command: string) => `Usage:
  npm run ${command} -- 7KQ-4M2-XR5
An id from a log line will do as well, be it of a request, a referral or an e-mail.
Options: --stack NAME for a deployed one. Without it, the requests on this machine.`

const isId = (typed: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(typed)

const readArguments = (command: string) => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { stack: { type: 'string' }, help: { type: 'boolean' } },
  })
  if (values.help) return null
  const [typed] = positionals
  if (!typed) throw new Error(`Which request? Write its reference: npm run ${command} -- 7KQ-4M2-XR5`)
  const reference = readReference(typed)
  if (!reference && !isId(typed))
    throw new Error(
      `${typed} is not a reference: it has nine letters and digits, and one of these is not right.`,
    )
  return { reference, id: typed.toLowerCase(), stack: values.stack }
}

type Wanted = NonNullable<ReturnType<typeof readArguments>>

const read = async ({ dynamodb, tables }: Target, { reference, id }: Wanted) => {
  const intakes = intakeStore(dynamodb, tables.intakes)
  const referrals = referralStore(dynamodb, tables.referrals)
  const emails = emailStore(dynamodb, tables.emails)

  const findById = async () => {
    const intake = await intakes.find(id)
    if (intake) return intake
    const leadsTo = (await referrals.find(id))?.intakeId ?? (await emails.findById(id))?.subjectId
    return leadsTo === undefined ? null : intakes.find(leadsTo)
  }
  const intake = reference ? await intakes.findByReference(reference) : await findById()
  if (!intake)
    throw new Error(
      `No request ${reference ?? id} is stored here. If it was sent in the last minute, it may still be in the queue; look again.`,
    )
  return {
    intake,
    referrals: await referrals.ofIntake(intake.intakeId),
    emails: await emails.about(intake.intakeId),
  }
}

export type OneRequest = Awaited<ReturnType<typeof read>>

/** Runs a command about one request: reads it by the reference on the command line and prints what `tell` makes of it. */
export const aboutOneRequest = async (command: string, tell: (request: OneRequest) => string) => {
  try {
    const given = readArguments(command)
    if (!given) return console.log(usageOf(command))
    const target = await openTarget({ stack: given.stack })
    try {
      console.log(tell(await read(target, given)))
    } finally {
      await target.close()
    }
  } catch (failure) {
    console.error(failure instanceof Error ? failure.message : String(failure))
    process.exitCode = 1
  }
}
