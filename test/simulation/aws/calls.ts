import {
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb'

import type { Chance } from '../chance.ts'
import type { Task, Timeline } from '../timeline.ts'
import type { Trouble } from './trouble.ts'

/** Answers a command of one service at once, or throws what AWS would. */
export type Perform = (command: string, input: object) => object

const fates = [
  'throttled',
  'requestLost',
  'answerLost',
  'askedTwice',
  'diesBefore',
  'diesAfter',
] as const satisfies readonly (keyof Trouble)[]

type Fate = (typeof fates)[number] | 'done'

/** The SDK gives up on a silent connection after this long, here. */
const timeoutMs = 3_000

const silence = () =>
  Object.assign(new Error('No answer came in time.'), { name: 'TimeoutError', $metadata: {} })

const throttling = (service: string) =>
  service === 'dynamodb'
    ? new ProvisionedThroughputExceededException({ message: 'Too much at once.', $metadata: {} })
    : Object.assign(new Error('Too much at once.'), {
        name: service === 'ses' ? 'Throttling' : 'RequestThrottled',
        $metadata: {},
        $fault: 'client',
      })

const conflict = () =>
  new TransactionCanceledException({
    message: 'Someone else was in the way.',
    $metadata: {},
    CancellationReasons: [{ Code: 'TransactionConflict' }],
  })

interface World {
  timeline: Timeline
  chance: Chance
  trouble: () => Trouble
  dies: (task: Task) => void
}

/** The way to AWS and back, on which everything can go wrong that does. */
export const troubledCalls = ({ timeline, chance, trouble, dies }: World) => {
  let count = 0
  let troubled = 0

  const fateOf = (service: string): Fate => {
    const odds = trouble()
    // Whether SES is asked twice is ours to decide: its client tries once.
    return (
      fates.find((fate) => (fate !== 'askedTwice' || service !== 'ses') && chance.happens(odds[fate])) ??
      'done'
    )
  }

  const call = (service: string, command: string, input: object, perform: Perform): Promise<object> =>
    timeline.wait(({ task, reply, fail }) => {
      count += 1
      const fate = fateOf(service)
      if (fate !== 'done') troubled += 1
      const onItsWayMs = chance.between(1, 30)
      const later = (milliseconds: number, happen: () => void) =>
        timeline.at(timeline.now() + milliseconds, happen)
      // The SDK names a transaction once, however often it asks.
      const asked =
        command === 'TransactWriteItems' ? { ClientRequestToken: `call-${count}`, ...input } : input

      const answer = () => {
        try {
          if (fate === 'askedTwice') perform(command, asked)
        } catch {
          // The first answer is not heard, whatever it says.
        }
        try {
          const output = perform(command, asked)
          return () => reply(output)
        } catch (error) {
          return () => fail(error)
        }
      }

      if (fate === 'throttled') return later(onItsWayMs, () => fail(throttling(service)))
      if (fate === 'requestLost') return later(timeoutMs, () => fail(silence()))
      if (fate === 'diesBefore') return later(onItsWayMs, () => dies(task))
      later(onItsWayMs, () => {
        if (command.startsWith('Transact') && chance.happens(trouble().conflict))
          return later(onItsWayMs, () => fail(conflict()))
        const tell = answer()
        if (fate === 'answerLost') later(timeoutMs, () => fail(silence()))
        else later(onItsWayMs, fate === 'diesAfter' ? () => dies(task) : tell)
      })
    })

  return { call, count: () => count, troubled: () => troubled }
}
