import type { Wording } from '../../domain/person/consent-text.ts'
import type { Language } from '../../domain/person/language.ts'
import * as enAsking from './en/asking.ts'
import { they as enThey } from './en/they.ts'
import * as esAsking from './es/asking.ts'
import { they as esThey } from './es/they.ts'
import { type FormWords, formWords } from './form-words.ts'

/** What the question pages say beside all other words: apart, so that a function without these pages does not carry them. */
export type AskingWords = FormWords & typeof enAsking

/** Some of the words, said in another way: each stands in the place of one that there is. */
type Reworded<T> = T extends string ? string : { readonly [Key in keyof T]?: Reworded<T[Key]> }

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const withThose = (words: object, reworded: object): object => {
  const changed = Object.entries(reworded).map(([key, value]) => {
    const said: unknown = Reflect.get(words, key)
    return [key, isObject(said) && isObject(value) ? withThose(said, value) : value]
  })
  return { ...words, ...Object.fromEntries(changed) }
}

const asking: Record<Language, { you: typeof enAsking; they: Reworded<AskingWords> }> = {
  en: { you: enAsking, they: enThey },
  es: { you: esAsking, they: esThey },
}

/** The words of the question pages, to the person themselves or about them to someone who helps. */
export const askingWords = (language: Language, wording: Wording): AskingWords => {
  const { you, they } = asking[language]
  const words: AskingWords = { ...formWords(language), ...you }
  // `Reworded` says that each one stands for words that there are, and is of their kind.
  return wording === 'you' ? words : (withThose(words, they) as AskingWords)
}
