import type { Snapshot } from './open.ts'

/** For each set of languages in a snapshot whether it has one of some. */
type Spoken = readonly boolean[]

/** By snapshot, and by the languages that were asked for. */
const known = new WeakMap<Snapshot, Map<string, Spoken>>()

/** People ask for few languages, and a directory has many sets: each question is answered once for a snapshot. */
export const setsWithAny = (snapshot: Snapshot, languages: readonly string[]): Spoken => {
  const answers = known.get(snapshot) ?? new Map<string, Spoken>()
  known.set(snapshot, answers)
  const key = languages.join()
  const found = answers.get(key)
  if (found) return found
  const made = snapshot.languageSets.map((codes) => codes.some((code) => languages.includes(code)))
  answers.set(key, made)
  return made
}
