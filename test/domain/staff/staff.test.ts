import { describe, expect, it } from 'vitest'

import { roleIn } from '../../../domain/staff/staff.ts'

describe('the role of someone of staff', () => {
  it.each([
    [['coordinator'], 'coordinator'],
    [['coordinator', 'admin'], 'admin'],
    ['admin', 'admin'],
    [['accounts', 'coordinator'], 'coordinator'],
  ])('is read from %o as %s', (claim, role) => {
    expect(roleIn(claim)).toBe(role)
  })

  it.each([
    [undefined],
    [null],
    [[]],
    [['Admin']],
    ['administrator'],
    [{ admin: true }],
    [[['admin']]],
    [42],
  ])('is none where the issuer says %o', (claim) => {
    expect(roleIn(claim)).toBeNull()
  })
})
