import { asPersistence, openPersistence } from './fauxqs.ts'
import type { Persistence, Queue, newStores } from './fauxqs.ts'
import { prepareFolder, unreadable } from './folder.ts'

/** As shipped this also empties the receive count, which may not be empty: the message was gone until a restart. */
const mendReturnedMessages = (persistence: Persistence) => {
  const returned = persistence.db.prepare(
    'UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL WHERE message_id = ?',
  )
  persistence.updateMessageReady = (messageId) => void returned.run(messageId)
}

/** Moving to a dead-letter queue deletes and inserts: killed in between, the message would be nowhere. */
const receiveInOneTransaction = (queue: Queue, { db }: Persistence) => {
  const dequeue = queue.dequeue.bind(queue)
  queue.dequeue = (...wanted) => {
    db.exec('BEGIN')
    try {
      const messages = dequeue(...wanted)
      db.exec('COMMIT')
      return messages
    } catch (error) {
      db.exec('ROLLBACK')
      throw error
    }
  }
}

/** Keeps queues and messages in a SQLite file; what has been answered to a caller survives a kill. */
export const keepQueues = async (folder: string, { sqsStore, snsStore }: ReturnType<typeof newStores>) => {
  await prepareFolder(folder)
  try {
    const persistence = openPersistence(folder)
    // Waits for the disk at checkpoints only: enough for a process that dies, if not for a machine that does.
    persistence.db.exec('PRAGMA synchronous = NORMAL')
    mendReturnedMessages(persistence)

    const createQueue = sqsStore.createQueue.bind(sqsStore)
    sqsStore.createQueue = (...wanted) => {
      const queue = createQueue(...wanted)
      receiveInOneTransaction(queue, persistence)
      return queue
    }

    // Loaded first and attached afterwards, or loading a queue would replace its row and drop its messages.
    persistence.loadSqsAndSns(sqsStore, snsStore)
    sqsStore.persistence = asPersistence(persistence)
    for (const queue of sqsStore.allQueues()) queue.persistence = asPersistence(persistence)
    return persistence
  } catch (error) {
    throw unreadable(folder, error)
  }
}
