import { type SetAside, deadLetters } from '../adapters/dead-letters.ts'
import { thisMachine } from '../adapters/outside.ts'
import type { QueueName } from '../functions/triggers.ts'
import { daysAndHours } from '../local/time-in-words.ts'
import { type Contents, contentsOf } from './set-aside.ts'
import type { QueuesAt } from './target.ts'

interface Wanted {
  /** All queues, unless one is named. */
  queue?: string | undefined
  confirm: boolean
  includeUnreadable: boolean
}

/** More than anyone reads on a screen; the rest is counted. */
const mostShown = 100

const messages = (count: number) => (count === 1 ? '1 message' : `${count} messages`)

const chosen = (names: QueueName[], wanted: string | undefined) => {
  const found = names.filter((name) => wanted === undefined || name === wanted)
  if (found.length === 0) throw new Error(`--queue ${wanted} is not known: write ${names.join(', ')}.`)
  return found
}

const line = ({ messageId, sentAt, goneAt, timesReceived }: SetAside, contents: Contents) => {
  const age = daysAndHours(Date.now() - sentAt) ?? 'less than an hour'
  return [
    `  ${messageId}  ${contents.kind}`,
    contents.concerns ?? 'about nobody that can be told',
    `${age} old, received ${timesReceived} times, lost after ${new Date(goneAt).toISOString().slice(0, 10)}`,
    ...(contents.unreadableBecause ? [`CANNOT BE READ: ${contents.unreadableBecause}`] : []),
  ].join(' · ')
}

type Queue = ReturnType<typeof deadLetters>
type Say = (line: string) => void

/** Shows what waits in one queue. Those that were not looked at are taken for readable. */
const show = async (name: QueueName, queue: Queue, say: Say) => {
  const waiting = await queue.look(mostShown)
  const all = Math.max(await queue.count(), waiting.length)
  say(all === 0 ? `${name}: nothing was set aside.` : `${name}: ${messages(all)} set aside.`)
  const contents = waiting.map(({ body }) => contentsOf(name, body))
  for (const [index, message] of waiting.entries())
    say(line(message, contents[index] ?? contentsOf(name, '')))
  if (all > waiting.length) say(`  … and ${all - waiting.length} more`)
  const unreadable = contents.filter(({ unreadableBecause }) => unreadableBecause !== null).length
  return { readable: all - unreadable, unreadable }
}

/** SQS moves a whole queue or nothing; while something in it has to stay, the others go one by one. */
const move = async (name: QueueName, queue: Queue, someStay: boolean, movesByItself: boolean, say: Say) => {
  const tell = (moved: number) => say(`${name}: ${moved} moved so far …`)
  const mayGo = (body: string) => !someStay || contentsOf(name, body).unreadableBecause === null
  const { moved, left } =
    movesByItself && !someStay ? await queue.moveAll(tell) : await queue.moveEach(mayGo, tell)
  say(`${name}: ${messages(moved)} went back to the queue; ${left} stayed.`)
}

/**
 * Shows what was set aside after failing, by kinds and ids and never by what a person wrote, and sends it back where that
 * is confirmed. What cannot be read would only fail again: it stays, unless it is asked for as well.
 */
export const redrive = async (
  { queue: wanted, confirm, includeUnreadable }: Wanted,
  { sqs, queues, movesByItself }: QueuesAt,
  say: Say,
) => {
  let [waiting, staying] = [0, 0]
  // The keys of `queues` are its names by its type.
  for (const name of chosen(Object.keys(queues) as QueueName[], wanted)) {
    const queue = deadLetters(sqs, queues[name], thisMachine.pause)
    const { readable, unreadable } = await show(name, queue, say)
    const stays = includeUnreadable ? 0 : unreadable
    const goes = readable + unreadable - stays
    if (confirm && goes > 0) await move(name, queue, stays > 0, movesByItself, say)
    waiting += goes
    staying += stays
  }
  if (staying > 0)
    say(
      `\n${messages(staying)} cannot be read by this version and would fail again. Deploy a version that can, then add --include-unreadable.`,
    )
  if (waiting > 0 && !confirm) say('\nNothing was moved. To send it back, run this again with --confirm.')
}
