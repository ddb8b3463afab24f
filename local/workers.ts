import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs'

import type { FunctionName } from '../functions/triggers.ts'
import { triggers } from '../functions/triggers.ts'
import type { LocalAws } from './aws.ts'
import { dailyClock } from './daily.ts'
import { invoke } from './handlers.ts'
import { pollQueue } from './poll-queue.ts'

/** Short, so that the process stops within a second or so; a poll must never be cut off (a message in it would wait). */
const waitSeconds = 1

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

type Names = [FunctionName, (typeof triggers)[FunctionName]][]
// Object.entries forgets the names of the literal.
const all = Object.entries(triggers) as Names

/** The queue of each function that has one, ready to be polled. */
export const queueSources = ({ sqs, queueUrls }: Pick<LocalAws, 'sqs' | 'queueUrls'>) =>
  all.flatMap(([name, trigger]) =>
    'queue' in trigger
      ? [
          {
            sqs,
            url: queueUrls[trigger.queue],
            batchSize: trigger.batchSize,
            concurrency: trigger.maximumConcurrency,
            handle: (event: Parameters<typeof invoke.queue>[1]) => invoke.queue(name, event),
          },
        ]
      : [],
  )

/** Runs what wakes each minute, now. */
export const runSchedules = () =>
  Promise.all(all.flatMap(([name, trigger]) => ('everyMinutes' in trigger ? [invoke.schedule(name)] : [])))

/** Runs everything that is due by schedule: what wakes each minute, and once a day of this clock what wakes daily. */
export const schedulesBy = (now: () => number) => {
  const daily = dailyClock(now)
  return () => Promise.all([runSchedules(), ...daily().map((name) => invoke.schedule(name))])
}

type Schedules = ReturnType<typeof schedulesBy>

type Queues = Pick<LocalAws, 'sqs' | 'queueUrls'>

/** Whether nothing waits in any queue and nothing is being worked on. */
const isQuiet = async ({ sqs, queueUrls }: Queues) => {
  const counts = await Promise.all(
    Object.values(queueUrls).map(async (QueueUrl) => {
      const { Attributes } = await sqs.send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
      )
      return (
        Number(Attributes?.['ApproximateNumberOfMessages']) +
        Number(Attributes?.['ApproximateNumberOfMessagesNotVisible'])
      )
    }),
  )
  return counts.every((count) => count === 0)
}

/** Looks this often whether the queues have come to rest, and gives up on one that does not. */
const lookMs = 40
const mostLooks = 125

const untilQuiet = async (queues: Queues) => {
  for (let looks = 0, quiet = 0; looks < mostLooks && quiet < 2; looks += 1) {
    quiet = (await isQuiet(queues)) ? quiet + 1 : 0
    await pause(lookMs)
  }
}

/**
 * Everything that is due, and what follows from it: returns when the queues have come to rest. What fails is left to the
 * sweep of the next minute.
 */
export const runWhatIsDue = async (queues: Queues, schedules: Schedules) => {
  await schedules().catch(() => process.stderr.write('What is due failed; it is tried again soon.\n'))
  await untilQuiet(queues)
}

/** Does what Lambda's pollers and EventBridge do: hands messages and the minute to our functions, until it is stopped. */
export const startWorkers = (aws: Queues, schedules: Schedules) => {
  const stop = new AbortController()
  const loops = queueSources(aws).flatMap((source) =>
    Array.from({ length: source.concurrency }, async () => {
      while (!stop.signal.aborted) {
        try {
          await pollQueue(source, waitSeconds)
        } catch (failure) {
          if (stop.signal.aborted) return
          process.stderr.write(
            `A queue could not be read: ${failure instanceof Error ? failure.message : ''}\n`,
          )
          await pause(1000)
        }
      }
    }),
  )
  const sweep = () => void schedules().catch(() => {})
  // What a stop or a crash left undone is not kept waiting for the first minute.
  sweep()
  const everyMinute = setInterval(sweep, 60_000)

  return {
    async stop() {
      stop.abort()
      clearInterval(everyMinute)
      await Promise.all(loops)
    },
  }
}
