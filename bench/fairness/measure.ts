import { optimumOf } from './optimum.ts'
import { type Measure, type Placed, type Policy, live, valueOf } from './policies.ts'
import { type Person, type Region, subgroups } from './region.ts'

const policies = {
  'first available': { places: 'first available', waiting: 'longest first' },
  greedy: { places: 'best score', waiting: 'longest first' },
  'greedy, fewest options first': { places: 'best score', waiting: 'fewest options first' },
  'greedy, strongest claim first': { places: 'best score', waiting: 'strongest claim first' },
  prices: { places: 'best score', prices: 'weeks before', waiting: 'strongest claim first' },
  'prices, fewest options first': {
    places: 'best score',
    prices: 'weeks before',
    waiting: 'fewest options first',
  },
  'prices that know the future': {
    places: 'best score',
    prices: 'weeks ahead',
    waiting: 'strongest claim first',
  },
} as const satisfies Record<string, Policy>

export type PolicyName = keyof typeof policies | 'optimum'
// Object.keys is typed string[]; these are the keys of `policies`.
export const policyNames = ['optimum', ...Object.keys(policies)] as PolicyName[]

/** What one way of placing came to; shares are percentages. */
export interface Measured {
  shareOfOptimum: number
  /** The same, if a placing counted as many points as its group had. */
  shareByPoints: number
  placed: number
  daysWaited: number
  /** Of those of a subgroup whom any group suits, how many were placed. */
  placedOf: Record<string, number>
}

const groupsOfPeople: [string, (person: Person) => boolean][] = [
  ...subgroups.map((name): [string, (person: Person) => boolean] => [
    name,
    (person) => person.subgroups.includes(name),
  ]),
  ['none of these', ({ subgroups }) => subgroups.length === 0],
]

const shareOf = (part: number, whole: number) => (whole === 0 ? 100 : (100 * part) / whole)

type Placing = ReadonlyMap<Person, Placed>

const sumOf = (placed: Placing, by: Measure) =>
  [...placed].reduce((sum, [person, at]) => sum + valueOf(person, at, by), 0)

const measure = (region: Region, placed: Placing, best: Record<Measure, number>): Measured => {
  const all = [...placed]
  const share = (people: readonly Person[]) =>
    shareOf(people.filter((person) => placed.has(person)).length, people.length)
  return {
    shareOfOptimum: shareOf(sumOf(placed, 'worth'), best.worth),
    shareByPoints: shareOf(sumOf(placed, 'points'), best.points),
    placed: share(region.arrivals),
    daysWaited: all.reduce((sum, [, { waited }]) => sum + waited, 0) / all.length,
    placedOf: Object.fromEntries(
      groupsOfPeople.map(([name, isOne]) => [
        name,
        share(region.arrivals.filter((person) => person.suited.length > 0 && isOne(person))),
      ]),
    ),
  }
}

/** Every policy in the same eight weeks, against the best that could have been done in them. */
export const measureAll = (region: Region): Record<PolicyName, Measured> => {
  const optimum = optimumOf(region, 'worth')
  const best = { worth: sumOf(optimum, 'worth'), points: sumOf(optimumOf(region, 'points'), 'points') }
  const measured = Object.entries(policies).map(([name, policy]) => [
    name,
    measure(region, live(region, policy), best),
  ])
  // The keys are those of `policies`, and the optimum.
  return Object.fromEntries([['optimum', measure(region, optimum, best)], ...measured]) as Record<
    PolicyName,
    Measured
  >
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length

/** The mean over several seeds. */
export const meanOf = (all: readonly Measured[]): Measured => ({
  shareOfOptimum: mean(all.map(({ shareOfOptimum }) => shareOfOptimum)),
  shareByPoints: mean(all.map(({ shareByPoints }) => shareByPoints)),
  placed: mean(all.map(({ placed }) => placed)),
  daysWaited: mean(all.map(({ daysWaited }) => daysWaited)),
  placedOf: Object.fromEntries(
    groupsOfPeople.map(([name]) => [name, mean(all.map(({ placedOf }) => placedOf[name] ?? 0))]),
  ),
})
