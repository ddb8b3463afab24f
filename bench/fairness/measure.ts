import { optimumOf } from './optimum.ts'
import { type Placed, type Policy, live, worthOf } from './policies.ts'
import { type Person, type Region, subgroups } from './region.ts'

const policies = {
  'first available': { places: 'first available', waiting: 'longest first' },
  greedy: { places: 'best score', waiting: 'longest first' },
  'greedy, fewest options first': { places: 'best score', waiting: 'fewest options first' },
  prices: { places: 'best score', prices: 'weeks before', waiting: 'fewest options first' },
  'prices that know the future': {
    places: 'best score',
    prices: 'weeks ahead',
    waiting: 'fewest options first',
  },
  'prices, whoever loses most first': {
    places: 'best score',
    prices: 'weeks before',
    waiting: 'whoever loses most first',
  },
  'the same, knowing the future': {
    places: 'best score',
    prices: 'weeks ahead',
    waiting: 'whoever loses most first',
  },
} as const satisfies Record<string, Policy>

export type PolicyName = keyof typeof policies | 'optimum'
// Object.keys is typed string[]; these are the keys of `policies`.
export const policyNames = ['optimum', ...Object.keys(policies)] as PolicyName[]

/** What one way of placing came to; shares are percentages. */
export interface Measured {
  shareOfOptimum: number
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

const measure = (region: Region, placed: ReadonlyMap<Person, Placed>, best: number): Measured => {
  const all = [...placed]
  const share = (people: readonly Person[]) =>
    shareOf(people.filter((person) => placed.has(person)).length, people.length)
  return {
    shareOfOptimum: shareOf(
      all.reduce((sum, [person, at]) => sum + worthOf(person, at), 0),
      best,
    ),
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
  const optimum = optimumOf(region)
  const best = [...optimum].reduce((sum, [person, at]) => sum + worthOf(person, at), 0)
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
  placed: mean(all.map(({ placed }) => placed)),
  daysWaited: mean(all.map(({ daysWaited }) => daysWaited)),
  placedOf: Object.fromEntries(
    groupsOfPeople.map(([name]) => [name, mean(all.map(({ placedOf }) => placedOf[name] ?? 0))]),
  ),
})
