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

type Queues = Pick<LocalAws, 'clients' | 'queueUrls'>

/** The queue of each function that has one, ready to be polled. */
export const queueSources = ({ clients: { sqs }, queueUrls }: Queues) =>
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

/** Looks this often whether everything has come to rest, and gives up on what does not. */
const lookMs = 4
const longestMs = 5000

const untilQuiet = async ({ isAtRest }: Pick<LocalAws, 'isAtRest'>) => {
  for (let waitedMs = 0; !isAtRest() && waitedMs < longestMs; waitedMs += lookMs) await pause(lookMs)
}

/**
 * Everything that is due, and what follows from it: returns when the queues have come to rest. What fails is left to the
 * sweep of the next minute.
 */
export const runWhatIsDue = async (aws: Pick<LocalAws, 'isAtRest'>, schedules: Schedules) => {
  await schedules().catch(() => process.stderr.write('What is due failed; it is tried again soon.\n'))
  await untilQuiet(aws)
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
