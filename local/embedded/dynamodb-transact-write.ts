import { AwsError } from './aws-error.ts'
import type { Input, Store } from './dynalite-types.ts'
import { checked, checkInput, dynalite, operations } from './dynalite.ts'
import type { Changes } from './dynamodb-draft.ts'
import type { Engine } from './dynamodb-engine.ts'
import { attempt } from './dynamodb-rows.ts'
import type { openTokens } from './dynamodb-tokens.ts'
import {
  refusal,
  refuseTwoOnOneRow,
  required,
  soleEntry,
  struct,
  upToAHundred,
} from './dynamodb-transaction-items.ts'
import type { Action, Items } from './dynamodb-transaction-items.ts'

const { PutItem, UpdateItem, DeleteItem } = operations
const types = {
  ClientRequestToken: { type: 'String', lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 36 },
  TransactItems: upToAHundred({
    Put: struct('Put', PutItem.types),
    Update: struct('Update', { ...UpdateItem.types, UpdateExpression: required }),
    Delete: struct('Delete', DeleteItem.types),
    ConditionCheck: struct('ConditionCheck', { ...DeleteItem.types, ConditionExpression: required }),
  }),
}

/** A condition check is a deletion that is worked out and then not done. */
const performedAs = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'DeleteItem',
} as const
type Kind = keyof typeof performedAs
type Reason = { Code: string; Message?: string; Item?: unknown }

/** The rows of one transaction together. */
const largestBytes = 4 * 1024 * 1024

/** AWS refuses an empty key before it starts, and gives every other fault of one action as that action's reason. */
const reasonFor = (error: unknown): Reason => {
  if (!(error instanceof AwsError) || error.message.includes('cannot contain an empty')) throw error
  if (error.name === 'ConditionalCheckFailedException')
    return { Code: 'ConditionalCheckFailed', Message: error.message, ...error.details }
  if (error.name === 'ValidationException') return { Code: 'ValidationError', Message: error.message }
  throw error
}

const cancelled = (reasons: Reason[]) =>
  new AwsError(
    'TransactionCanceledException',
    'Transaction cancelled, please refer cancellation reasons for specific reasons ' +
      `[${reasons.map(({ Code }) => Code).join(', ')}]`,
    { CancellationReasons: reasons },
  )

const outcomeOf = async (store: Store, kind: Kind, action: Action) => {
  const reason: Reason = { Code: 'None' }
  try {
    const { changes, written } = await attempt(store, performedAs[kind], action)
    return kind === 'ConditionCheck' ? { reason } : { reason, changes, written }
  } catch (error) {
    return { reason: reasonFor(error) }
  }
}

/** No two actions touch one row, so each is worked out by itself and their changes are then one. */
const changesOf = async (store: Store, actions: Array<{ kind: Kind; action: Action }>) => {
  const outcomes = await Promise.all(actions.map(({ kind, action }) => outcomeOf(store, kind, action)))
  const reasons = outcomes.map(({ reason }) => reason)
  if (reasons.some(({ Code }) => Code !== 'None')) throw cancelled(reasons)

  const changes: Changes = new Map()
  let bytes = 0
  for (const outcome of outcomes) {
    for (const [key, value] of outcome.changes ?? []) changes.set(key, value)
    for (const { row } of outcome.written ?? []) bytes += dynalite.itemSize(row)
  }
  if (bytes > largestBytes) throw refusal('The rows of one transaction may not exceed 4 MB together')
  return changes
}

export const transactWriteItems =
  (engine: Engine, tokens: Awaited<ReturnType<typeof openTokens>>) => async (input: Input) => {
    const { store } = engine
    const { TransactItems, ClientRequestToken: token } = checkInput(store, types, undefined, input) as {
      TransactItems: Items<Kind>
      ClientRequestToken?: string
    }
    const request = JSON.stringify(TransactItems)
    const actions = TransactItems.map((item) => {
      const [kind, action] = soleEntry(item)
      return { kind, action: checked(store, performedAs[kind], action) as Action }
    })

    return engine.inTurn(async () => {
      if (token && tokens.isRepeat(token, request)) return {}
      await refuseTwoOnOneRow(
        store,
        actions.map(({ action }) => action),
      )
      const changes = await changesOf(store, actions)
      if (token) tokens.remember(token, request, changes)
      await engine.commit(changes)
      return {}
    })
  }
