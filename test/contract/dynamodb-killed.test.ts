import { CreateTableCommand, ResourceInUseException, ScanCommand } from '@aws-sdk/client-dynamodb'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { describe, expect, it } from 'vitest'

import { startDynamodb } from '../../local/embedded/dynamodb.ts'
import { dynamodbClient } from '../support/dynamodb-client.ts'
import { pairTables } from '../support/pair-tables.ts'
import { runUntilKilled } from '../support/run-until-killed.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Later each round: first as it makes the tables, then ever deeper into the writing. */
const momentOf = (round: number) => ({ lines: 1 + round * 12, afterMs: round })

/** What was answered before the kill: the shade of each row, unless the row was already to go. */
const writeUntilKilled = async (folder: string, round: number) => {
  const lines = await runUntilKilled(
    './write-pairs-until-killed.ts',
    [folder, String(round)],
    momentOf(round),
  )
  const answered = new Map<string, string>()
  for (const line of lines) {
    const [what = '', ...ids] = line.split(' ')
    for (const id of ids) {
      if (what === 'going') answered.delete(id)
      else answered.set(id, what)
    }
  }
  return answered
}

const scan = async (client: DynamoDBClient, TableName: string, IndexName?: string) => {
  const { Items = [] } = await client.send(new ScanCommand({ TableName, IndexName }))
  return new Map(Items.map(({ id, shade }) => [id?.S ?? '', shade?.S ?? '']))
}

const read = async (folder: string) => {
  const dynamodb = await startDynamodb({ folder, now: Date.now })
  const client = dynamodbClient(dynamodb.endpoint)
  for (const table of pairTables)
    await client.send(new CreateTableCommand(table)).catch((error: unknown) => {
      if (!(error instanceof ResourceInUseException)) throw error
    })
  const left = await scan(client, 'left')
  const right = await scan(client, 'right')
  const leftIndex = await scan(client, 'left', 'byShade')
  const rightIndex = await scan(client, 'right', 'byShade')
  client.destroy()
  await dynamodb.stop()
  return { left, right, leftIndex, rightIndex }
}

const pairsOf = (rows: Map<string, string>) => new Map([...rows].filter(([id]) => !id.startsWith('single')))
const isThere = (id: string, shade: string, rows: Map<string, string>) =>
  shade === 'dark' ? rows.get(id) === 'dark' : rows.has(id)

describe('the embedded DynamoDB, killed while it writes', () => {
  // Twenty starts, each as long as the machine needs that does other work beside it.
  it(
    'comes back with whole transactions, true indexes and all that it had answered',
    { timeout: 120_000 },
    async () => {
      const folder = await temporaryFolder()
      let rows = 0

      for (let round = 0; round < 10; round += 1) {
        const answered = await writeUntilKilled(folder, round)
        const { left, right, leftIndex, rightIndex } = await read(folder)

        expect(pairsOf(left)).toEqual(right)
        expect(leftIndex).toEqual(left)
        expect(rightIndex).toEqual(right)
        expect([...answered].filter(([id, shade]) => !isThere(id, shade, right))).toEqual([])
        rows = right.size
      }

      expect(rows).toBeGreaterThan(100)
    },
  )
})
