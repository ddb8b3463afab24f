import type { Adapters } from '../../../adapters/adapters.ts'
import { type Kept, keptAbout } from '../../../domain/person/kept.ts'
import { homeTimeZone } from '../../../domain/way/intake.ts'
import { keptPage } from '../../../views/pages/yours/kept.ts'
import { type Answer, jsonAnswer, pageAnswer } from '../answer.ts'
import { log } from '../log.ts'
import type { StoredView } from './open-status.ts'
import { signStatusPass } from './status-pass.ts'

type Needs = Pick<
  Adapters,
  'chance' | 'clock' | 'commit' | 'emails' | 'links' | 'office' | 'referrals' | 'trail'
>

/** That someone looked at all of it is in the trail before they see it. */
const noteSeen = async (
  intakeId: string,
  as: 'page' | 'file',
  { trail, clock, chance, commit }: Pick<Needs, 'trail' | 'clock' | 'chance' | 'commit'>,
) => {
  const entry = trail.add({
    schema: 1,
    subjectId: intakeId,
    entryId: chance.newId(),
    at: clock.iso(),
    by: 'person',
    event: 'kept-seen',
    codes: { as },
    consentVersion: null,
  })
  if ((await commit([entry])) !== 'committed') throw new Error('A look at what is kept was not written down.')
}

/** Everything that we keep about a person, from every table that holds something of theirs. */
const readKept = async ({ intakeId, standing }: StoredView, adapters: Needs): Promise<Kept> => {
  const [referrals, emails, trail] = await Promise.all([
    adapters.referrals.ofIntake(intakeId),
    adapters.emails.about(intakeId),
    adapters.trail.of(intakeId),
  ])
  if (trail.unread > 0) log('message-failed', { intakeId, count: trail.unread })
  return keptAbout({ intake: standing.intake, referrals, emails, trail: trail.rows })
}

export const showKept = async (view: StoredView, adapters: Needs): Promise<Answer> => {
  await noteSeen(view.intakeId, 'page', adapters)
  return pageAnswer(
    200,
    keptPage(view.frame, {
      pass: await signStatusPass(view.intakeId, adapters),
      kept: await readKept(view, adapters),
      timeZone: homeTimeZone(view.standing.intake, adapters.office.timeZone),
    }),
  )
}

/** The same as a file, whose name tells whoever sees it in a list of downloads nothing. */
export const downloadKept = async (view: StoredView, adapters: Needs): Promise<Answer> => {
  await noteSeen(view.intakeId, 'file', adapters)
  const answer = jsonAnswer(200, await readKept(view, adapters))
  return {
    ...answer,
    headers: { ...answer.headers, 'content-disposition': 'attachment; filename="my-answers.json"' },
  }
}
