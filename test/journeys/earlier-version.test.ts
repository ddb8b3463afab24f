import { UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { localTables } from '../../local/create-tables.ts'
import { aGroup } from '../support/builders.ts'
import { aFilledForm, send } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'
import { staff } from '../support/with-a-place.ts'

const day = 24 * 3_600_000

describe('a row that an earlier version wrote', () => {
  let product: Product

  beforeEach(async () => {
    product = await openProduct()
    await product.addGroups(aGroup())
  })
  afterEach(() => product.close())

  it('of someone who wrote later that they are not safe still knows the place that is held for them', async () => {
    const form = aFilledForm()
    await send(product, form)
    await product.settle()
    form.set('safety', 'might-hurt')
    form.set('helpSeen', 'yes')
    await product.postForm('/intakes', form)
    await product.settle()
    const [intake] = await product.rows('intakes')
    await product.dynamodb.send(
      new UpdateItemCommand({
        TableName: localTables.intakes,
        Key: { intakeId: { S: String(intake?.['intakeId']) } },
        UpdateExpression: 'REMOVE referralId, alsoNext',
      }),
    )

    product.clock.moveForward(3 * day)
    await product.sweep()
    product.clock.moveForward(60_000)
    const [swept] = await product.rows('intakes')
    product.clock.moveForward(60_000)
    await product.sweep()
    const [again] = await product.rows('intakes')

    expect(swept?.['state']).toBe('urgent')
    const late = product.mailsTo(staff).filter(({ subject }) => subject.includes('late since'))
    expect(late.map(({ text }) => text).join()).toContain('look at the place we hold')
    expect(again?.['revision']).toBe(swept?.['revision'])
  })
})
