import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import pg from 'pg'

const programs = '/usr/lib/postgresql'

const programFolder = () => {
  if (!existsSync(programs)) return null
  const versions = readdirSync(programs).toSorted((one, other) => Number(other) - Number(one))
  return (
    versions
      .map((version) => join(programs, version, 'bin'))
      .find((folder) => existsSync(join(folder, 'initdb'))) ?? null
  )
}

export const installPostgis = 'apt-get install -y postgresql-15-postgis-3'

/** PostgreSQL does not run as root; the user that its package brings does it then. */
const asUser = (program: string, given: string[]): [string, string[]] =>
  process.getuid?.() === 0 ? ['runuser', ['-u', 'postgres', '--', program, ...given]] : [program, given]

/** Everything in memory, nothing made durable, and nothing planned for a bigger machine: what helps it here. */
const settings = {
  listen_addresses: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  shared_buffers: '2GB',
  work_mem: '256MB',
  maintenance_work_mem: '1GB',
  effective_cache_size: '4GB',
  random_page_cost: '1.0',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
}

export interface Postgres {
  client: pg.Client
  /** Fills a table from lines of tab-separated text. */
  copy: (table: string, lines: readonly string[]) => Promise<void>
  stop: () => Promise<void>
}

/** A throw-away server on a socket in a folder of its own; null where PostgreSQL is not installed. */
export const startPostgres = async (): Promise<Postgres | null> => {
  const folder = programFolder()
  if (folder === null) return null
  const home = mkdtempSync(join(tmpdir(), 'open-circle-postgres-'))
  chmodSync(home, 0o777)
  const data = join(home, 'data')
  const run = (program: string, ...given: string[]) =>
    execFileSync(...asUser(join(folder, program), given), { stdio: 'pipe', cwd: home })
  run('initdb', '-D', data, '--auth=trust', '--username=bench', '--encoding=UTF8', '--locale=C')
  const options = Object.entries({ ...settings, unix_socket_directories: home }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const server = spawn(...asUser(join(folder, 'postgres'), ['-D', data, ...options]), {
    stdio: 'ignore',
    cwd: home,
  })
  const connectTo = async (tries = 100): Promise<pg.Client> => {
    const client = new pg.Client({ host: home, user: 'bench', database: 'postgres' })
    try {
      await client.connect()
      return client
    } catch (failure) {
      if (tries === 0) throw failure
      await new Promise((resolve) => setTimeout(resolve, 200))
      return connectTo(tries - 1)
    }
  }
  const client = await connectTo()
  return {
    client,
    copy: async (table, lines) => {
      const file = join(home, `${table}.tsv`)
      writeFileSync(file, lines.join(''))
      chmodSync(file, 0o644)
      await client.query(`COPY ${table} FROM '${file}'`)
      rmSync(file)
    },
    stop: async () => {
      await client.end()
      const ended = new Promise((resolve) => server.once('exit', resolve))
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
      await ended
      rmSync(home, { recursive: true, force: true })
    },
  }
}
