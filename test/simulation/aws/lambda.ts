import type { Outside } from '../../../adapters/outside.ts'
import { type FunctionName, type QueueName, triggers } from '../../../functions/triggers.ts'
import { apiEvent } from '../../../local/api-event.ts'
import { invoke } from '../../../local/handlers.ts'
import { queueEvent } from '../../support/events.ts'
import type { Chance } from '../chance.ts'
import type { Task, Timeline } from '../timeline.ts'
import type { SqsModel } from './sqs-model.ts'
import type { Trouble } from './trouble.ts'

/** What came of a run: what the function gave, what it threw, or nothing, because its machine died. */
type Ran<Result> = { is: 'answered'; result: Result } | { is: 'failed' } | { is: 'died' }

interface World {
  timeline: Timeline
  chance: Chance
  trouble: () => Trouble
  sqs: SqsModel
  urls: Record<QueueName, string>
  /** A new machine knows nothing of what an earlier one had read. */
  newMachine: () => Outside
  /** When something is due next, as the tables have it. */
  nextDueMs: () => number
  /** A message was done. */
  handled: (queue: QueueName, body: string) => void
}

const minuteMs = 60_000
/** AWS waits six times the function's limit before it shows a message again (lib/work-queue.ts). */
const visibilityMs = (name: FunctionName) => 6 * triggers[name].timeoutSeconds * 1000
/** Even when nothing is due, someone looks this often: the letter of the morning stands in no index. */
const longestQuietMs = 6 * 60 * minuteMs

const seconds = (name: FunctionName) => triggers[name].timeoutSeconds * 1000

/** Runs our functions as Lambda does: from the API, from queues and by the clock, each until it is done, late or dead. */
export const openLambda = ({
  timeline,
  chance,
  trouble,
  sqs,
  urls,
  newMachine,
  nextDueMs,
  handled,
}: World) => {
  const whenDead = new Map<Task, () => void>()
  const idleMachines = new Map<FunctionName, Outside[]>()
  const machineOf = new WeakMap<Task, Outside>()
  const { now } = timeline
  let nextSweepMs = Infinity

  const dies = (task: Task) => {
    timeline.cutOff(task)
    whenDead.get(task)?.()
    whenDead.delete(task)
  }

  const run = <Result>(name: FunctionName, work: () => Promise<Result>): Promise<Ran<Result>> =>
    timeline.wait<Ran<Result>>(({ reply }) => {
      const idle = idleMachines.get(name) ?? []
      idleMachines.set(name, idle)
      const machine = (chance.happens(trouble().newMachine) ? undefined : idle.pop()) ?? newMachine()
      const task = timeline.begin(name, async () => {
        const ran = await work().then(
          (result): Ran<Result> => ({ is: 'answered', result }),
          (): Ran<Result> => ({ is: 'failed' }),
        )
        whenDead.delete(task)
        idle.push(machine)
        planSweep(nextDueMs())
        reply(ran)
      })
      machineOf.set(task, machine)
      whenDead.set(task, () => {
        planSweep(nextDueMs())
        reply({ is: 'died' })
      })
      timeline.at(now() + seconds(name), () => {
        if (!task.isOver) dies(task)
      })
    })

  const sweep = () => {
    nextSweepMs = Infinity
    if (chance.happens(trouble().minuteSkipped)) return planSweep(now() + minuteMs)
    timeline.begin('the minute', async () => {
      planSweep(now() + longestQuietMs)
      await run('sweep-due', () => invoke.schedule('sweep-due'))
    })
  }

  /**
   * A sweep at the full minute after a moment, unless an earlier one is planned. Minutes in which it would find nothing
   * are left out: they would change nothing.
   */
  const planSweep = (dueMs: number) => {
    const atMs = Math.ceil(Math.max(dueMs, now() + 1) / minuteMs) * minuteMs
    if (atMs >= nextSweepMs) return
    nextSweepMs = atMs
    timeline.at(atMs, () => {
      if (nextSweepMs === atMs) sweep()
    })
  }

  const worker = (name: 'match-intake' | 'send-email' | 'record-delivery') => {
    const { queue, batchSize, maximumConcurrency } = triggers[name]
    const url = urls[queue]
    let runs = 0
    let nextLookMs = Infinity

    /** One look is planned at most: a moment after the next message can be seen. */
    const soon = () => {
      const atMs = Math.max(now(), sqs.nextVisibleAtMs(url)) + chance.between(5, 300)
      if (atMs >= nextLookMs) return
      nextLookMs = atMs
      timeline.at(atMs, () => {
        if (nextLookMs === atMs) look()
      })
    }

    const look = () => {
      nextLookMs = Infinity
      if (runs >= maximumConcurrency) return
      const taken = sqs.receive(url, visibilityMs(name), (seen) =>
        seen.filter(() => chance.happens(0.8)).slice(0, batchSize),
      )
      if (taken.length === 0) return soon()
      for (const message of taken) if (chance.happens(trouble().messageTwice)) message.visibleAtMs = now()
      runs += 1
      timeline.begin(`messages for ${name}`, async () => {
        const event = queueEvent(...taken.map(({ body }) => body))
        const Records = event.Records.map((record, place) => ({
          ...record,
          messageId: taken[place]?.messageId ?? '',
        }))
        const ran = await run(name, () => invoke.queue(name, { Records }))
        runs -= 1
        const failed = new Set(
          ran.is === 'answered'
            ? ran.result.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)
            : taken.map(({ messageId }) => messageId),
        )
        for (const { messageId, body } of taken) {
          if (failed.has(messageId)) continue
          handled(queue, body)
          if (!chance.happens(trouble().deleteLost)) sqs.delete(url, messageId)
        }
        soon()
      })
      soon()
    }
    return soon
  }

  const wake = {
    [urls.intakes]: worker('match-intake'),
    [urls.emails]: worker('send-email'),
    [urls['ses-events']]: worker('record-delivery'),
  }

  return {
    dies,
    /** The machine of the function that runs now. */
    machine: () => {
      const task = timeline.running()
      const machine = task && machineOf.get(task)
      if (!machine) throw new Error('No function runs now.')
      return machine
    },
    /** Something has come into a queue. */
    wake: (url: string) => wake[url]?.(),
    startClock: () => planSweep(now()),
    /** Asks a page. What the gateway says when the function gave nothing is what it says on AWS. */
    ask: async (
      method: string,
      path: string,
      form?: URLSearchParams,
      headers: Record<string, string> = {},
    ) => {
      const routed = apiEvent({
        method,
        url: new URL(path, 'https://circle.example.org'),
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: Buffer.from(String(form ?? '')),
      })
      if (!routed) throw new Error(`No function answers ${method} ${path}.`)
      const ran = await run(routed.name, () => invoke.http(routed.name, routed.event))
      return ran.is === 'answered'
        ? { status: ran.result.statusCode, headers: ran.result.headers ?? {}, body: ran.result.body }
        : { status: 502, headers: {}, body: '' }
    },
  }
}
