import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { Template } from 'aws-cdk-lib/assertions'
import { AwsSolutionsChecks, HIPAASecurityChecks } from 'cdk-nag'
import { describe, expect, it } from 'vitest'

import { acknowledged, acknowledgeFindings } from '../../lib/acknowledged.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { openStack } from './synthesise.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const packs = [new AwsSolutionsChecks(), new HIPAASecurityChecks()]

/** What the packs say of a stack, a line for each rule and construct. */
const findingsIn = (stack: ReturnType<typeof openStack>) =>
  packs.flatMap((pack) =>
    pack
      .validateScope(stack)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath = '' }) => ({ rule: ruleName, at: constructPath })),
      ),
  )

const bare = findingsIn(openStack())

describe('the checks of AwsSolutions and HIPAA.Security', () => {
  it('find nothing that nobody has acknowledged', () => {
    const stack = openStack()
    acknowledgeFindings(stack)

    expect(findingsIn(stack)).toEqual([])
  })

  it.each(
    acknowledged.flatMap(({ rules, at }) => rules.flatMap((rule) => at.map((path) => ({ rule, path })))),
  )('do find what is acknowledged: $rule at $path', ({ rule, path }) => {
    const there = bare.filter((one) => one.rule === rule && `${one.at}/`.startsWith(`OpenCircle/${path}/`))

    expect(there).not.toEqual([])
  })

  it.each(acknowledged)(
    'are answered by a control, and a test that shows it: $rules',
    ({ because, shownBy }) => {
      const [file, title] = shownBy

      expect(because.length).toBeGreaterThan(100)
      expect(existsSync(`${root}/${file}`)).toBe(true)
      expect(readFileSync(`${root}/${file}`, 'utf8').replaceAll(String.raw`\'`, '’')).toContain(title)
    },
  )
})

describe('what CloudFormation takes', () => {
  const template = Template.fromStack(openStack()).toJSON()

  // CloudFormation quotas: 500 resources, 200 parameters, 200 outputs and 1,000,000 bytes in a template.
  it('is more than the stack needs: a fifth is left of everything', () => {
    const count = (part: string) => Object.keys(template[part] ?? {}).length

    expect(count('Resources')).toBeLessThan(400)
    expect(count('Parameters')).toBeLessThan(160)
    expect(count('Outputs')).toBeLessThan(160)
    expect(Buffer.byteLength(JSON.stringify(template, null, 1))).toBeLessThan(800_000)
  })

  const hasLinter = spawnSync('cfn-lint', ['--version']).status === 0

  it.runIf(hasLinter)('is what cfn-lint knows of it as well', async () => {
    const path = `${await temporaryFolder()}/template.json`
    writeFileSync(path, JSON.stringify(template))

    const linted = spawnSync('cfn-lint', ['--config-file', `${root}/.cfnlintrc.yaml`, '--template', path])

    expect(String(linted.stdout)).toBe('')
    expect(linted.status).toBe(0)
  })
})
