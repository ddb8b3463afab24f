import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import type { Environment } from '../adapters/config.ts'
import { openOutside, thisMachine } from '../adapters/outside.ts'
import { connectTo } from '../functions/shared/connection.ts'
import { startApi } from './api.ts'
import { startAws } from './aws.ts'
import { movableClock } from './clock.ts'
import { bringDemoGroups } from './demo-groups.ts'
import { startIssuer } from './issuer.ts'
import { keysIn } from './keys.ts'
import { startMailbox } from './mailbox.ts'
import { forgetRun, noteRun, refuseSecondRun } from './running.ts'
import { runWhatIsDue, schedulesBy, startWorkers } from './workers.ts'

interface Options {
  folder: string
  port: number
  visibilitySeconds?: number
  /** What differs from the settings of local/settings.ts. */
  settings?: Partial<Environment>
}

const makeFolder = (folder: string) => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch {
    throw new Error(
      `The folder ${folder} cannot be written to: give this user leave to, or start in another folder.`,
    )
  }
}

/**
 * The whole product in this process: AWS embedded, our functions unchanged, pages on `port`, mailbox on the next one, and
 * on the one after that the issuer that staff sign in with.
 */
export const run = async ({ folder, port, ...given }: Options) => {
  makeFolder(folder)
  refuseSecondRun(folder)
  const siteAddress = `http://localhost:${port}`
  const clock = movableClock(join(folder, 'clock.json'))
  const schedules = schedulesBy(clock.now)
  const started: { stop(): Promise<void> }[] = []
  const stop = async () => {
    for (const part of started.toReversed()) await part.stop()
    forgetRun(folder)
  }

  try {
    const keys = keysIn(folder)
    const issuer = await startIssuer({ port: port + 2, siteAddress })
    started.push(issuer)
    const aws = await startAws({
      folder,
      now: clock.now,
      siteAddress,
      keys,
      signIn: issuer.settings,
      ...given,
    })
    started.push(aws)
    connectTo(openOutside(aws.settings, { ...thisMachine, now: clock.now, aws: aws.clients }))
    const demoGroups = await bringDemoGroups(aws.clients.dynamodb, clock.now)
    started.push(await startApi(port))
    started.push(
      await startMailbox({
        port: port + 1,
        ses: aws.ses,
        clock,
        catchUp: () => runWhatIsDue(aws, schedules),
        timeZone: aws.settings.STAFF_TIME_ZONE,
        siteAddress,
      }),
    )
    started.push(startWorkers(aws, schedules))
    noteRun(folder, {
      dynamodb: aws.dynamodbEndpoint,
      queues: aws.queues,
      siteAddress,
    })
    return {
      siteAddress,
      mailboxAddress: `http://localhost:${port + 1}`,
      demoGroups,
      movedByMs: clock.movedByMs(),
      stop,
    }
  } catch (failure) {
    await stop()
    throw failure
  }
}
