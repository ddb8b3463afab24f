import { BatchGetItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { describe, expect, it } from 'vitest'

import { groupsByKey } from '../../adapters/groups-by-key.ts'
import { toItem } from '../../adapters/rows.ts'
import { aGroup } from '../support/builders.ts'
import { mockedClient } from '../support/mocked-client.ts'

describe('a few groups by their ids', () => {
  const steady = aGroup()

  it('are all there, however many others were read before them', async () => {
    mockedClient(DynamoDBClient)
      .on(BatchGetItemCommand)
      .callsFake(({ RequestItems }) => ({
        Responses: {
          // What is asked for is told by its key.
          groups: RequestItems.groups.Keys.filter(
            ({ groupId }: { groupId: { S: string } }) => groupId.S === steady.groupId,
          ).map(() => toItem(steady)),
        },
      }))
    const groups = groupsByKey({
      dynamodb: new DynamoDBClient({ region: 'us-east-1' }),
      table: 'groups',
      patience: { pause: async () => {}, random: () => 0 },
      now: () => 0,
    })
    const found: number[] = []
    for (let batch = 0; batch < 30; batch += 1) {
      const others = Array.from({ length: 99 }, (_, number) => `gone/${batch}-${number}`)
      found.push((await groups.find([steady.groupId, ...others])).rows.length)
    }

    expect(new Set(found)).toEqual(new Set([1]))
  })
})
