import { describe, expect, it } from 'vitest'

import { backupDays, tombstoneDays } from '../../../domain/person/retention.ts'
import { formWords } from '../../../views/words/form-words.ts'

describe('what is kept of someone who was erased', () => {
  it('outlives every back-up in which they still are, with time to read one that was taken out on its last day', () => {
    expect(tombstoneDays).toBeGreaterThanOrEqual(backupDays + 30)
  })

  it.each(['en', 'es'] as const)(
    'is gone from back-ups when the page about privacy says so: %s',
    (language) => {
      expect(formWords(language).privacy.gone).toContain(` ${backupDays} `)
    },
  )
})
