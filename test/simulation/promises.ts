import { openUsZips } from '../../adapters/us-zips.ts'
import { chooseGroup } from '../../domain/matching/choose-group.ts'
import { intakeFacts, reconcile, referralFacts } from '../../domain/records/reconcile.ts'
import { tasksOf } from '../../domain/staff/tasks.ts'
import { intakeLookAt } from '../../domain/way/clocks.ts'
import { holdsPlace } from '../../domain/way/referral.ts'
import { homeOf } from '../../functions/shared/home-of.ts'
import type { World } from './world.ts'

/*
 * What is promised whatever goes wrong, looked at when everything has come to rest: each function says in words how its
 * promise was broken, once for each time, and nothing when it was kept.
 */

type Promised = (world: World) => Promise<string[]> | string[]

const zips = openUsZips()

const everyoneAcceptedIsStored: Promised = async ({ history, seen, intakeIdOf }) => {
  const stored = new Set(seen.intakes().map(({ intakeId }) => intakeId))
  const promised = await Promise.all([...history.accepted].map((submissionId) => intakeIdOf(submissionId)))
  return promised
    .filter((intakeId) => !stored.has(intakeId))
    .map((intakeId) => `${intakeId} was told that we have their form, and is not there.`)
}

const nobodyIsMadeUp: Promised = async ({ history, seen, intakeIdOf }) => {
  const sent = new Set(await Promise.all([...history.sent].map((submissionId) => intakeIdOf(submissionId))))
  return seen
    .intakes()
    .filter(({ intakeId }) => !sent.has(intakeId))
    .map(({ intakeId }) => `${intakeId} is there, and nobody sent it.`)
}

const nobodyIsStoredTwice: Promised = ({ seen }) => {
  const firsts = new Set(['received', 'placed', 'suggested', 'waiting', 'given-to-staff', 'urgent'])
  return seen.intakes().flatMap(({ intakeId, receivedAt }) => {
    const entries = seen.trail().filter((entry) => entry.subjectId === intakeId && entry.by === 'machine')
    const first = entries.filter(({ event }) => firsts.has(event)).length
    return first === 0 ? [`Nothing tells what was done first with ${intakeId} of ${receivedAt}.`] : []
  })
}

const everyoneHasSomethingThatHappensNext: Promised = ({ standings }) =>
  standings()
    .filter(
      ({ intake, referral }) =>
        intake.state !== 'closed' &&
        tasksOf(intake).length === 0 &&
        intakeLookAt(intake) === null &&
        !referral?.next,
    )
    .map(({ intake }) => `${intake.intakeId} is ${intake.state}, and nothing happens next.`)

const whatIsDueIsDone: Promised = (world) => {
  const late = world.seen.lookAts().filter((atMs) => world.now() - atMs > 15 * 60_000)
  return late.map((atMs) => `Something due at ${new Date(atMs).toISOString()} was left lying.`)
}

const placesTakenAreHeld: Promised = ({ seen }) =>
  seen.groups().flatMap(({ groupId, placesTaken }) => {
    const held = seen.referrals().filter((one) => one.groupId === groupId && holdsPlace(one.state)).length
    return held === placesTaken ? [] : [`${groupId} has ${placesTaken} places taken, and ${held} are held.`]
  })

const whoHoldsAPlaceKnowsIt: Promised = ({ seen }) => {
  const intakes = seen.intakes()
  const held = seen.referrals().filter(({ state }) => holdsPlace(state))
  return [
    ...held
      .filter(
        ({ referralId, intakeId }) =>
          intakes.find((one) => one.intakeId === intakeId)?.referralId !== referralId,
      )
      .map(({ referralId }) => `${referralId} holds a place for someone who does not know of it.`),
    ...intakes
      .filter(({ referralId }) => referralId !== null && !held.some((one) => one.referralId === referralId))
      .map(({ intakeId }) => `${intakeId} relies on a place that nobody holds for them.`),
  ]
}

const everyPlaceIsPassedOn: Promised = ({ seen }) =>
  seen
    .referrals()
    .filter(({ placeToPassOn }) => placeToPassOn)
    .map(({ referralId }) => `The place of ${referralId} was never offered to anyone else.`)

const nobodyWaitsForAPlaceThatIsFree: Promised = (world) =>
  world.seen.intakes().flatMap((intake) => {
    const home = homeOf(intake, { zips })
    if (intake.state !== 'waiting' || intake.sentAgain.length > 0 || home === null) return []
    const { request, language, tried } = intake
    const { held } = chooseGroup(
      { request, language, home, now: world.instant(), excluding: tried },
      world.seen.groups(),
    )
    return held ? [`${intake.intakeId} waits, and ${held.groupId} has a place for them.`] : []
  })

const everyLetterComesToAnEnd: Promised = ({ seen }) =>
  seen
    .emails()
    .filter(({ state }) => state === 'pending' || state === 'sending')
    .map(({ template, state, dueAt }) => `${template}, due at ${dueAt}, is ${state} for ever.`)

const whatFailsIsSaidAloud: Promised = ({ seen, history }) =>
  seen
    .emails()
    .filter(
      ({ state, emailId }) =>
        state === 'failed' &&
        !history.logLines.some((line) => line.includes('"email-failed"') && line.includes(emailId)),
    )
    .map(({ template }) => `${template} failed, and no alarm hears of it.`)

/**
 * Nobody is written to twice. The one window: SES took the letter, we never learned so, and no report of SES was written
 * down before the lease of the first try was over.
 */
const nobodyIsWrittenToTwice: Promised = ({ history }) => {
  const counts = new Map<string, number>()
  for (const { emailId } of history.letters) counts.set(emailId, (counts.get(emailId) ?? 0) + 1)
  return [...counts]
    .filter(([emailId, count]) => count > 1 && history.heard.has(emailId))
    .map(([emailId, count]) => `${emailId} went out ${count} times, although SES had said that it was sent.`)
}

