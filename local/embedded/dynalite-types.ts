/** Dynalite has no types of its own. What stands here is all that we use of its insides, as of 4.0.0 exactly. */
export type Value = { S?: string; N?: string; B?: string; [type: string]: unknown }
export type Row = Record<string, Value>
export type Input = Record<string, unknown>

export type Done<Result> = (error?: unknown, result?: Result) => void
type Release = (done: Done<unknown>) => Done<unknown>
export type Range = {
  gte?: string
  gt?: string
  lte?: string
  lt?: string
  reverse?: boolean
  limit?: number
}

/** A stretch of the one LevelDB: a table's rows, or one of its indexes. */
export type Space = {
  lock: (key: string, hold: (release: Release) => void) => void
  get: (key: string, done: Done<Row>) => void
  put: (key: string, value: unknown, done: Done<void>) => void
  del: (key: string, done: Done<void>) => void
}

type Key = { AttributeName: string }
type Index = { IndexName: string; KeySchema: Key[] }
export type Table = {
  TableName: string
  TableStatus: string
  KeySchema: Key[]
  GlobalSecondaryIndexes?: Array<Index & { IndexStatus: string }>
  LocalSecondaryIndexes?: Index[]
}

type Change = { type: 'put'; key: string; value: unknown } | { type: 'del'; key: string }

export type Store = {
  options: { maxItemSize: number }
  db: {
    open: () => Promise<void>
    close: () => Promise<void>
    get: (key: string) => Promise<unknown>
    batch: (changes: Change[]) => Promise<void>
    keys: (range: Range) => AsyncIterable<string>
    values: (range: Range) => AsyncIterable<Row>
    iterator: (range: Range) => AsyncIterable<[string, unknown]>
  }
  tableDb: Space & { awsRegion: string; awsAccountId: string }
  getItemDb: (table: string) => Space
  getIndexDb: (kind: 'Local' | 'Global', table: string, index: string) => Space
  getTable: {
    (name: string, done: Done<Table>): void
    (name: string, onlyIfActive: boolean, done: Done<Table>): void
  }
}

/** What Query and Scan ask for; names with an underscore are Dynalite's parsed expressions. */
export type PageRequest = {
  TableName: string
  IndexName?: string
  Limit?: number
  Select?: string
  ConsistentRead?: boolean
  ReturnConsumedCapacity?: string
  AttributesToGet?: string[]
  QueryFilter?: object
  ScanFilter?: object
  ConditionalOperator?: string
  _filter?: { expression: object }
  _projection?: { paths: unknown[] }
}

type IndexEntry = { index: string; key: string; item: Row }

export type Dynalite = {
  create: (options: { path?: string; createTableMs: number }) => Store
  itemSize: (row: Row) => number
  createKey: (row: Row, table: Table) => string
  createIndexKey: (row: Row, table: Table, keySchema: Key[]) => string
  getIndexActions: (
    indexes: Index[],
    before: Row | null | undefined,
    after: Row | null | undefined,
    table: Table,
  ) => { puts: IndexEntry[]; deletes: IndexEntry[] }
  updateIndexes: (
    store: Store,
    table: Table,
    before: Row | null | undefined,
    after: Row | null | undefined,
    done: Done<void>,
  ) => void
  matchesExprFilter: (row: Row, expression: object) => boolean
  matchesFilter: (row: Row, filter: object | undefined, operator: string | undefined) => boolean
  mapPaths: (paths: unknown[], row: Row) => Row
  queryTable: (
    store: Store,
    table: Table,
    request: PageRequest,
    range: Range,
    isLocal: boolean | undefined,
    fetchRows: boolean,
    startKey: string[],
    done: Done<object>,
  ) => Promise<void> | void
}

export type Types = Record<string, unknown>
export type Custom = (input: Input, store: Store) => string | undefined
export type Rules = { types: Types; custom?: Custom }
export type Validations = {
  checkTypes: (input: Input, types: Types) => Input
  checkValidations: (input: Input, types: Types, custom: Custom | undefined, store: Store) => void
}
export type Action = (store: Store, input: Input, done: Done<object>) => void
