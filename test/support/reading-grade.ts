/** Vowel sounds, less a silent e: near enough for a gate over whole sentences. */
const syllables = (word: string) => {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  if (letters.length <= 3) return 1
  const sounded = letters.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, (ending) => ending[0] ?? '')
  return Math.max(1, sounded.match(/[aeiouy]+/g)?.length ?? 1)
}

export const wordsIn = (text: string) => text.match(/[\p{L}\d][\p{L}\d’'-]*/gu) ?? []

/** Flesch and Kincaid 1975: 0.39 × words in a sentence + 11.8 × syllables in a word − 15.59. */
export const readingGrade = (text: string) => {
  const words = wordsIn(text)
  const sentences = text.split(/[.!?:]+(?:\s|$)/).filter((sentence) => wordsIn(sentence).length > 0)
  const sounds = words.reduce((sum, word) => sum + syllables(word), 0)
  return 0.39 * (words.length / Math.max(1, sentences.length)) + 11.8 * (sounds / words.length) - 15.59
}
