import { readdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { describe, expect, it, onTestFinished } from 'vitest'

import { startDynamodb } from '../../local/embedded/dynamodb.ts'
import { openDynamodb } from '../support/open-dynamodb.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { createTables, s } from './dynamodb-connection.ts'

const now = () => Date.parse('2026-03-01T09:00:00Z')

describe('starting the embedded DynamoDB', () => {
  it('says which port is in use', async () => {
    const other = createServer()
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
    onTestFinished(() => void other.close())
    const { port } = other.address() as AddressInfo

    await expect(startDynamodb({ now, port })).rejects.toThrow(
      `Port ${port} is in use by another program: stop that one, or choose another port.`,
    )
  })

  it('says that its folder cannot be written', async () => {
    const file = join(await temporaryFolder(), 'a-file')
    await writeFile(file, '')

    await expect(startDynamodb({ now, folder: join(file, 'dynamodb') })).rejects.toThrow(
      /^Open Circle cannot write to .*a-file\/dynamodb: check who owns it/,
    )
  })

  it('says what to do when its data is broken', async () => {
    const folder = await temporaryFolder()
    await (await openDynamodb(folder)).close()
    await writeFile(join(folder, 'CURRENT'), 'nonsense')

    await expect(startDynamodb({ now, folder })).rejects.toThrow(
      /cannot be read: start with `npm start -- --fresh`/,
    )
  })

  it('says what to do when a part of its data is broken', async () => {
    const folder = await temporaryFolder()
    const first = await openDynamodb(folder)
    await createTables(first.client)
    for (const id of ['a', 'b', 'c'])
      await first.client.send(
        new PutItemCommand({ TableName: 'groups', Item: { groupId: s(id), note: s(id.repeat(100_000)) } }),
      )
    await first.close()
    await (await openDynamodb(folder)).close()
    for (const file of await readdir(folder))
      if (file.endsWith('.ldb')) await writeFile(join(folder, file), Buffer.alloc(2000, 'x'), { flag: 'r+' })

    await expect(startDynamodb({ now, folder })).rejects.toThrow(
      /cannot be read: start with `npm start -- --fresh`/,
    )
  })

  it('says when another one uses its folder', async () => {
    const folder = await temporaryFolder()
    const first = await openDynamodb(folder)
    onTestFinished(first.close)

    await expect(startDynamodb({ now, folder })).rejects.toThrow(/is in use by another Open Circle/)
  })
})
