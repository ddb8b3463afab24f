import * as z from 'zod/mini'

/** A coordinator works on what people asked for; an admin may change the product for everyone as well. */
const roles = ['coordinator', 'admin'] as const
export type Role = (typeof roles)[number]

/** What we keep of a member of staff: who they are is known by the issuer they sign in with. */
export const staffSchema = z.object({
  schema: z.literal(1),
  /** The issuer's own name for them (`sub`), which never changes. */
  staffId: z.string(),
  name: z.string(),
  role: z.enum(roles),
  signedInAt: z.iso.datetime(),
  /** Sessions that began before this are over, on whatever machine they are. */
  sessionsValidFrom: z.iso.datetime(),
})

export type Staff = z.infer<typeof staffSchema>

/** The role that an issuer's claim names: one word or a list of groups. The one that may do most counts. */
export const roleIn = (claim: unknown): Role | null => {
  const named: unknown[] = Array.isArray(claim) ? claim : [claim]
  return (['admin', 'coordinator'] as const).find((role) => named.includes(role)) ?? null
}
