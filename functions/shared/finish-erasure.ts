import type { Adapters } from '../../adapters/adapters.ts'
import type { Write } from '../../adapters/commit.ts'
import { isStillToGo, lookedForLetters } from '../../domain/person/erasure.ts'
import type { Intake } from '../../domain/way/intake.ts'

type Needs = Pick<
  Adapters,
  'moment' | 'commit' | 'intakes' | 'referrals' | 'emails' | 'trail' | 'intakeQueue'
>

type Removal = Write<'never' | 'changed-meanwhile'>

/** Rows in one transaction; DynamoDB takes a hundred. */
const atOnce = 25

/** The last letters that still have to go out, and everything about them that they are written from. */
const lettersToGo = async (
  { intakeId, erasing }: Intake,
  occurrences: readonly string[],
  { emails, moment }: Needs,
) => {
  const now = moment()
  const rows = await Promise.all(
    occurrences.map((occurrence) =>
      // One that cannot be read cannot be sent either.
      emails.find({ subjectId: intakeId, occurrence }).catch(() => null),
    ),
  )
  return rows.flatMap((row) => (row && isStillToGo(row, erasing?.at ?? '', now) ? [row] : []))
}

/** What the trail keeps for good: that a request was erased, when, and at whose wish. */
const isFact = (event: string) => event === 'erased'

const trailToRemove = async (subjectId: string, { trail }: Needs): Promise<Removal[]> => {
  const [ids, { rows }] = await Promise.all([trail.entryIdsOf(subjectId), trail.of(subjectId)])
  const facts = new Set(rows.flatMap(({ event, entryId }) => (isFact(event) ? [entryId] : [])))
  return ids.filter((entryId) => !facts.has(entryId)).map((entryId) => trail.remove({ subjectId, entryId }))
}

const referralsToRemove = async (
  intakeId: string,
  needed: ReadonlySet<string | null>,
  { referrals, intakeQueue }: Needs,
): Promise<Removal[]> => {
  const all = await referrals.ofIntake(intakeId)
  const spent = all.filter(({ referralId }) => !needed.has(referralId))
  // With the row goes the note that its place was not passed on yet.
  for (const { placeToPassOn, groupId } of spent)
    if (placeToPassOn) await intakeQueue.send({ schema: 1, kind: 'place-freed', groupId })
  return spent.map((referral) => referrals.remove(referral))
}

/**
 * Deletes what is left of someone who was erased, once their last letters are out. Their own row goes last, and only when
 * a look has found nothing else any more: whatever stops this half-way, and whatever an index had not shown yet, is found
 * by the next look.
 */
export const finishErasure = async (intake: Intake, adapters: Needs) => {
  const { commit, emails, intakes, moment } = adapters
  const { intakeId } = intake
  const keys = await emails.keysAbout(intakeId)
  const toGo = await lettersToGo(
    intake,
    keys.map(({ occurrence }) => occurrence),
    adapters,
  )
  const stays = new Set(toGo.map(({ occurrence }) => occurrence))
  const removals: Removal[] = [
    ...keys.filter(({ occurrence }) => !stays.has(occurrence)).map((key) => emails.remove(key)),
    ...(await referralsToRemove(intakeId, new Set(toGo.map(({ referralId }) => referralId)), adapters)),
    ...(await trailToRemove(intakeId, adapters)),
  ]
  for (let from = 0; from < removals.length; from += atOnce) await commit(removals.slice(from, from + atOnce))
  if (toGo.length > 0) await commit([intakes.change(intake, lookedForLetters(intake, moment()))])
  else if (removals.length === 0) await commit([intakes.remove(intake)])
}
