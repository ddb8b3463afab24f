/** People to place and places to place them in: the problem that prices of places are the answer to. */
export interface PlacingProblem {
  /** How many people each place takes: whole numbers, 0 for one that is full. */
  capacities: readonly number[]
  /** For each person the places that would do, by their number in `capacities`, and what each is worth: a whole number above 0. */
  people: readonly (readonly Option[])[]
}

export interface Option {
  place: number
  worth: number
}
