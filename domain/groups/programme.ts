import type { Topic } from './topic.ts'

/** Fellowships whose directories we can read. Type codes mean different things in each, so an import names its own. */
export const programmes = {
  aa: { name: 'Alcoholics Anonymous', topics: ['drinking'] },
  'al-anon': { name: 'Al-Anon', topics: ['loved-one'] },
  na: { name: 'Narcotics Anonymous', topics: ['drugs'] },
  ca: { name: 'Cocaine Anonymous', topics: ['drugs'] },
  cma: { name: 'Crystal Meth Anonymous', topics: ['drugs'] },
  ha: { name: 'Heroin Anonymous', topics: ['drugs'] },
  ga: { name: 'Gamblers Anonymous', topics: ['habits'] },
  da: { name: 'Debtors Anonymous', topics: ['habits'] },
  oa: { name: 'Overeaters Anonymous', topics: ['food'] },
  eda: { name: 'Eating Disorders Anonymous', topics: ['food'] },
} as const satisfies Record<string, { name: string; topics: readonly Topic[] }>

export type Programme = keyof typeof programmes

// Object.keys is typed string[]; the literal above is the whole truth about its keys.
export const programmeNames = Object.keys(programmes) as [Programme, ...Programme[]]
