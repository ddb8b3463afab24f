import { run } from '../../local/run.ts'

// The local run as a process of its own, for tests that kill it: `node run-local.ts FOLDER PORT`.
const [folder = '', port = '0'] = process.argv.slice(2)
const { stop } = await run({ folder, port: Number(port), visibilitySeconds: 3 })
process.stdout.write('ready\n')
process.on('SIGTERM', () => void stop().then(() => process.exit(0)))
