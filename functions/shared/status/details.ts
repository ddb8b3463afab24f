import type { Adapters } from '../../../adapters/adapters.ts'
import { asOf } from '../../../domain/matching/suggestion.ts'
import { possibleOwnPages } from '../../../domain/person/own-page.ts'
import { homeTimeZone } from '../../../domain/way/intake.ts'
import { offeredPlace } from '../../../domain/way/offered-place.ts'
import { statusDetailsPage } from '../../../views/pages/status-details.ts'
import { type Answer, pageAnswer } from '../answer.ts'
import { signPass } from '../person/offer-pass.ts'
import { offerPath } from '../person/person-links.ts'
import { type StatusNeeds, type StoredView, stageFacts } from './open-status.ts'
import { signStatusPass } from './status-pass.ts'

type Needs = StatusNeeds & Pick<Adapters, 'moment'>

/** The place that is held for someone, and for one they know of the way to its page, which asks for no second code. */
const placeOf = async ({ frame, standing }: StoredView, adapters: Needs) => {
  const { clock } = adapters
  const { intake, referral } = standing
  if (referral === null) return null
  const offered = offeredPlace({ intake, referral }, clock.iso(), adapters.office)
  return {
    group: asOf(referral.suggestion, clock.instant()),
    page: offered && {
      path: `${frame.base}${await offerPath(referral, frame.language, adapters)}`,
      pass: await signPass(referral.referralId, adapters),
      place: offered,
    },
  }
}

/** What the code opens: the groups, and everything that the person can decide. */
export const showDetails = async (view: StoredView, adapters: Needs): Promise<Answer> => {
  const { clock, moment, office } = adapters
  const { intake } = view.standing
  const now = clock.instant()
  return pageAnswer(
    200,
    statusDetailsPage(view.frame, {
      ...stageFacts(view, adapters),
      homeTimeZone: homeTimeZone(intake, office.timeZone),
      held: await placeOf(view, adapters),
      openMeetings: (intake.decision?.openMeetings ?? []).map((one) => asOf(one, now)),
      alternatives: (intake.decision?.alternatives ?? []).map((one) => asOf(one, now)),
      nearMisses: intake.decision?.nearMisses ?? [],
      own: {
        pass: await signStatusPass(view.intakeId, adapters),
        pages: possibleOwnPages(view.standing, moment()),
      },
    }),
  )
}
