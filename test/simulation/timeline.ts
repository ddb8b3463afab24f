import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate as nextTurn } from 'node:timers/promises'

/** Something that runs by itself: a run of a function, or somebody who acts. */
export interface Task {
  name: string
  /** It came to its end, or was cut off: whatever it still waits for is never answered. */
  isOver: boolean
  /** Answers that it waits for. */
  waitsFor: number
}

interface Answer<T> {
  task: Task
  reply: (value: T) => void
  fail: (error: unknown) => void
}

/** More turns of Node's loop than anything that only computes can take. */
const mostTurns = 2_000_000

/**
 * Time that passes only when everyone waits: it jumps to the next thing that is due. One thing happens after the other,
 * and what it wakes runs until it waits again, so the order is the same in every run, whatever the machine does.
 */
export const openTimeline = (startMs: number) => {
  let nowMs = startMs
  const due: { atMs: number; happen: () => void }[] = []
  const running = new AsyncLocalStorage<Task>()
  const awake = new Set<Task>()
  const faults: unknown[] = []

  /** Lets something happen at a time, after whatever is due then already. */
  const at = (atMs: number, happen: () => void) => {
    // A clock counts whole milliseconds.
    const event = { atMs: Math.max(nowMs, Math.ceil(atMs)), happen }
    let [low, high] = [0, due.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const other = due[middle]
      // The soonest stands last, where it is cheap to take; of two at one moment the one that was asked for first.
      if (other && other.atMs > event.atMs) low = middle + 1
      else high = middle
    }
    due.splice(low, 0, event)
  }

  /** Parks whoever runs now until it is answered. */
  const wait = <T>(ask: (answer: Answer<T>) => void): Promise<T> => {
    const task = running.getStore()
    if (!task) throw new Error('Nobody runs who could wait.')
    if (task.isOver) return new Promise(() => {})
    task.waitsFor += 1
    return new Promise((resolve, reject) => {
      const wake = (then: () => void) => {
        if (task.isOver) return
        task.waitsFor -= 1
        awake.add(task)
        then()
      }
      ask({
        task,
        reply: (value) => wake(() => resolve(value)),
        fail: (error) => wake(() => reject(error instanceof Error ? error : new Error(String(error)))),
      })
    })
  }

  const begin = (name: string, work: () => Promise<unknown>): Task => {
    const task: Task = { name, isOver: false, waitsFor: 0 }
    awake.add(task)
    running.run(task, () => {
      work()
        .catch((fault: unknown) => faults.push(fault))
        .finally(() => (task.isOver = true))
    })
    return task
  }

  const untilAllWait = async () => {
    for (let turns = 0; awake.size > 0; turns += 1) {
      await nextTurn()
      for (const task of awake) if (task.isOver || task.waitsFor > 0) awake.delete(task)
      if (turns > mostTurns) throw new Error(`${[...awake][0]?.name} waits for something unknown.`)
    }
    if (faults.length > 0) throw faults[0]
  }

  return {
    now: () => nowMs,
    at,
    wait,
    begin,
    running: () => running.getStore(),
    /** Cuts it off where it stands, as when its machine dies. */
    cutOff: (task: Task) => {
      task.isOver = true
      awake.delete(task)
    },
    pause: (milliseconds: number) => wait<void>(({ reply }) => at(nowMs + milliseconds, () => reply())),
    /** Lets everything happen that is due before a moment. */
    runUntil: async (endMs: number) => {
      await untilAllWait()
      for (let next = due.at(-1); next && next.atMs <= endMs; next = due.at(-1)) {
        due.pop()
        nowMs = next.atMs
        next.happen()
        await untilAllWait()
      }
      nowMs = Math.max(nowMs, endMs)
    },
  }
}

export type Timeline = ReturnType<typeof openTimeline>