const noLetterIsWrittenTwiceForOneOccasion: Promised = ({ seen }) => {
  const keys = seen.emails().map(({ subjectId, occurrence }) => `${subjectId} ${occurrence}`)
  return keys.length === new Set(keys).size ? [] : ['Two e-mails stand for one occasion.']
}

const whatStaffWereToldIsDone: Promised = ({ history, seen }) => {
  const trail = seen.trail()
  return history.said
    .filter(({ intakeId, staffId }) => {
      const told = history.said.filter((one) => one.intakeId === intakeId && one.staffId === staffId).length
      const done = trail.filter(
        (one) => one.subjectId === intakeId && one.codes['staffId'] === staffId,
      ).length
      return done < told
    })
    .map(
      ({ intakeId, staffId, step }) =>
        `${staffId} was told that "${step}" is done for ${intakeId}, and the trail does not hold it.`,
    )
}

/** The beginning of every number (people/person.ts), long enough that no id holds it by chance. */
const nothingOfAnybodyIsLogged: Promised = ({ history }) =>
  history.logLines
    .filter((line) =>
      /Robin|Vale|people\.example|groups\.example|312 ?555 ?01|\b95112\b|\b95126\b/.test(line),
    )
    .map((line) => `A log line tells of someone: ${line}`)

const nothingOfAnybodyStandsInASubject: Promised = ({ history }) =>
  history.letters
    .filter(({ subject }) => /Robin|Vale|example|312 ?555|\b95112\b|trauma|grief|drinking/i.test(subject))
    .map(({ subject }) => `A subject tells of someone: ${subject}`)

const everythingComesToRest: Promised = ({ inQueues, setAside }) => [
  ...(inQueues() > 0 ? [`${inQueues()} messages are still under way.`] : []),
  ...(setAside() > 0 ? [`${setAside()} messages were set aside again after they had been put back.`] : []),
]

const theNightlyLookFindsNothing: Promised = ({ seen, now }) =>
  reconcile(
    {
      intakes: seen.intakes().map(intakeFacts),
      referrals: seen.referrals().map(referralFacts),
      groups: seen.groups(),
      emails: seen.emails(),
      unreadable: [],
    },
    new Date(now()).toISOString(),
  ).map((finding) => `The nightly look would say: ${JSON.stringify(finding)}.`)

const whatWasSeenToGoWrong: Promised = ({ history }) => history.broken

const nobodyGoesToStaffBecauseAwsWasAway: Promised = ({ seen }) =>
  seen
    .intakes()
    .filter(({ needsStaffBecause }) => needsStaffBecause === 'could-not-be-matched')
    .map(({ intakeId }) => `${intakeId} was given up on, although AWS was only away.`)

const whatWasSentAgainIsRead: Promised = async ({ history, seen, intakeIdOf }) => {
  const changed = await Promise.all([...history.changed].map((submissionId) => intakeIdOf(submissionId)))
  const trail = seen.trail()
  return seen
    .intakes()
    .filter(({ intakeId }) => changed.includes(intakeId))
    .filter(
      ({ intakeId, request }) =>
        request.zip !== '95126' &&
        !trail.some(({ subjectId, event }) => subjectId === intakeId && event === 'sent-again'),
    )
    .map(({ intakeId }) => `${intakeId} sent other answers, and nobody will read them.`)
}

const whoCannotBeWrittenToIsReached: Promised = ({ seen }) => {
  const emails = seen.emails()
  return emails
    .filter(({ to, state }) => to === 'person' && (state === 'bounced' || state === 'failed'))
    .filter(
      ({ emailId }) =>
        !emails.some(
          ({ occurrence }) =>
            occurrence.startsWith('staff-next-action#reach-another-way') && occurrence.endsWith(emailId),
        ),
    )
    .map(
      ({ template }) => `${template} came back, and staff were not told to reach this person in another way.`,
    )
}

export const promises: Record<string, Promised> = {
  'everyone who was told that we have their form is there': everyoneAcceptedIsStored,
  'nobody is there who sent nothing': nobodyIsMadeUp,
  'everyone has a beginning in the trail': nobodyIsStoredTwice,
  'everyone who is not at an end has something that happens next': everyoneHasSomethingThatHappensNext,
  'what is due is done': whatIsDueIsDone,
  'as many places are taken as are held for someone': placesTakenAreHeld,
  'who holds a place and who relies on it are the same': whoHoldsAPlaceKnowsIt,
  'a place that is given up is passed on': everyPlaceIsPassedOn,
  'nobody waits for a place that is free for them': nobodyWaitsForAPlaceThatIsFree,
  'every letter comes to an end': everyLetterComesToAnEnd,
  'a letter that failed raises an alarm': whatFailsIsSaidAloud,
  'nobody is written to twice': nobodyIsWrittenToTwice,
  'one occasion has one letter': noLetterIsWrittenTwiceForOneOccasion,
  'what staff were told is done is done': whatStaffWereToldIsDone,
  'no log line tells of anybody': nothingOfAnybodyIsLogged,
  'no subject tells of anybody': nothingOfAnybodyStandsInASubject,
  'nobody goes to staff because AWS was away': nobodyGoesToStaffBecauseAwsWasAway,
  'what was sent again is read': whatWasSentAgainIsRead,
  'who cannot be written to is reached in another way': whoCannotBeWrittenToIsReached,
  'everything comes to rest': everythingComesToRest,
  'the nightly look finds nothing': theNightlyLookFindsNothing,
  'nothing went wrong on the way: places, moves, consent, safe contact, answers': whatWasSeenToGoWrong,
}
