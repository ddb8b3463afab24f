import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'

import { run } from './run.ts'
import { refuseSecondRun } from './running.ts'
import { daysAndHours } from './time-in-words.ts'

const folder = '.open-circle'

const readArguments = () => {
  const { values } = parseArgs({
    options: { fresh: { type: 'boolean', default: false }, port: { type: 'string', default: '3000' } },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 1024 || port > 65_533)
    throw new Error('The port must be a whole number from 1024 to 65533, as in: npm start -- --port 3010')
  return { fresh: values.fresh, port }
}

const main = async () => {
  const { fresh, port } = readArguments()
  if (fresh) {
    refuseSecondRun(folder)
    rmSync(folder, { recursive: true, force: true })
  }

  const { siteAddress, mailboxAddress, demoGroups, movedByMs, stop } = await run({ folder, port })
  const ahead = daysAndHours(movedByMs)
  process.stdout.write(`
Open Circle runs on this machine alone. Nothing leaves it.

  The pages           ${siteAddress}/   (Spanish: ${siteAddress}/es)
  The mailbox, clock  ${mailboxAddress}/
  Staff               ${siteAddress}/staff   (be Ada Brook or Sam Ortiz: no password here)
${demoGroups > 0 ? `\n  ${demoGroups} invented groups were added to try it with.\n` : ''}${ahead ? `\n  The clock is ${ahead} ahead of this machine.\n` : ''}
  Data is kept in ${folder}/ . To begin anew: npm start -- --fresh
  Press Ctrl-C to stop.

`)

  let isStopping = false
  const stopOnce = () => {
    if (isStopping) return
    isStopping = true
    process.stdout.write('\nStopping…\n')
    void stop().then(() => process.exit(0))
  }
  process.on('SIGINT', stopOnce)
  process.on('SIGTERM', stopOnce)
}

await main().catch((failure: unknown) => {
  process.stderr.write(`${failure instanceof Error ? failure.message : 'Open Circle could not start.'}\n`)
  process.exit(1)
})
