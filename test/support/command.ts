import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { Product } from './product.ts'

/** Runs a command of bin/ as a person does, on a machine that is signed in nowhere, and says what it said. */
export const runCommand = (name: string, cwd: string, ...words: string[]) =>
  new Promise<{ code: number; out: string; error: string }>((resolve) => {
    const file = fileURLToPath(new URL(`../../bin/${name}.ts`, import.meta.url))
    const env = { PATH: process.env['PATH'], HOME: cwd, AWS_EC2_METADATA_DISABLED: 'true' }
    execFile(process.execPath, [file, ...words], { cwd, env }, (failure, out, error) => {
      resolve({ code: typeof failure?.code === 'number' ? failure.code : 0, out, error })
    })
  })

/** Makes a product of a test look like a local run to the commands that are started in this folder. */
export const noteProduct = async (folder: string, { aws }: Product) => {
  const here = join(folder, '.open-circle')
  await mkdir(here)
  const { dynamodbEndpoint: dynamodb, queues } = aws
  await writeFile(join(here, 'running.json'), JSON.stringify({ pid: process.pid, dynamodb, queues }))
}
