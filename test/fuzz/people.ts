import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'

import { type TableName, tables } from '../../adapters/tables.ts'
import { setFirstSession } from '../../domain/way/steps/attendance.ts'
import { offer, sayYes } from '../../domain/way/steps/offer.ts'
import { localTables } from '../../local/create-tables.ts'
import { anOpenMeeting } from '../support/builders.ts'
import { steadyGround, tuesdayAfter } from '../support/leader.ts'
import { aFilledForm, send } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'
import { takeStep } from '../support/steps.ts'

export interface Known {
  /** How far they have come. */
  stands: string
  reference: string
  code: string
  intakeId: string
  /** Of the place that is held, or an id that is nobody's. */
  referralId: string
}

export const nobody = '019ab123-4567-7abc-8def-0123456789ff'

const changing: readonly TableName[] = [
  'intakes',
  'referrals',
  'groups',
  'emails',
  'trail',
  'tombstones',
  'staff',
]

type Row = Record<string, unknown>

const keyOf = (table: TableName, row: Row) => {
  const shape = tables[table]
  const names = [shape.partition, ...('sort' in shape ? [shape.sort] : [])]
  return Object.fromEntries(names.map((name) => [name, row[name]]))
}

const readAll = async (product: Product) => {
  const all = new Map<TableName, Map<string, Row>>()
  for (const table of changing) {
    const rows = await product.rows(table)
    all.set(table, new Map(rows.map((row) => [JSON.stringify(keyOf(table, row)), row])))
  }
  return all
}

/** Puts every row back as it was, so that what one input did is not there for the next. */
const putBack = async (product: Product, before: Awaited<ReturnType<typeof readAll>>) => {
  for (const [table, rows] of await readAll(product)) {
    const kept = before.get(table) ?? new Map<string, Row>()
    const TableName = localTables[table]
    for (const [key, row] of rows)
      if (!kept.has(key))
        await product.dynamodb.send(new DeleteItemCommand({ TableName, Key: marshall(keyOf(table, row)) }))
    for (const [key, row] of kept)
      if (JSON.stringify(rows.get(key)) !== JSON.stringify(row))
        await product.dynamodb.send(new PutItemCommand({ TableName, Item: marshall(row) }))
  }
}

/** The product with someone at each step of the way. */
export const openPeople = async () => {
  const product = await openProduct()
  await product.addGroups(steadyGround, anOpenMeeting())

  const ask = async (stands: string, given: Parameters<typeof aFilledForm>[0] = {}): Promise<Known> => {
    const { reference, code } = await send(product, aFilledForm({ email: `${stands}@example.org`, ...given }))
    await product.settle()
    const row = (await product.rows('intakes')).find((one) => one['reference'] === reference)
    const held = (await product.rows('referrals')).find(({ intakeId }) => intakeId === row?.['intakeId'])
    return {
      stands,
      reference,
      code,
      intakeId: String(row?.['intakeId']),
      referralId: held ? String(held['referralId']) : nobody,
    }
  }
  const offers = ({ reference }: Known) => takeStep(product, reference, offer)
  const saysYes = ({ reference }: Known) =>
    takeStep(
      product,
      reference,
      (standing, moment) => sayYes(standing, { share: true, language: 'en', by: 'person' }, moment),
      { is: 'person' },
    )

  const held = await ask('held')
  const offered = await ask('offered')
  const shared = await ask('shared', { emailPrivacy: 'shared' })
  const told = await ask('told')
  const scheduled = await ask('scheduled')
  const suggested = await ask('suggested', { topics: 'drinking' })
  const unsafe = await ask('unsafe', { safety: 'might-hurt', helpSeen: 'yes' })
  for (const one of [offered, shared, told, scheduled]) await offers(one)
  for (const one of [told, scheduled]) await saysYes(one)
  await product.settle()
  await takeStep(product, scheduled.reference, (standing, moment) =>
    setFirstSession(standing, { at: tuesdayAfter(product), by: 'staff' }, moment),
  )
  await product.settle()

  let written = false
  product.dynamodb.middlewareStack.add(
    (next, { commandName = '' }) =>
      (given) => {
        written ||= /Write|Put|Update|Delete/.test(commandName)
        return next(given)
      },
    { step: 'initialize' },
  )

  return {
    product,
    known: [held, offered, shared, told, scheduled, suggested, unsafe],
    /** Remembers how everybody stands, and gives what brings that back where anything was written since. */
    async remember() {
      const before = await readAll(product)
      written = false
      return async () => {
        if (written) await putBack(product, before)
        written = false
      }
    },
  }
}

export type People = Awaited<ReturnType<typeof openPeople>>
