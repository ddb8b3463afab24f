import { look } from './leaks.ts'

/** Every log line that was written while something ran. */
export const logLinesOf = async (run: () => Promise<unknown>): Promise<Record<string, unknown>[]> => {
  const lines: string[] = []
  const write = process.stdout.write.bind(process.stdout)
  process.stdout.write = (chunk: string | Uint8Array) =>
    String(chunk).startsWith('{"level":') ? lines.push(String(chunk)) > 0 : write(chunk)
  try {
    await run()
  } finally {
    process.stdout.write = write
  }
  for (const line of lines) look('A log line', line)
  return lines.map((line) => JSON.parse(line))
}
