/** What a person typed and ticked, by the names of the HTML form, as it was sent. */
export type Answers = Readonly<Record<string, readonly string[]>>

export const typed = (answers: Answers, name: string) => answers[name]?.[0] ?? ''

export const hasAnyOf = (answers: Answers, names: readonly string[]) =>
  names.some((name) => answers[name]?.some((value) => value !== ''))
