import { createHash } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { addressOf, callHref, shownPhone, webAddress } from '../../views/frame.ts'
import { formPage } from '../../views/pages/form.ts'
import { startPage } from '../../views/pages/start.ts'
import { css, readingCss } from '../../views/style.ts'
import { aFrame, submissionId } from '../support/every-page.ts'
import { written } from '../support/page-parts.ts'

const at = (language: 'en' | 'es', path: string) => addressOf({ base: '/prod', language }, path)

const hash = (text: string) => createHash('sha256').update(text).digest('base64')

describe('addresses', () => {
  it('stand below the stage, Spanish ones behind /es', () => {
    expect([at('en', '/'), at('en', '/now'), at('es', '/'), at('es', '/now')]).toEqual([
      '/prod/',
      '/prod/now',
      '/prod/es',
      '/prod/es/now',
    ])
  })

  it('of another language can be given for pages behind a private link', async () => {
    const page = await written(startPage(aFrame({ otherLanguageHref: '?language=es' })))

    expect(page).toContain('class="switch" href="?language=es"')
  })

  it('of a phone keep the pauses of a dial-in, and nothing is called that is not one number', () => {
    expect(callHref('1-800-555-0199')).toBe('tel:18005550199')
    expect(callHref('+1 (312) 555-0123,,88812#')).toBe('tel:+13125550123,,88812%23')
    expect(callHref('312 555 0123 or 312 555 0124')).toBeNull()
    expect(callHref('ask at the desk')).toBeNull()
  })

  it('of a phone are shown as people here write them', () => {
    expect(shownPhone('+14085550121')).toBe('408-555-0121')
    expect(shownPhone('+14085550121,,88#')).toBe('408-555-0121,,88#')
    expect(['1-800-555-0199', '+441632960961', 'ask at the desk'].map(shownPhone)).toEqual([
      '1-800-555-0199',
      '+441632960961',
      'ask at the desk',
    ])
  })

  it('of the web are those a browser opens as a page', () => {
    expect(webAddress('https://example.org/a')).toBe('https://example.org/a')
    expect(webAddress('javascript:alert(1)')).toBeNull()
    expect(webAddress('data:text/html,hello')).toBeNull()
    expect(webAddress(null)).toBeNull()
  })
})

describe('the style', () => {
  it('stands in every page as the one string that the content policy allows', async () => {
    const [, inside = ''] = /<style>([\s\S]*?)<\/style>/.exec(await written(startPage(aFrame()))) ?? []

    expect(hash(inside)).toBe(hash(readingCss))
  })

  it('of a page that asks something has all of it', async () => {
    const page = await written(formPage(aFrame(), { submissionId, answers: {}, problems: [] }))

    expect(hash(/<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '')).toBe(hash(css))
  })

  it('fetches nothing from anywhere', () => {
    expect(css).not.toMatch(/url\(|@import|@font-face|</)
  })
})
