import {
  ConditionalCheckFailedException,
  DynamoDBServiceException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb'
import type { CancellationReason } from '@aws-sdk/client-dynamodb'

import type { Row } from './values.ts'

const $metadata = {}

/** The SDK has no class of its own for this one. */
export const invalid = (message: string) =>
  new DynamoDBServiceException({ name: 'ValidationException', $fault: 'client', $metadata, message })

/** Each row may be named once: by its table and key. */
export const refuseTwice = (rows: string[], message: string) => {
  if (new Set(rows).size < rows.length) throw invalid(message)
}

export const isInvalid = (failure: unknown) =>
  failure instanceof DynamoDBServiceException && failure.name === 'ValidationException'

export const conditionFailed = (Item: Row | undefined) =>
  new ConditionalCheckFailedException({
    message: 'The conditional request failed',
    $metadata,
    ...(Item && { Item }),
  })

export const cancelled = (CancellationReasons: CancellationReason[]) =>
  new TransactionCanceledException({
    message:
      'Transaction cancelled, please refer cancellation reasons for specific reasons ' +
      `[${CancellationReasons.map(({ Code }) => Code).join(', ')}]`,
    $metadata,
    CancellationReasons,
  })
