import type { Programme } from '../../domain/groups/programme.ts'
import type { Topic } from '../../domain/groups/topic.ts'
import type { KeptFor, Wish } from '../../domain/groups/wish.ts'

/** What a type code says that matters to us. Most say how a meeting is run (Big Book, speaker) and are left out. */
interface Meaning {
  keptFor?: KeptFor
  offers?: Wish
  /** ISO 639-1. */
  language?: string
  topics?: Topic[]
  isPlaceClosed?: true
  /** Alateen: for teenagers alone. */
  isForTeens?: true
}

const lgbtq: Meaning = { keptFor: 'lgbtq' }

/** Meanings by code, or by the English name that stands in feeds made from a spreadsheet. */
type Types = Record<string, [name: string, meaning: Meaning]>

/** The language codes of the specification (github.com/code4recovery/spec), which every programme uses. */
const languages: Types = {
  AF: ['afrikaans', { language: 'af' }],
  AM: ['amharic', { language: 'am' }],
  AR: ['arabic', { language: 'ar' }],
  BG: ['bulgarian', { language: 'bg' }],
  DA: ['danish', { language: 'da' }],
  DE: ['german', { language: 'de' }],
  EL: ['greek', { language: 'el' }],
  EN: ['english', { language: 'en' }],
  FA: ['persian', { language: 'fa' }],
  FI: ['finnish', { language: 'fi' }],
  FR: ['french', { language: 'fr' }],
  HE: ['hebrew', { language: 'he' }],
  HI: ['hindi', { language: 'hi' }],
  HR: ['croatian', { language: 'hr' }],
  HU: ['hungarian', { language: 'hu' }],
  IS: ['icelandic', { language: 'is' }],
  ITA: ['italian', { language: 'it' }],
  JA: ['japanese', { language: 'ja' }],
  KA: ['georgian', { language: 'ka' }],
  KOR: ['korean', { language: 'ko' }],
  LT: ['lithuanian', { language: 'lt' }],
  ML: ['malayalam', { language: 'ml' }],
  MT: ['maltese', { language: 'mt' }],
  NE: ['nepali', { language: 'ne' }],
  NL: ['dutch', { language: 'nl' }],
  NO: ['norwegian', { language: 'no' }],
  POL: ['polish', { language: 'pl' }],
  POR: ['portuguese', { language: 'pt' }],
  PUN: ['punjabi', { language: 'pa' }],
  RUS: ['russian', { language: 'ru' }],
  S: ['spanish', { language: 'es' }],
  SK: ['slovak', { language: 'sk' }],
  SL: ['slovenian', { language: 'sl' }],
  SV: ['swedish', { language: 'sv' }],
  TH: ['thai', { language: 'th' }],
  TL: ['tagalog', { language: 'tl' }],
  TUR: ['turkish', { language: 'tr' }],
  UK: ['ukrainian', { language: 'uk' }],
}

const everywhere: Types = {
  ...languages,
  M: ['men', { keptFor: 'men' }],
  TC: ['location temporarily closed', { isPlaceClosed: true }],
  W: ['women', { keptFor: 'women' }],
  X: ['wheelchair access', { offers: 'step-free' }],
}

// Child-friendly (CF) and children welcome (CW) promise that children may come, not that anyone minds them.
const A: Types[string] = ['secular', { offers: 'not-faith' }]
const ASL: Types[string] = ['american sign language', { offers: 'asl' }]
const BA: Types[string] = ['babysitting available', { offers: 'child-care' }]
const G: Types[string] = ['gay', lgbtq]
const L: Types[string] = ['lesbian', lgbtq]
const LGBTQ: Types[string] = ['lgbtq', lgbtq]
const POC: Types[string] = ['people of color', { keptFor: 'people-of-color' }]
const T: Types[string] = ['transgender', lgbtq]
const GL: Types[string] = ['gay/lesbian', lgbtq]

/** One code means different things in each programme; the lists are those of github.com/code4recovery/12-step-meeting-list. */
const typesOf: Record<Programme, Types> = {
  aa: { A, ASL, BA, BI: ['bisexual', lgbtq], G, L, LGBTQ, NB: ['non-binary', lgbtq], POC, T },
  'al-anon': {
    A,
    ASL,
    BA,
    G,
    L,
    LGBTQ,
    LGBTQIA: ['lgbtqia+', lgbtq],
    POC,
    T,
    Y: ['alateen', { isForTeens: true }],
  },
  na: { GL },
  ca: { A, ASL, BA, G, L, LGBTQ, T },
  cma: { ASL, LGBTQ, POC, T },
  ha: { GL },
  ga: {
    ASL,
    BA,
    LGBTQ,
    // Gam-Anon is for the people round a gambler.
    GAM: ['gam anon', { topics: ['loved-one'] }],
    GAA: ['combined ga/gam anon', { topics: ['habits', 'loved-one'] }],
  },
  da: { AR: ['artist', {}] },
  oa: {},
  eda: { A, BA, LGBTQ, POC, T },
}

/** Other names in use for the same types. */
const otherNames: Record<string, string> = {
  'atheist / agnostic': 'secular',
  'lgbtq+': 'lgbtq',
  'sign language': 'american sign language',
  'wheelchair accessible': 'wheelchair access',
}

/** What all the types of a meeting say together. */
export const meaningOf = (programme: Programme, types: readonly string[]) => {
  const known = { ...everywhere, ...typesOf[programme] }
  const byName = new Map(Object.values(known))
  const meanings = types.flatMap((type) => {
    const name = type.trim().toLowerCase()
    return known[type.trim().toUpperCase()]?.[1] ?? byName.get(otherNames[name] ?? name) ?? []
  })
  const kept = new Set(meanings.flatMap(({ keptFor }) => keptFor ?? []))
  // Marked for women and for men: it is kept for neither.
  if (kept.has('women') && kept.has('men')) for (const one of ['women', 'men'] as const) kept.delete(one)
  return {
    keptFor: [...kept],
    offers: [...new Set(meanings.flatMap(({ offers }) => offers ?? []))],
    languages: [...new Set(meanings.flatMap(({ language }) => language ?? []))],
    topics: meanings.find(({ topics }) => topics)?.topics ?? null,
    isPlaceClosed: meanings.some(({ isPlaceClosed }) => isPlaceClosed),
    isForTeens: meanings.some(({ isForTeens }) => isForTeens),
  }
}
