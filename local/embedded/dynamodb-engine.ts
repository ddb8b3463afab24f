import type { Store } from './dynalite-types.ts'
import { dynalite } from './dynalite.ts'
import type { Changes } from './dynamodb-draft.ts'
import { useWholeIndexKeys } from './dynamodb-index-keys.ts'
import { readPagesSafely } from './dynamodb-pages.ts'
import { prepareFolder, unreadable } from './folder.ts'

useWholeIndexKeys()
readPagesSafely()

/** LevelDB notices damage only where it reads, so all of it is read before anyone relies on it. */
const readThrough = async ({ db }: Store) => {
  const rows = db.values({})[Symbol.asyncIterator]()
  for (let row = await rows.next(); !row.done;) row = await rows.next()
}

const open = async (folder: string | undefined) => {
  if (folder) await prepareFolder(folder)
  const store = dynalite.create({ ...(folder && { path: folder }), createTableMs: 0 })
  try {
    await store.db.open()
    await readThrough(store)
  } catch (error) {
    throw unreadable(folder ?? 'memory', error)
  }
  return store
}

/** The store, and the one way to write to it: in turn, and each time as a single LevelDB batch. */
export const openEngine = async (folder: string | undefined) => {
  const store = await open(folder)
  const watchers: Array<(changes: Changes) => void> = []
  let last: Promise<unknown> = Promise.resolve()

  return {
    store,
    /** Waits for everyone before, so that what is read inside still holds when it is written. */
    inTurn: <Result>(work: () => Promise<Result>): Promise<Result> => {
      const mine = last.then(work)
      last = mine.catch(() => {})
      return mine
    },
    commit: async (changes: Changes) => {
      await store.db.batch(
        [...changes].map(([key, value]) =>
          value === undefined ? { type: 'del', key } : { type: 'put', key, value },
        ),
      )
      for (const watch of watchers) watch(changes)
    },
    watch: (watcher: (changes: Changes) => void) => watchers.push(watcher),
    close: async () => {
      await last
      await store.db.close()
    },
  }
}

export type Engine = Awaited<ReturnType<typeof openEngine>>
