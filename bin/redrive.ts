import { parseArgs } from 'node:util'

import { redrive } from './redriving.ts'
import { openQueues } from './target.ts'

const usage = `Usage:
  npm run redrive                    shows what was set aside after failing, and moves nothing
  npm run redrive -- --confirm       sends it back to the queue it failed in
Options: --queue intakes|emails|ses-events for one queue alone; --stack NAME for a deployed one. Messages that cannot be
read would only fail again, so they stay: --include-unreadable sends them as well, once a version is deployed that can.`

const options = {
  queue: { type: 'string' },
  stack: { type: 'string' },
  confirm: { type: 'boolean', default: false },
  'include-unreadable': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

const main = async () => {
  const { help, stack, 'include-unreadable': includeUnreadable, ...wanted } = parseArgs({ options }).values
  if (help) return console.log(usage)
  const place = await openQueues({ stack })
  try {
    await redrive({ ...wanted, includeUnreadable }, place, console.log)
  } finally {
    place.sqs.destroy()
  }
}

try {
  await main()
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : String(failure))
  process.exitCode = 1
}
