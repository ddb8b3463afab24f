import type { TrailEntry } from '../../domain/records/trail.ts'
import type { Intake } from '../../domain/way/intake.ts'
import type { Adapters } from '../adapters.ts'

type Needs = Pick<Adapters, 'intakes' | 'referrals' | 'emails' | 'trail' | 'tombstones'>

const once = <Value>(read: () => Promise<Value>) => {
  let reading: Promise<Value> | undefined
  return () => (reading ??= read())
}

/** What the live tables say of one person, each read when it is first asked for, and once. */
export const aboutSubject = (
  subjectId: string,
  { intakes, referrals, emails, trail, tombstones }: Needs,
) => ({
  isErased: once(() => tombstones.has(subjectId)),
  intake: once((): Promise<Intake | null> => intakes.find(subjectId)),
  referrals: once(() => referrals.ofIntake(subjectId)),
  letters: once(() => emails.about(subjectId)),
  /** Nothing, where a part of it cannot be read: then nobody can tell what happened. */
  trail: once(async (): Promise<TrailEntry[]> => {
    const { rows, unread } = await trail.of(subjectId)
    return unread > 0 ? [] : rows
  }),
})

export type AboutSubject = ReturnType<typeof aboutSubject>
