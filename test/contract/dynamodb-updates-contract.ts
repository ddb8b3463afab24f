import type { UpdateItemCommandInput } from '@aws-sdk/client-dynamodb'
import { describe, expect, it } from 'vitest'

import { n, s, useTables } from './dynamodb-connection.ts'
import type { ConnectDynamodb, Row } from './dynamodb-connection.ts'

export const updatesContract = (name: string, connect: ConnectDynamodb) =>
  describe(`${name}: updates`, () => {
    const { put, update, get } = useTables(connect)

    const groupId = s('updated')
    /** What else a row holds after an update. */
    const after = async (row: Row, UpdateExpression: string, values?: Row) => {
      await put({ groupId, ...row })
      await update('updated', { UpdateExpression, ...(values && { ExpressionAttributeValues: values }) })
      const { groupId: _, ...rest } = (await get('updated')) ?? {}
      return rest
    }

    it('works every part out from the row as it was', async () => {
      expect(await after({ mine: n(1), yours: n(2) }, 'SET mine = yours, yours = mine')).toEqual({
        mine: n(2),
        yours: n(1),
      })
    })

    it('puts into a list at a place, or at its end', async () => {
      const seen = { L: [s('a'), s('b'), s('c')] }
      const values = { ':x': s('x'), ':y': s('y') }

      expect(await after({ seen }, 'SET seen[1] = :x, seen[9] = :y', values)).toEqual({
        seen: { L: [s('a'), s('x'), s('c'), s('y')] },
      })
    })

    it.for([
      ['0.1', '0.2', '0.3', '-0.1'],
      ['10', '0.05', '10.05', '9.95'],
      ['-7', '7', '0', '-14'],
      ['12345678901234567890', '0.5', '12345678901234567890.5', '12345678901234567889.5'],
    ] as const)('counts from %s by %s without rounding', async ([N, by, sum, difference]) => {
      const values = { ':by': { N: by } }
      expect(await after({ kept: { N } }, 'SET up = kept + :by, down = kept - :by', values)).toEqual({
        kept: { N },
        up: { N: sum },
        down: { N: difference },
      })
    })

    it('writes a number in one way, however it came', async () => {
      await put({ groupId, amount: { N: '01.50' }, large: { N: '1.2e3' } })

      expect(await get('updated')).toMatchObject({ amount: { N: '1.5' }, large: { N: '1200' } })
    })

    it('keeps what is there where a default is given', async () => {
      expect(await after({ taken: n(3) }, 'SET taken = if_not_exists(taken, :no)', { ':no': n(0) })).toEqual({
        taken: n(3),
      })
    })

    it('takes members out of a set, and the set away with its last', async () => {
      const wishes = { wishes: { SS: ['day', 'evening'] } }

      expect(await after(wishes, 'DELETE wishes :these', { ':these': { SS: ['day', 'night'] } })).toEqual({
        wishes: { SS: ['evening'] },
      })
      expect(await after(wishes, 'DELETE wishes :these', { ':these': { SS: ['day', 'evening'] } })).toEqual(
        {},
      )
    })

    it.for<[UpdateItemCommandInput['ReturnValues'], Row | undefined]>([
      ['NONE', undefined],
      ['ALL_OLD', { groupId, taken: n(1), topic: s('grief') }],
      ['ALL_NEW', { groupId, taken: n(2), topic: s('grief') }],
      ['UPDATED_OLD', { taken: n(1) }],
      ['UPDATED_NEW', { taken: n(2) }],
    ])('returns %s', async ([ReturnValues, expected]) => {
      await put({ groupId, taken: n(1), topic: s('grief') })

      const { Attributes } = await update('updated', {
        UpdateExpression: 'SET taken = :two',
        ExpressionAttributeValues: { ':two': n(2) },
        ReturnValues,
      })

      expect(Attributes).toEqual(expected)
    })

    it.for<[string, Partial<UpdateItemCommandInput>]>([
      ['a path within another', { UpdateExpression: 'SET meets.clock = :x, meets = :x' }],
      [
        'a change of the key',
        { UpdateExpression: 'SET groupId = :x', ExpressionAttributeValues: { ':x': s('x') } },
      ],
      ['to add to a text', { UpdateExpression: 'ADD topic :x' }],
      ['to count from what is not there', { UpdateExpression: 'SET taken = absent + :x' }],
      ['a path into what is not there', { UpdateExpression: 'SET absent.inside = :x' }],
      ['the same clause twice', { UpdateExpression: 'SET taken = :x SET other = :x' }],
      ['a value that is not given', { UpdateExpression: 'SET taken = :x + :y' }],
      ['a name that is not given', { UpdateExpression: 'SET #taken = :x' }],
      [
        'a name that nothing uses',
        { UpdateExpression: 'SET taken = :x', ExpressionAttributeNames: { '#a': 'a' } },
      ],
    ])('refuses %s', async ([, more]) => {
      const row = { groupId, topic: s('grief'), meets: { M: { clock: n(9) } } }
      await put(row)

      await expect(
        update('updated', { ExpressionAttributeValues: { ':x': n(1) }, ...more }),
      ).rejects.toMatchObject({ name: 'ValidationException' })
      expect(await get('updated')).toEqual(row)
    })
  })
