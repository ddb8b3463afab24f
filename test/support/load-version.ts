import { readFileSync, readdirSync } from 'node:fs'

import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { SendMessageCommand } from '@aws-sdk/client-sqs'
import { marshall } from '@aws-sdk/util-dynamodb'

import { localTables } from '../../local/create-tables.ts'
import { openProduct } from './product.ts'
import type { LinkKind, RecordedLinks, RecordedMessages, RecordedRows } from './recorded-version.ts'

const versions = new URL('../fixtures/versions/', import.meta.url)

/** The versions that were recorded, by the day of their release. */
export const recordedVersions = readdirSync(versions)

const read = (version: string, file: string): unknown =>
  JSON.parse(readFileSync(new URL(`${version}/${file}.json`, versions), 'utf8'))

/** This product with what an earlier version left in its tables and queues, at the moment it was left. */
export const openUpgraded = async (version: string) => {
  // Each file holds what record-version.ts wrote.
  const rows = read(version, 'rows') as RecordedRows
  const messages = read(version, 'messages') as RecordedMessages
  const links = read(version, 'links') as RecordedLinks

  const product = await openProduct()
  const { aws, clock, dynamodb } = product
  clock.moveForward(Date.parse(links.recordedAt) - clock.now())
  for (const [table, items] of Object.entries(rows) as [
    keyof RecordedRows,
    RecordedRows[keyof RecordedRows],
  ][])
    for (const item of items)
      await dynamodb.send(new PutItemCommand({ TableName: localTables[table], Item: marshall(item) }))
  for (const [queue, bodies] of Object.entries(messages) as [keyof RecordedMessages, unknown[]][])
    for (const body of bodies)
      await aws.clients.sqs.send(
        new SendMessageCommand({ QueueUrl: aws.queueUrls[queue], MessageBody: JSON.stringify(body) }),
      )

  const personOf = (life: string) => {
    const person = links.people.find((one) => one.life === life)
    if (!person) throw new Error(`Version ${version} has nobody who lives as ${life}.`)
    return person
  }
  const intakeOf = async (life: string) => {
    const { reference } = personOf(life)
    return (await product.rows('intakes')).find((row) => row['reference'] === reference)
  }

  return {
    product,
    rows,
    messages,
    links,
    personOf,
    intakeOf,
    pathOf: (life: string, kind: LinkKind) => personOf(life).paths[kind] ?? `/nothing-for/${life}`,
    /** The state of the place that someone was last given. */
    async placeOf(life: string) {
      const { intakeId } = (await intakeOf(life)) ?? {}
      const theirs = (await product.rows('referrals')).filter((row) => row['intakeId'] === intakeId)
      return theirs.toSorted((one, other) =>
        String(one['referralId']) < String(other['referralId']) ? 1 : -1,
      )[0]
    },
    /** Somebody of staff who had signed in before the upgrade. */
    async staffBrowser() {
      const browser = await product.openStaffBrowser()
      for (const [name, value] of Object.entries(links.staffCookies)) browser.cookies.set(name, value)
      return browser
    },
  }
}

export type Upgraded = Awaited<ReturnType<typeof openUpgraded>>
