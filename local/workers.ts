import type { FunctionName } from '../functions/triggers.ts'
import { triggers } from '../functions/triggers.ts'
import type { LocalAws } from './aws.ts'
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

/** Runs everything that is due by schedule, now. */
export const runSchedules = () =>
  Promise.all(all.flatMap(([name, trigger]) => ('everyMinutes' in trigger ? [invoke.schedule(name)] : [])))

/** How long the queues have to finish what a sweep gave them; on one machine most of it takes a tenth of that. */
const settlingMs = 1000

/**
 * Everything that is due, and what follows from it: the first sweep fills the queues, and what they write down without
 * asking for it to go out now, such as staff's task after a bounce, is found by the second. The pause after it lets mails
 * arrive. What fails is left to the sweep of the next minute.
 */
export const runWhatIsDue = async () => {
  for (let sweep = 0; sweep < 2; sweep += 1) {
    await runSchedules().catch(() => process.stderr.write('What is due failed; it is tried again soon.\n'))
    await pause(settlingMs)
  }
}

/** Does what Lambda's pollers and EventBridge do: hands messages and the minute to our functions, until it is stopped. */
export const startWorkers = (aws: Pick<LocalAws, 'sqs' | 'queueUrls'>) => {
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
  const sweep = () => void runSchedules().catch(() => {})
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
