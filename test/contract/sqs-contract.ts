import { batchesContract } from './sqs-batches-contract.ts'
import type { ConnectSqs } from './sqs-connection.ts'
import { messagesContract } from './sqs-messages-contract.ts'

/** What AWS documents of SQS, as far as this project leans on it; whatever stands in for it must hold to this. */
export const sqsContract = (name: string, connect: ConnectSqs) => {
  messagesContract(name, connect)
  batchesContract(name, connect)
}
