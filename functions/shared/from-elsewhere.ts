import type { Request } from './http-handler.ts'

/** A form sent by another site's page is not this person's doing. Absent and `null` tell nothing and are let through. */
export const isFromElsewhere = ({ headers }: Request) => headers['sec-fetch-site'] === 'cross-site'
