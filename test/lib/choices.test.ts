import { assert, property, stringMatching } from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type Setting, readSetting } from '../../adapters/config.ts'
import { synthesise } from './synthesise.ts'

interface Parameter {
  Default?: string
  AllowedPattern?: string
  AllowedValues?: string[]
  ConstraintDescription?: string
  Description: string
}

const template = synthesise()
const { BootstrapVersion: _fromCdk, ...chosen } = template.findParameters('*') as Record<string, Parameter>
const patternOf = (name: string) => new RegExp(chosen[name]?.AllowedPattern ?? '')

const settingOf: Record<string, Setting> = {
  SenderAddress: 'SENDER_ADDRESS',
  StaffAddress: 'STAFF_ADDRESS',
  HelpPhone: 'HELP_PHONE',
  OrganisationName: 'ORGANISATION_NAME',
  DiscreetName: 'DISCREET_NAME',
  ClosedDays: 'CLOSED_DAYS',
  LeaveTo: 'LEAVE_TO',
}

describe('what an organisation chooses', () => {
  it('must be chosen where a made-up value would lose mail or send people to a wrong number', () => {
    const required = Object.keys(chosen).filter((name) => chosen[name]?.Default === undefined)

    expect(required).toEqual(['SenderAddress', 'StaffAddress', 'OnCallAddress', 'HelpPhone'])
  })

  it.each(Object.entries(chosen))('is explained, and refused by name: %s', (name, parameter) => {
    expect(parameter.Description.length).toBeGreaterThan(20)
    expect(parameter.AllowedPattern ?? parameter.AllowedValues).toBeDefined()
    expect(parameter.ConstraintDescription).toMatch(new RegExp(`^${name} must be .*\\.$`))
  })

  it('has defaults that it would itself accept', () => {
    const refused = Object.entries(chosen).filter(
      ([name, { Default = null, AllowedValues = [Default] }]) =>
        Default !== null && !(patternOf(name).test(Default) && AllowedValues.includes(Default)),
    )

    expect(refused).toEqual([])
  })

  it.each(Object.entries(settingOf))(
    'is never accepted here and refused by a function later: %s',
    (name, setting) => {
      assert(
        property(stringMatching(patternOf(name)), (value) => {
          expect(readSetting({ [setting]: value }, setting)).toBe(value)
        }),
        { numRuns: 200 },
      )
    },
  )

  it('offers only time zones that exist', () => {
    const zones = chosen['StaffTimeZone']?.AllowedValues ?? []

    expect(zones.length).toBeGreaterThan(10)
    for (const timeZone of zones) expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow()
  })

  it.each([
    'Robin Vale <robin@example.org>',
    'robin@example',
    'robin example.org',
    'robin@example.org, a@example.org',
  ])('does not take %s for an e-mail address', (address) => {
    expect(address).not.toMatch(patternOf('StaffAddress'))
  })

  it.each(['1-800-555-0199', '(212) 555-0100', '+1 212 555 0100'])(
    'takes %s for a phone number',
    (number) => {
      expect(number).toMatch(patternOf('HelpPhone'))
    },
  )

  it('does not take the words of an example for a phone number', () => {
    expect('YOUR-NUMBER').not.toMatch(patternOf('HelpPhone'))
  })

  it('does not take a name that could break out of a header or a page', () => {
    for (const name of ['Open\nCircle', 'Open <b>Circle', '"Open" Circle', ' ', ''])
      expect(name).not.toMatch(patternOf('OrganisationName'))
  })
})
