import { startDynamodb } from '../../local/embedded/dynamodb.ts'
import { pairTables } from './pair-tables.ts'

/**
 * Run as a process of its own, to be killed: keeps pairs of rows in two tables, made, changed and removed only together,
 * and rows that are written singly. Prints what has been answered, so that whoever kills it knows what must be there.
 */
const [folder = '', round = ''] = process.argv.slice(2)
const { endpoint } = await startDynamodb({ folder, now: Date.now })
console.log('started')

const call = async (operation: string, input: object) => {
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: { 'x-amz-target': `DynamoDB_20120810.${operation}`, authorization: 'AWS4-HMAC-SHA256 local' },
    body: JSON.stringify(input),
  })
  const { __type } = (await answer.json()) as { __type?: string }
  if (__type && __type !== 'ResourceInUseException') throw new Error(__type)
}

const both = (action: string, ids: string[], more: (id: string) => object) => ({
  TransactItems: ['left', 'right'].flatMap((TableName) =>
    ids.map((id) => ({ [action]: { TableName, ...more(id) } })),
  ),
})
const row = (id: string, shade: string) => ({ Item: { id: { S: id }, shade: { S: shade } } })
const key = (id: string) => ({ Key: { id: { S: id } } })
const darken = (id: string) => ({
  ...key(id),
  UpdateExpression: 'SET shade = :dark',
  ExpressionAttributeValues: { ':dark': { S: 'dark' } },
})

const write = async (writer: number) => {
  for (let turn = 0; ; turn += 1) {
    const ids = ['a', 'b', 'c', 'd'].map((letter) => `${round}-${writer}-${turn}-${letter}`)
    await call(
      'TransactWriteItems',
      both('Put', ids, (id) => row(id, 'light')),
    )
    console.log(`light ${ids.join(' ')}`)
    await call('TransactWriteItems', both('Update', ids, darken))
    console.log(`dark ${ids.join(' ')}`)
    await call('PutItem', { TableName: 'left', ...row(`single-${writer}`, `shade-${turn}`) })
    if (turn % 3 > 0) continue
    console.log(`going ${ids.join(' ')}`)
    await call('TransactWriteItems', both('Delete', ids, key))
  }
}

for (const table of pairTables) await call('CreateTable', table)
await Promise.all([1, 2, 3].map((writer) => write(writer)))
