import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type StaffFrame } from '../../../views/staff/frame.ts'
import * as message from '../../../views/staff/message.ts'
import { sendAgainPage } from '../../../views/staff/send-again.ts'
import { noRolePage, signedOutPage } from '../../../views/staff/signed-out.ts'
import { staffCss } from '../../../views/staff/style.ts'
import { css } from '../../../views/style.ts'
import { tagsIn, written } from '../../support/page-parts.ts'

const frame: StaffFrame = {
  base: '/prod',
  organisationName: 'Lakeshore Recovery',
  staff: { name: '<b>Ada</b> Brook', role: 'coordinator', csrfToken: 'a.token' },
}
const nobody: StaffFrame = { ...frame, staff: null }
const issuerAddress = 'https://issuer.example/end?a=1&b=2'

const pages = await Promise.all(
  Object.entries({
    again: message.signedInAgain(frame),
    missing: message.pageMissing(frame),
    refused: message.signInRefused(nobody),
    away: message.issuerAway(nobody),
    'form refused': message.formRefused(nobody),
    'form too large': message.formTooLarge(nobody),
    'signed out': signedOutPage(nobody, { where: 'here', issuerAddress }),
    'signed out everywhere': signedOutPage(nobody, { where: 'everywhere', issuerAddress: null }),
    'no role': noRolePage(nobody, issuerAddress),
    'session ended': sendAgainPage(nobody, {
      because: 'session-ended',
      action: '/prod/staff/notes',
      form: { note: ['a'] },
      token: 'a.token',
    }),
  }).map(async ([name, page]) => ({ name, page: await written(page) })),
)

describe.each(pages)('the staff page "$name"', ({ page }) => {
  it('is a whole page with one heading, and needs no script', () => {
    expect(page.trimStart().slice(0, 15)).toBe('<!doctype html>')
    expect(page).toMatch(/<title>.+ – Staff<\/title>/)
    expect(page.match(/<h1/g)).toHaveLength(1)
    expect(page).not.toMatch(/<script|undefined|\[object|<b>Ada/)
  })

  it('leads below the stage, and carries the token in every form', () => {
    const own = tagsIn(page).flatMap(({ attributes: { href = '', action = href } }) =>
      action.startsWith('/') ? [action] : [],
    )
    expect(own.filter((address) => !address.startsWith('/prod/'))).toEqual([])
    expect(page.match(/<form/g)?.length).toBe(page.match(/name="token" value="a.token"/g)?.length)
  })

  it('wears its own sheet, which people’s pages do not carry', () => {
    const [, inside] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? []

    expect(inside).toBe(staffCss)
    expect(css).not.toContain('.console')
  })
})

describe('a form that came too late', () => {
  it('holds whatever was typed, and nothing of it gets out of its field', async () => {
    const names = fc.constantFrom('note', 'why', '__proto__', '"><b')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(names, fc.string({ unit: 'grapheme' }))), async (typed) => {
        const form: Record<string, string[]> = Object.create(null)
        for (const [name, value] of typed) (form[name] ??= []).push(value)

        const page = await written(
          sendAgainPage(nobody, { because: 'opened-long-ago', action: '/staff/x', form, token: 't' }),
        )

        const inputs = tagsIn(page).filter(({ name }) => name === 'input')
        expect(inputs).toHaveLength(typed.length + 1)
        expect(tagsIn(page).some(({ name }) => name === 'b')).toBe(false)
      }),
      { numRuns: 50 },
    )
  })
})
