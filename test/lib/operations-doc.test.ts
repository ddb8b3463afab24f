import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { findingCodes } from '../../domain/records/reconcile.ts'
import { triggers } from '../../functions/triggers.ts'
import { plain, resourcesOf, synthesise } from './synthesise.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

const doc = read('docs/operations.md')
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
const template = synthesise()

/** The part of the page under a heading of the second level. */
const sectionOf = (heading: string) =>
  doc.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? ''

const entries = sectionOf('The alarms')
  .split(/^### /m)
  .slice(1)
  .map((entry) => ({ name: entry.split('\n', 1)[0] ?? '', entry }))

const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(({ id }) => plain({ Ref: id }))

describe('the page for whoever is on call', () => {
  it('has one entry for each alarm, and none for an alarm that there is not', () => {
    expect(entries.map(({ name }) => name).toSorted()).toEqual(alarms.toSorted())
  })

  it.each(entries)(
    'says of $name whom it concerns, what to look at first, what to do and what never to do',
    ({ entry }) => {
      const parts = [...entry.matchAll(/^\*\*(For people|Look first|Do|Never)\b/gm)].map(([, part]) => part)

      expect(parts).toEqual(['For people', 'Look first', 'Do', 'Never'])
    },
  )

  it('begins with what to do when something is wrong', () => {
    expect(/^## (.+)$/m.exec(doc)?.[1]).toBe('When something is wrong')
  })

  it('names no command of npm that package.json does not have', () => {
    const named = [...doc.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name)

    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })

  it('names no output and no log that the stack does not have', () => {
    const outputs = Object.keys(template.findOutputs('*'))
    const namedOutputs = [...doc.matchAll(/outputs? `(\w+)`/g)].map(([, name]) => name)
    const namedLogs = [...doc.matchAll(/\/aws\/lambda\/OpenCircle-([\w-]+)/g)].map(([, name]) => name)

    expect(namedOutputs.length).toBeGreaterThan(3)
    expect(namedOutputs.filter((name) => !outputs.includes(name ?? ''))).toEqual([])
    expect(namedLogs.filter((name) => !(String(name) in triggers))).toEqual([])
  })

  it('says what to do about everything that the night can find', () => {
    const told = [...sectionOf('Reconcile').matchAll(/^\| (`.+?`) +\|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([a-z-]+)`/g)].map(([, code = '']) => code),
    )

    expect(told.toSorted()).toEqual(findingCodes.toSorted())
  })

  it('leads to no part of itself that is not there', () => {
    const anchors = new Set(
      [...doc.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
        heading
          .toLowerCase()
          .replaceAll(/[^\w -]/g, '')
          .replaceAll(' ', '-'),
      ),
    )
    const links = [...doc.matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor = '']) => anchor)

    expect(links.filter((anchor) => !anchors.has(anchor))).toEqual([])
  })
})
