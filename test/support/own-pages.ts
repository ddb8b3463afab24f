import { newEmail, templates } from '../../domain/letters/email.ts'
import { consentHistory } from '../../domain/person/consent-history.ts'
import { hearsOfErasure } from '../../domain/person/erasure.ts'
import { keptAbout } from '../../domain/person/kept.ts'
import { trailEvents } from '../../domain/records/trail.ts'
import { planFollowUp } from '../../domain/way/follow-up.ts'
import type { Intake } from '../../domain/way/intake.ts'
import { placeNow } from '../../domain/way/place-now.ts'
import { type Referral, referralStates } from '../../domain/way/referral.ts'
import type { Frame } from '../../views/frame.ts'
import type { Html } from '../../views/html.ts'
import { changeContactPage } from '../../views/pages/yours/change-contact.ts'
import { consentsPage } from '../../views/pages/yours/consents.ts'
import { donePage } from '../../views/pages/yours/done.ts'
import { erasePage, erasedPage } from '../../views/pages/yours/erase.ts'
import { keptPage } from '../../views/pages/yours/kept.ts'
import { stopContactPage } from '../../views/pages/yours/stop-contact.ts'
import { withdrawPage } from '../../views/pages/yours/withdraw.ts'
import { aKeptIntake, aMoment, aReferral, aSafeContact, told } from './builders.ts'

const now = '2026-11-25T17:00:00.000Z'
const later = '2026-11-28T15:00:00.000Z'

/** Someone with something in every part of what is kept; `typed` stands wherever they or staff wrote. */
const someone = (typed: string): Intake => {
  const asks = {
    name: typed,
    note: typed,
    wishes: { women: 'must', 'other-language': 'nice' },
    otherLanguage: 'vi',
    helper: { name: typed, phone: '+13125550123' },
  } as const
  const intake = aKeptIntake({ asks })
  const safeContact = aSafeContact({
    channels: ['call', 'email'],
    phone: '+13125550123',
    voicemail: 'no-message',
    safeHours: ['evenings'],
    emailPrivacy: 'shared',
  })
  const followUp = planFollowUp(now, [3, 7], aMoment().office, aMoment().now)
  return {
    ...intake,
    request: { ...intake.request, ...asks },
    safeContact,
    consent: { ...intake.consent, share: 'ask-first' },
    consentsTakenBack: [
      { purpose: 'share', textVersion: '2026-11-1', language: 'en', givenAt: now, takenBackAt: later },
    ],
    notes: [{ at: now, staffId: 'ada', text: typed }],
    attempts: [{ at: now, staffId: 'ada', channel: 'call' }],
    followUp: { ...followUp, answers: [{ day: 3, answer: 'going-well', at: now }] },
    sentAgain: [{ receivedAt: now, answersHash: 'other', request: intake.request, safeContact }],
  }
}

const places: [string, Partial<Referral> | null][] = [
  ['no place', null],
  ['held', { state: 'proposed' }],
  ['offered', { state: 'offered', next: { owner: 'person', action: 'answer-offer', dueAt: later } }],
  ['accepted, untold', { state: 'accepted', facilitator: told.facilitator ?? null }],
  ['scheduled', { ...told, state: 'scheduled', invitations: 1, firstSessionAt: later }],
]

const named = <Value>(pages: readonly (readonly [string, Value])[]) => Object.fromEntries(pages)

/** What each place makes of the pages that say what becomes of it. */
const pagesOfPlace = (frame: Frame, listed: string) =>
  places.flatMap(([name, given]) => {
    const suggestion = { ...aReferral().suggestion, name: listed }
    const referral = given && aReferral({ suggestion, ...given })
    const intake = aKeptIntake()
    const place = placeNow({ intake, referral })
    const facts = { pass: '1.pass.pass', place, timeZone: 'America/Chicago' }
    return [
      [`own stop, ${name}`, stopContactPage(frame, { ...facts, isLooking: name === 'no place' })],
      [
        `own withdraw, ${name}`,
        withdrawPage(frame, { ...facts, keptUntil: later, isUnsafe: referral === null }),
      ],
      [`own erase, ${name}`, erasePage(frame, { ...facts, hears: hearsOfErasure(intake) })],
      [
        `own consents, ${name}`,
        consentsPage(frame, {
          ...facts,
          choices: consentHistory(intake, referral ? [referral] : []),
          standing: ['share', 'check-in'],
          isShared: place?.leaderKnows === true || name === 'accepted, untold',
          done: null,
        }),
      ],
    ] as const
  })

const keptOf = (typed: string, listed: string) => {
  const intake = someone(typed)
  const suggestion = { ...aReferral().suggestion, name: listed }
  const { intakeId } = intake
  return keptAbout({
    intake,
    referrals: referralStates.map((state) =>
      aReferral({
        ...told,
        suggestion,
        state,
        firstSessionAt: later,
        ended: { because: 'other', by: 'staff', at: later },
      }),
    ),
    emails: templates.map((template) =>
      newEmail({ subjectId: intakeId, occurrence: template, emailId: 'an-id', template, to: 'person' }, now),
    ),
    trail: trailEvents.map((event) => ({
      schema: 1,
      subjectId: intakeId,
      entryId: event,
      at: now,
      by: 'staff',
      event,
      codes: { groupId: suggestion.groupId, staffId: 'ada', because: 'other' },
      consentVersion: null,
    })),
  })
}

/** Every page behind the code, in every shape it has. */
export const ownPagesIn = (
  frame: Frame,
  { typed, listed }: { typed: string; listed: string },
): Record<string, Html> => {
  const own = { pass: '1.pass.pass' }
  const answers = { contact: ['call', 'email'], phone: [typed], email: [typed], voicemail: ['no-message'] }
  const choices = consentHistory(someone(typed), [aReferral(told)])
  return {
    'own contact': changeContactPage(frame, { ...own, answers, problems: [], toldGroup: listed }),
    'own contact with problems': changeContactPage(frame, {
      ...own,
      answers,
      problems: [
        { field: 'phone', problem: 'format' },
        { field: 'emailPrivacy', problem: 'required' },
      ],
      toldGroup: null,
    }),
    'own consents, taken back': consentsPage(frame, {
      ...own,
      choices,
      standing: [],
      place: null,
      isShared: false,
      done: 'share',
      timeZone: 'America/Chicago',
    }),
    'own kept': keptPage(frame, { ...own, kept: keptOf(typed, listed), timeZone: 'America/Chicago' }),
    'own contact saved': donePage(frame, { ...own, what: 'contact' }),
    'own contact stopped': donePage(frame, { ...own, what: 'stop' }),
    'own withdrawn': donePage(frame, { ...own, what: 'withdraw' }),
    'own erased': erasedPage(frame),
    ...named(pagesOfPlace(frame, listed)),
  }
}
