import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { type Mutant, mutants } from './mutants.ts'

/*
 * `npm run mutants [-- WORD]`: takes one thing after the other out of a copy of the product, and looks whether anything
 * notices: the simulation within 60 seeds, or the test that is named. Exit code 1 when something is not noticed.
 */

const seeds = 60
const project = fileURLToPath(new URL('../..', import.meta.url))

const copyProject = () => {
  const copy = mkdtempSync(join(tmpdir(), 'open-circle-mutants-'))
  const kept = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: project,
    encoding: 'utf8',
  })
  for (const file of kept.split('\n').filter(Boolean)) cpSync(join(project, file), join(copy, file))
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

const noticed = ({ seenBy }: Mutant, cwd: string) => {
  const command =
    seenBy === 'the simulation'
      ? ['test/simulation/simulate.ts', '--seeds', String(seeds), '--until-broken']
      : ['node_modules/vitest/vitest.mjs', 'run', seenBy]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  return { isNoticed: status !== 0, told: `${stdout}${stderr}` }
}

/** What was noticed first, in a line: which promise of the simulation, or which sentence of a test. */
const firstWords = ({ seenBy }: Mutant, told: string) =>
  seenBy === 'the simulation'
    ? `${/^seed \d+/m.exec(told)?.[0] ?? 'stopped'}: ${/^ {2}(\S.*):$/m.exec(told)?.[1] ?? told.trim().split('\n').at(-1)}`
    : (/FAIL.*> (.*)$/m.exec(told)?.[1] ?? seenBy)

const word = process.argv[2] ?? ''
const chosen = mutants.filter(({ without, file }) => `${without} ${file}`.includes(word))
const copy = copyProject()
let killed = 0
try {
  for (const mutant of chosen) {
    const path = join(copy, mutant.file)
    const whole = readFileSync(path, 'utf8')
    if (!whole.includes(mutant.find)) throw new Error(`${mutant.file} does not hold: ${mutant.find}`)
    writeFileSync(
      path,
      whole.replace(mutant.find, () => mutant.put),
    )
    const { isNoticed, told } = noticed(mutant, copy)
    writeFileSync(path, whole)
    if (isNoticed) killed += 1
    process.stdout.write(
      `${isNoticed ? 'noticed' : 'NOT NOTICED'}: without ${mutant.without}\n  ${isNoticed ? firstWords(mutant, told) : mutant.seenBy}\n`,
    )
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}
process.stdout.write(`figure simulate.mutants_killed ${killed}\nfigure simulate.mutants ${chosen.length}\n`)
process.exitCode = killed < chosen.length ? 1 : 0
