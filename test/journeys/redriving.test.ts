import {
  type Message,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { redrive } from '../../bin/redriving.ts'
import { aGroup } from '../support/builders.ts'
import { noteProduct, runCommand } from '../support/command.ts'
import { aFilledForm, send } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'
import { newFolder, removeFolder } from '../support/temporary-folder.ts'

describe('what was set aside', () => {
  let product: Product
  let folder = ''

  beforeEach(async () => {
    product = await openProduct()
    folder = await newFolder()
    await noteProduct(folder, product)
    await product.addGroups(aGroup())
  })
  afterEach(async () => {
    await product.close()
    await removeFolder(folder)
  })

  /** What the command says. */
  const redriveIntakes = async (given: { confirm?: boolean; includeUnreadable?: boolean } = {}) => {
    const said: string[] = []
    const { clients, queues } = product.aws
    await redrive(
      { queue: 'intakes', confirm: false, includeUnreadable: false, ...given },
      { sqs: clients.sqs, queues, movesByItself: false },
      (line) => said.push(line),
    )
    return said.join('\n')
  }
  const intakes = () => product.aws.queues.intakes

  const setAside = (MessageBody: string) =>
    product.aws.clients.sqs.send(new SendMessageCommand({ QueueUrl: intakes().deadLettersUrl, MessageBody }))

  /** Someone asks, and what the form became is still in the queue. */
  const ask = async () => {
    await send(product, aFilledForm())
    const { Messages = [] } = await product.aws.clients.sqs.send(
      new ReceiveMessageCommand({ QueueUrl: intakes().url, VisibilityTimeout: 0 }),
    )
    return Messages[0]?.Body ?? ''
  }

  /** The queue gave up on it: it is in the place for what failed, and nowhere else. */
  const askAndFail = async () => {
    const body = await ask()
    const { Messages = [] } = await product.aws.clients.sqs.send(
      new ReceiveMessageCommand({ QueueUrl: intakes().url }),
    )
    for (const { ReceiptHandle } of Messages satisfies Message[])
      await product.aws.clients.sqs.send(new DeleteMessageCommand({ QueueUrl: intakes().url, ReceiptHandle }))
    await setAside(body)
    return body
  }

  const counts = async () => ({
    intakes: (await product.rows('intakes')).length,
    referrals: (await product.rows('referrals')).length,
    mails: product.mails().length,
    placesTaken: (await product.rows('groups'))[0]?.['placesTaken'],
  })

  it('is shown by ids alone, and moved nowhere, until someone says so', async () => {
    await askAndFail()

    const { code, out } = await runCommand('redrive', folder)
    await product.settle()

    expect(code).toBe(0)
    expect(out).toMatch(/^intakes: 1 message set aside\.$/m)
    expect(out).toMatch(/submitted · intake [\w-]{36} \(\w{3}-\w{3}-\w{3}\) · less than an hour old/)
    expect(out).toContain('Nothing was moved.')
    expect(out).not.toMatch(/robin|example\.org|\b95112\b/i)
    expect(await counts()).toMatchObject({ intakes: 0 })
    expect(out).toContain('emails: nothing was set aside.')
    expect(await redriveIntakes()).toMatch(/^intakes: 1 message set aside\.$/m)
  })

  it('gets a person their place once it is sent back', async () => {
    await askAndFail()

    const { code, out } = await runCommand('redrive', folder, '--confirm')
    await product.settle()

    expect(code).toBe(0)
    expect(out).toContain('intakes: 1 message went back to the queue; 0 stayed.')
    expect(await counts()).toEqual({ intakes: 1, referrals: 1, mails: 2, placesTaken: 1 })
    expect(await redriveIntakes()).toContain('intakes: nothing was set aside.')
  })

  it('does nothing twice when it had been done after all', async () => {
    const body = await ask()
    await product.settle()
    await setAside(body)
    const before = await counts()

    await redriveIntakes({ confirm: true })
    await product.settle()

    expect(before).toMatchObject({ intakes: 1, referrals: 1 })
    expect(await counts()).toEqual(before)
  })

  it('brings back nobody who was erased since', async () => {
    const body = await askAndFail()
    const { intake } = JSON.parse(body) as { intake: { intakeId: string } }
    await product.erase(intake.intakeId)

    await redriveIntakes({ confirm: true })
    await product.settle()

    expect(await counts()).toEqual({ intakes: 0, referrals: 0, mails: 0, placesTaken: 0 })
    expect(await redriveIntakes()).toContain('intakes: nothing was set aside.')
  })

  it('stays where it is while it cannot be read, and keeps nobody else from going', async () => {
    const body = await askAndFail()
    const { intake } = JSON.parse(body) as { intake: { intakeId: string } }
    await setAside(JSON.stringify({ ...JSON.parse(body), schema: 2 }))

    const said = await redriveIntakes({ confirm: true })
    await product.settle()

    expect(said).toContain(`intake ${intake.intakeId} ·`)
    expect(said).toContain('CANNOT BE READ: it is of version 2, and this version reads 1')
    expect(said).toContain('intakes: 1 message went back to the queue; 1 stayed.')
    expect(await counts()).toMatchObject({ intakes: 1 })
    expect(await redriveIntakes()).toMatch(/^intakes: 1 message set aside\.$/m)
  })

  it('goes all the same when someone asks for that, for a version that can read it', async () => {
    await setAside('{"schema":2}')

    const said = await redriveIntakes({ confirm: true, includeUnreadable: true })

    expect(said).toContain('intakes: 1 message went back to the queue; 0 stayed.')
  })

  it('is looked for in no queue that there is not', async () => {
    const { code, error } = await runCommand('redrive', folder, '--queue', 'letters')

    expect({ code, error }).toEqual({
      code: 1,
      error: '--queue letters is not known: write intakes, emails, ses-events.\n',
    })
  })
})

describe('what was set aside on a machine where nothing runs', () => {
  it('is left alone, for nobody would work on it', async () => {
    const folder = await newFolder()

    const { code, error } = await runCommand('redrive', folder)

    await removeFolder(folder)
    expect(code).toBe(1)
    expect(error).toContain('Nothing runs on this machine')
  })
})
