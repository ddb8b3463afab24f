import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const start = fileURLToPath(new URL('../../local/start.ts', import.meta.url))

/** What a request gets that fetch would not send: under another site's name, or for an odd path. */
const statusOf = async ({ host = 'localhost:3720', path = '/' }) => {
  const request = get({ host: '127.0.0.1', port: 3720, path, headers: { host } })
  const [response] = await once(request, 'response')
  response.resume()
  return Number(response.statusCode)
}

describe('npm start', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'open-circle-start-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const run = (...args: string[]) => {
    const child = spawn(process.execPath, [start, ...args], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stdout.on('data', (chunk) => (said += String(chunk)))
    child.stderr.on('data', (chunk) => (said += String(chunk)))
    const ended = once(child, 'exit').then(([code]) => ({ code: Number(code), said }))
    const ready = new Promise<void>((resolve) => {
      child.stdout.on('data', () => said.includes('Ctrl-C') && resolve())
    })
    const interrupt = () => {
      child.kill('SIGINT')
      return ended
    }
    return { ended, ready, interrupt, said: () => said }
  }

  it('prints the addresses, adds invented groups once, keeps its data and stops cleanly', async () => {
    const first = run('--port', '3710')
    await first.ready
    expect(first.said()).toContain('http://localhost:3710/')
    expect(first.said()).toMatch(/\d+ invented groups/)
    expect((await first.interrupt()).code).toBe(0)

    const second = run('--port', '3710')
    await second.ready
    expect(second.said()).not.toContain('invented groups')
    expect((await second.interrupt()).code).toBe(0)
  })

  it('answers on this machine alone, under its own names alone, and what makes no address as what is not there', async () => {
    const running = run('--port', '3720')
    await running.ready

    const asAnother = await statusOf({ host: 'evil.example' })
    const asItself = await statusOf({})
    const oddPaths = await Promise.all(['//', '///', '/%'].map((path) => statusOf({ path })))

    await running.interrupt()
    expect([asAnother, asItself]).toEqual([421, 200])
    expect(oddPaths).toEqual([404, 404, 404])
  })

  it('tells at a later start that its clock was moved forward', async () => {
    const first = run('--port', '3710')
    await first.ready
    await fetch('http://localhost:3711/clock', {
      method: 'POST',
      body: new URLSearchParams({ step: 'day' }),
      redirect: 'manual',
    })
    await first.interrupt()

    const second = run('--port', '3710')
    await second.ready
    await second.interrupt()

    expect(first.said()).not.toContain('ahead')
    expect(second.said()).toContain('The clock is 1 day ahead of this machine.')
  })

  it('says in one sentence that its keys cannot be read, and makes no others in their place', async () => {
    const file = join(folder, '.open-circle', 'keys.json')
    await mkdir(join(folder, '.open-circle'))
    await writeFile(file, '{"identifierKey":"{')

    const { code, said } = await run('--port', '3770').ended

    expect({ code, said }).toEqual({
      code: 1,
      said: 'The data in .open-circle/keys.json cannot be read: start with `npm start -- --fresh` to begin with empty data.\n',
    })
    expect(await readFile(file, 'utf8')).toBe('{"identifierKey":"{')
  })

  it('says in one sentence that a port is taken, and what to do', async () => {
    const other = createServer().listen(3730, '127.0.0.1')
    await once(other, 'listening')

    const { code, said } = await run('--port', '3730').ended

    other.close()
    expect({ code, said }).toEqual({
      code: 1,
      said: 'Port 3730 is in use by another program: stop that one, or choose another port.\n',
    })
  })

  it('lets no second start touch the data of the first, with --fresh least of all', async () => {
    const first = run('--port', '3740')
    await first.ready

    const { code, said } = await run('--port', '3750', '--fresh').ended

    expect(code).toBe(1)
    expect(said).toMatch(
      /^Open Circle runs here already \(process \d+\)\. Stop it with Ctrl-C in its window first\. If that is another program, delete \.open-circle\/running\.json\.\n$/,
    )
    expect(await readdir(join(folder, '.open-circle'))).toContain('dynamodb')
    await first.interrupt()
  })

  it('says in one sentence that the data cannot be read, and how to begin anew', async () => {
    const first = run('--port', '3760')
    await first.ready
    await first.interrupt()
    const data = join(folder, '.open-circle', 'dynamodb')
    for (const file of await readdir(data)) await writeFile(join(data, file), 'not a database')

    const { code, said } = await run('--port', '3760').ended

    expect(code).toBe(1)
    expect(said.trim().split('\n')).toHaveLength(1)
    expect(said).toContain('npm start -- --fresh')
  })

  it.each([['seventy'], ['80'], ['99999']])(
    'refuses %s as a port and says what one looks like',
    async (port) => {
      const { code, said } = await run('--port', port).ended

      expect(code).toBe(1)
      expect(said).toContain('npm start -- --port 3010')
    },
  )
})
