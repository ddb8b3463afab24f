import { type AttributeValue, type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'

type Item = Record<string, AttributeValue>

/** A page of a table: the rows that could be read and, of each that could not, the ids that stand in it. */
export interface Page<Row> {
  rows: Row[]
  unread: Record<string, string>[]
}

const idsIn = (item: Item) =>
  Object.fromEntries(
    Object.entries(item).flatMap(([name, { S }]) =>
      name.endsWith('Id') && S !== undefined ? [[name, S]] : [],
    ),
  )

/** Every row of a table, page by page, while others write: what comes early is older than what comes late. */
export const everyRow = async function* <Row>(
  dynamodb: DynamoDBClient,
  TableName: string,
  read: (item: Item) => Row,
  {
    isRow = () => true,
    isConsistent = false,
  }: {
    /** Leaves out what a table holds beside its rows. */
    isRow?: (item: Item) => boolean
    /** Sees every write that was done before it began to read, at twice the price. */
    isConsistent?: boolean
  } = {},
): AsyncGenerator<Page<Row>> {
  for await (const { Items = [] } of paginateScan(
    { client: dynamodb },
    { TableName, ConsistentRead: isConsistent },
  )) {
    const page: Page<Row> = { rows: [], unread: [] }
    for (const item of Items.filter(isRow))
      try {
        page.rows.push(read(item))
      } catch {
        page.unread.push(idsIn(item))
      }
    yield page
  }
}
