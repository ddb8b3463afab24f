import type { Language } from '../../domain/person/language.ts'
import { facilitatorWords } from '../../views/words/facilitator-words.ts'
import { formWords } from '../../views/words/form-words.ts'
import { letterWords } from '../../views/words/letter-words.ts'
import { progressWords } from '../../views/words/progress-words.ts'

/** Everything that is said to people, wherever it is said. */
export const allWords = (language: Language) => ({
  ...formWords(language),
  ...progressWords(language),
  ...letterWords(language),
  ...facilitatorWords(language),
})

export const en = allWords('en')
export const es = allWords('es')
