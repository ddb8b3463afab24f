import { Temporal } from 'temporal-polyfill'

export const instantOf = (iso: string) => Temporal.Instant.from(iso)
