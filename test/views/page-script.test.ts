import { describe, expect, it } from 'vitest'

import { builtPageScript } from '../../bin/page-script.ts'
import { pageScript } from '../../views/page-script.ts'

describe('the script of a person’s pages', () => {
  it('is what its source says now: npm run page-script makes it anew', async () => {
    expect(pageScript).toEqual(await builtPageScript())
  })

  it('is smaller than 2 KB, and asks nobody for anything', () => {
    expect(Buffer.byteLength(pageScript.text)).toBeLessThan(2048)
    expect(pageScript.text).not.toMatch(/fetch|XMLHttp|sendBeacon|import\(|Storage|cookie/)
  })
})
