import type { Made } from './outside.ts'
import type * as parts from './parts.ts'

/** Everything there is outside; whoever declares what it needs takes its pick. */
export type Adapters = Made<typeof parts>
