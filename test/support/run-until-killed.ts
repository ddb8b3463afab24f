import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/**
 * Runs a script of this folder as a process and kills it hard `afterMs` after it has printed so many lines: at once would
 * always be at the start of the next write, never in its midst. Returns all lines.
 */
export const runUntilKilled = async (
  script: string,
  args: string[],
  { lines: many, afterMs }: { lines: number; afterMs: number },
) => {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    if (lines.length === many) setTimeout(() => child.kill('SIGKILL'), afterMs)
  }
  return lines
}
