import type { Adapters } from '../../../adapters/adapters.ts'
import type { FormProblem } from '../../../domain/form/read-intake-form.ts'
import { consentHistory } from '../../../domain/person/consent-history.ts'
import { type Revocable, revocable } from '../../../domain/person/consent.ts'
import { hearsOfErasure } from '../../../domain/person/erasure.ts'
import type { OwnPage } from '../../../domain/person/own-page.ts'
import { keptUntil } from '../../../domain/person/retention.ts'
import type { SafeContact } from '../../../domain/person/safe-contact.ts'
import { isUnsafe } from '../../../domain/person/safety.ts'
import { isoOf } from '../../../domain/time/moment.ts'
import { homeTimeZone } from '../../../domain/way/intake.ts'
import { type PlaceNow, placeNow } from '../../../domain/way/place-now.ts'
import { takeBack } from '../../../domain/way/steps/take-back.ts'
import type { Answers } from '../../../views/form/answers.ts'
import { shownPhone } from '../../../views/frame.ts'
import { changeContactPage } from '../../../views/pages/yours/change-contact.ts'
import { consentsPage } from '../../../views/pages/yours/consents.ts'
import { erasePage } from '../../../views/pages/yours/erase.ts'
import { stopContactPage } from '../../../views/pages/yours/stop-contact.ts'
import { withdrawPage } from '../../../views/pages/yours/withdraw.ts'
import { type Answer, pageAnswer } from '../answer.ts'
import { showKept } from './kept-about.ts'
import type { StatusNeeds, StoredView } from './open-status.ts'
import { signStatusPass } from './status-pass.ts'

export type OwnNeeds = StatusNeeds & Pick<Adapters, 'moment' | 'chance' | 'commit' | 'emails' | 'trail'>

/** What every page behind the code is made from. */
const ownFacts = async ({ intakeId, standing }: StoredView, adapters: OwnNeeds) => {
  const place = placeNow(standing)
  const leaderKnows = (one: PlaceNow | null) => (one?.leaderKnows ? one.group : null)
  return {
    pass: await signStatusPass(intakeId, adapters),
    place,
    toldGroup: leaderKnows(place),
    timeZone: homeTimeZone(standing.intake, adapters.office.timeZone),
  }
}

const list = (value: string | null) => (value === null ? [] : [value])

/** What was answered last, as the form would hold it. */
const answersOf = (contact: SafeContact): Answers => ({
  contact: contact.channels,
  phone: list(contact.phone && shownPhone(contact.phone)),
  voicemail: list(contact.voicemail),
  safeHours: contact.safeHours,
  email: list(contact.email),
  emailPrivacy: list(contact.emailPrivacy),
})

/** The form for safe contact: as it stands, or as it was sent with what has to be put right. */
export const showContact = async (
  view: StoredView,
  adapters: OwnNeeds,
  returned?: { answers: Answers; problems: FormProblem[] },
): Promise<Answer> =>
  pageAnswer(
    returned ? 422 : 200,
    changeContactPage(view.frame, {
      ...(await ownFacts(view, adapters)),
      answers: answersOf(view.standing.intake.safeContact),
      problems: [],
      ...returned,
    }),
  )

export const showConsents = async (
  view: StoredView,
  adapters: OwnNeeds,
  done: Revocable | null = null,
): Promise<Answer> => {
  const { standing } = view
  const { referrals, moment } = adapters
  return pageAnswer(
    200,
    consentsPage(view.frame, {
      ...(await ownFacts(view, adapters)),
      choices: consentHistory(standing.intake, await referrals.ofIntake(view.intakeId)),
      standing: revocable.filter((purpose) => takeBack(standing, purpose, moment()) !== null),
      isShared: standing.referral?.consent?.share === true,
      done,
    }),
  )
}

const showWithdraw = async (view: StoredView, adapters: OwnNeeds): Promise<Answer> => {
  const { intake } = view.standing
  const endsAt = intake.closed?.at ?? adapters.clock.iso()
  return pageAnswer(
    200,
    withdrawPage(view.frame, {
      ...(await ownFacts(view, adapters)),
      keptUntil: isoOf(keptUntil(endsAt)),
      isUnsafe: [intake.request, ...intake.sentAgain.map(({ request }) => request)].some(isUnsafe),
    }),
  )
}

const stillLooks = ({ standing: { intake } }: StoredView) => !['closed', 'withdrawn'].includes(intake.state)

/** The page that someone turns to. Nothing is changed by it. */
export const showOwnPage = async (page: OwnPage, view: StoredView, adapters: OwnNeeds): Promise<Answer> => {
  switch (page) {
    case 'contact':
      return showContact(view, adapters)
    case 'consents':
      return showConsents(view, adapters)
    case 'kept':
      return showKept(view, adapters)
    case 'withdraw':
      return showWithdraw(view, adapters)
    case 'stop':
      return pageAnswer(
        200,
        stopContactPage(view.frame, { ...(await ownFacts(view, adapters)), isLooking: stillLooks(view) }),
      )
    case 'erase':
      return pageAnswer(
        200,
        erasePage(view.frame, {
          ...(await ownFacts(view, adapters)),
          hears: hearsOfErasure(view.standing.intake),
        }),
      )
  }
}
