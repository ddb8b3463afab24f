import type { DatabaseSync } from 'node:sqlite'

import { buildApp } from 'fauxqs'

/**
 * fauxqs listens on every interface unless its app is built by hand, and what that needs is not exported. These are the
 * parts of its insides that we use, as of 2.4.1 exactly.
 */
type Stores = NonNullable<NonNullable<Parameters<typeof buildApp>[0]>['stores']>
export type SqsStore = Stores['sqsStore']
export type Queue = ReturnType<SqsStore['createQueue']>

export type Persistence = {
  db: DatabaseSync
  loadSqsAndSns: (sqs: SqsStore, sns: Stores['snsStore']) => void
  updateMessageReady: (messageId: string) => void
  close: () => void
}

const inside = (file: string) => import(new URL(file, import.meta.resolve('fauxqs')).href)

const { SqsStore }: { SqsStore: new () => SqsStore } = await inside('./sqs/sqsStore.js')
const { SnsStore }: { SnsStore: new () => Stores['snsStore'] } = await inside('./sns/snsStore.js')
const { S3Store }: { S3Store: new () => Stores['s3Store'] } = await inside('./s3/s3Store.js')
const { PersistenceManager }: { PersistenceManager: new (folder: string) => Persistence } =
  await inside('./persistence.js')

const { INVALID_MESSAGE_BODY_CHAR }: { INVALID_MESSAGE_BODY_CHAR: RegExp } = await inside('./sqs/sqsTypes.js')

/** SQS carries any character of XML 1.0; as shipped the test stops at U+FFFD and turns an emoji away. */
const notInMessages = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u
INVALID_MESSAGE_BODY_CHAR.test = (body) => notInMessages.test(body)

export const newStores = (): Stores => ({
  sqsStore: new SqsStore(),
  snsStore: new SnsStore(),
  s3Store: new S3Store(),
})
export const openPersistence = (folder: string) => new PersistenceManager(folder)

/** Its own type has private members, which is why ours, that names one of them, cannot be assigned to it. */
export const asPersistence = (ours: Persistence) => ours as unknown as NonNullable<SqsStore['persistence']>
export { buildApp }
