import { AwsError } from './aws-error.ts'
import type { PageRequest, Range, Row, Store } from './dynalite-types.ts'
import { dynalite } from './dynalite.ts'
import { indexPrefix, rowPrefix, startingWith } from './dynamodb-keys.ts'

/** DynamoDB ends a page once the rows it looked at reach this size. */
const pageBytes = 1024 * 1024

const within = (prefix: string, { gt, gte = '', lt, lte, ...rest }: Range) => ({
  ...(gt === undefined ? { gte: prefix + gte } : { gt: prefix + gt }),
  ...(lte !== undefined
    ? { lte: prefix + lte }
    : { lt: lt === undefined ? startingWith(prefix).lt : prefix + lt }),
  ...rest,
})

const passes = ({ _filter, QueryFilter, ScanFilter, ConditionalOperator }: PageRequest, row: Row) =>
  _filter
    ? dynalite.matchesExprFilter(row, _filter.expression)
    : dynalite.matchesFilter(row, QueryFilter ?? ScanFilter, ConditionalOperator)

const readPage = async (
  store: Store,
  prefix: string,
  request: PageRequest,
  range: Range,
  startKey: string[],
) => {
  const { Limit = Infinity, _projection, AttributesToGet, Select, TableName } = request
  const rows: Row[] = []
  let bytes = 0
  for await (const row of store.db.values(within(prefix, range))) {
    rows.push(row)
    bytes += dynalite.itemSize(row)
    if (rows.length >= Limit || bytes >= pageBytes) break
  }

  const last = rows.length >= Limit || bytes >= pageBytes ? rows.at(-1) : undefined
  const passed = rows.filter((row) => passes(request, row))
  const paths = _projection?.paths ?? AttributesToGet
  return {
    Count: passed.length,
    ScannedCount: rows.length,
    ...(Select !== 'COUNT' && { Items: paths ? passed.map((row) => dynalite.mapPaths(paths, row)) : passed }),
    ...(last && { LastEvaluatedKey: Object.fromEntries(startKey.map((name) => [name, last[name]])) }),
    ...(request.ReturnConsumedCapacity !== 'NONE' &&
      request.ReturnConsumedCapacity && {
        ConsumedCapacity: {
          TableName,
          CapacityUnits: Math.ceil(bytes / 4096) * (request.ConsistentRead ? 1 : 0.5),
        },
      }),
  }
}

/** Dynalite reads rows through streams, where a condition it cannot judge throws past every handler and ends us. */
export const readPagesSafely = () => {
  dynalite.queryTable = async (store, _table, request, range, isLocal, fetchRows, startKey, done) => {
    if (fetchRows)
      return done(new AwsError('ValidationException', 'Local indexes give only what they project here.'))
    const { TableName, IndexName } = request
    const kind = isLocal ? 'Local' : 'Global'
    const prefix = IndexName ? indexPrefix(kind, TableName, IndexName) : rowPrefix(TableName)
    try {
      done(null, await readPage(store, prefix, request, range, startKey))
    } catch (fault) {
      done(fault)
    }
  }
}
