import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Runs a script beside this one as a process, kills it after so many lines, and gives every whole line that it printed. */
export const runUntilKilled = async (script: string, args: string[], lines: number): Promise<string[]> => {
  const file = fileURLToPath(new URL(script, import.meta.url))
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  child.stdout.on('data', (chunk) => {
    printed += String(chunk)
    if (printed.split('\n').length > lines) child.kill('SIGKILL')
  })
  // `close` comes when its output has been read to the end as well.
  await once(child, 'close')
  return printed.split('\n').slice(0, -1)
}
