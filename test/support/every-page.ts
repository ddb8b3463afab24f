import type { FormProblem } from '../../domain/form/read-intake-form.ts'
import type { Language } from '../../domain/person/language.ts'
import { ownPages } from '../../domain/person/own-page.ts'
import { checkInAnswers } from '../../domain/way/follow-up.ts'
import type { Answers } from '../../views/form/answers.ts'
import type { Frame } from '../../views/frame.ts'
import type { Html } from '../../views/html.ts'
import { accessibilityPage } from '../../views/pages/accessibility.ts'
import { checkInThanksPage } from '../../views/pages/check-in-thanks.ts'
import { checkInPage } from '../../views/pages/check-in.ts'
import { formPage } from '../../views/pages/form.ts'
import { helpFirstPage } from '../../views/pages/help-first.ts'
import { helpLinesPage } from '../../views/pages/help-lines.ts'
import * as message from '../../views/pages/message.ts'
import { notForPage } from '../../views/pages/not-for.ts'
import { offerCodePage } from '../../views/pages/offer-code.ts'
import { offerPage } from '../../views/pages/offer.ts'
import { placeGonePage } from '../../views/pages/place-gone.ts'
import { privacyPage } from '../../views/pages/privacy.ts'
import { safetyPage } from '../../views/pages/safety.ts'
import { sentPage } from '../../views/pages/sent.ts'
import { startPage } from '../../views/pages/start.ts'
import { statusDetailsPage } from '../../views/pages/status-details.ts'
import { statusPage } from '../../views/pages/status.ts'
import { stopPage } from '../../views/pages/stop.ts'
import { under13Page } from '../../views/pages/under-13.ts'
import { under18Page } from '../../views/pages/under-18.ts'
import { yourPlacePage } from '../../views/pages/your-place.ts'
import { en } from './all-words.ts'
import { askingPages, typedAskingPages } from './asking-pages.ts'
import { facilitatorPages } from './facilitator-pages.ts'
import { ownPagesIn } from './own-pages.ts'
import { written } from './page-parts.ts'
import { aSuggestion, anOnlineSuggestion } from './suggestions.ts'

export const submissionId = '019ab123-4567-4abc-8def-0123456789ab'

export const aFrame = (given: Partial<Frame> = {}): Frame => ({
  language: 'en',
  base: '/prod',
  path: '/all',
  organisation: { name: 'Lakeshore Recovery', helpPhone: '1-800-555-0199' },
  ...given,
})

/** What a person can put on a page, and what a directory can. */
export interface Written {
  typed: string
  listed: string
}

const answersHolding = (typed: string): Answers => ({
  submissionId: [submissionId],
  language: ['en'],
  who: ['someone-else'],
  helperName: [typed],
  helperPhone: [typed],
  zip: [typed],
  name: [typed],
  phone: [typed],
  email: [typed],
  note: [typed],
  website: [typed],
})

const wrong: FormProblem[] = [
  { field: 'age', problem: 'required' },
  { field: 'name', problem: 'too-long' },
  { field: 'otherLanguage', problem: 'required' },
]

// The words name every stage there is, and the type of each says so.
const stages = Object.keys(en.stages) as (keyof typeof en.stages)[]

/** Every page about a place that someone was offered. */
const placePages = (frame: Frame, { listed, typed }: Written): Record<string, Html> => {
  const group = aSuggestion({
    name: listed,
    notes: listed,
    venue: { name: listed, address: listed },
    url: listed,
  })
  const online = anOnlineSuggestion({
    ...group,
    format: 'video',
    online: { url: listed, phone: listed, notes: listed },
  })
  const facts = {
    group,
    homeTimeZone: 'America/Chicago',
    officeTimeZone: 'America/Los_Angeles',
    statusUrl: 'https://help.example.org/status/abc?language=en&v=1',
    pass: '1.pass.pass',
    answers: {},
    missing: [],
  }
  const asked = { ...facts, keptUntil: '2026-11-28T15:00:00Z', saidBefore: 'ask-first' as const }
  const firstSessionAt = '2026-12-02T01:00:00Z'
  const places = {
    'said yes': { is: 'accepted', hearsBy: '2026-11-27T01:00:00Z', leaderIsTold: true },
    'said yes, not told': { is: 'accepted', hearsBy: null, leaderIsTold: false },
    'first day': { is: 'scheduled', firstSessionAt },
    'first day over': { is: 'begun', firstSessionAt },
    'in the group': { is: 'attended' },
    missed: { is: 'missed' },
  } as const
  return {
    offer: offerPage(frame, asked),
    'offer, said before': offerPage(frame, { ...asked, group: online, saidBefore: 'yes' }),
    'offer with a problem': offerPage(frame, {
      ...asked,
      answers: { answer: ['yes'], share: [typed] },
      missing: ['share'],
    }),
    'offer, asks for the code': offerCodePage(frame, { codeProblem: null, triesLeft: null }),
    'offer, wrong code': offerCodePage(frame, { codeProblem: 'wrong', triesLeft: 2 }),
    ...Object.fromEntries(
      Object.entries(places).flatMap(([name, place]) => [
        [`place, ${name}`, yourPlacePage(frame, { ...facts, place })],
        [
          `place online, ${name}`,
          yourPlacePage(frame, { ...facts, group: online, place, missing: ['another'] }),
        ],
      ]),
    ),
    ...Object.fromEntries(
      (['no-answer', 'you-said-no', 'you-stopped', 'group-said-no', 'not-there'] as const).map((because) => [
        `place gone, ${because}`,
        placeGonePage(frame, { because, next: 'looking', statusUrl: facts.statusUrl }),
      ]),
    ),
    ...Object.fromEntries(
      (['another-place', 'closed'] as const).map((next) => [
        `place gone, ${next}`,
        placeGonePage(frame, { because: 'not-there', next, statusUrl: facts.statusUrl }),
      ]),
    ),
  }
}

/** Every page about how it goes. */
const checkInPages = (frame: Frame): Record<string, Html> => ({
  'check-in': checkInPage(frame, { picked: null, isMissing: false }),
  'check-in, tapped': checkInPage(frame, { picked: 'need-help-now', isMissing: false }),
  'check-in, nothing picked': checkInPage(frame, { picked: null, isMissing: true }),
  ...Object.fromEntries(
    checkInAnswers.flatMap((given) =>
      [null, '2026-11-27T01:00:00Z'].map((by) => [
        `check-in, ${given}${by ? ', by' : ''}`,
        checkInThanksPage(frame, {
          given,
          by,
          timeZone: 'America/Chicago',
          statusUrl: 'https://help.example.org/status/abc?language=en&v=1',
          mayChange: by !== null,
        }),
      ]),
    ),
  ),
  stop: stopPage(frame, { isStopped: false }),
  stopped: stopPage(frame, { isStopped: true }),
})

/** Every page, in every shape it has, by name; or those that can show what somebody wrote. */
export const everyPage = async (language: Language, given?: Written): Promise<Record<string, string>> => {
  const { typed, listed } = given ?? { typed: 'Robin Vale', listed: 'First Step Tuesday' }
  const frame = aFrame({ language })
  const progress = {
    nextAt: '2026-11-27T00:00:00Z',
    isLate: false,
    timeZone: 'America/Chicago',
    reference: '7KQ-4M2-XR5',
  }
  const someoneAt = { ...progress, homeTimeZone: 'America/Los_Angeles' }
  const group = { name: listed, notes: listed, venue: { name: listed, address: listed }, url: listed }
  const online = anOnlineSuggestion({ ...group, online: { url: listed, phone: listed, notes: listed } })
  const sent = {
    reference: '7KQ-4M2-XR5',
    statusUrl: 'https://help.example.org/status/abc?language=en&v=1',
    code: '0421',
    readBy: '2026-11-27T00:00:00Z',
    timeZone: 'America/Chicago',
  }
  const pages: Record<string, Html> = {
    start: startPage(frame),
    safety: safetyPage(frame),
    accessibility: accessibilityPage(frame),
    'not for': notForPage(frame),
    ...typedAskingPages(frame, typed),
    ...(given ? {} : askingPages(frame)),
    'new form': formPage(frame, { submissionId, answers: {}, problems: [] }),
    'form with problems': formPage(frame, {
      submissionId,
      answers: answersHolding(typed),
      problems: [...wrong, { field: typed, problem: 'no-such-field' }],
    }),
    'help first': helpFirstPage(frame, { answers: { ...answersHolding(typed), [typed]: [typed] } }),
    'help lines': helpLinesPage(frame),
    'under 13': under13Page(frame),
    'under 18': under18Page(frame),
    privacy: privacyPage(frame),
    ...Object.fromEntries(
      (['you', 'they'] as const).flatMap((wording) => [
        [wording === 'you' ? 'sent' : 'sent, they', sentPage(frame, { ...sent, wording, isUrgent: false })],
        [
          wording === 'you' ? 'sent, urgent' : 'sent, urgent, they',
          sentPage(frame, { ...sent, wording, isUrgent: true }),
        ],
      ]),
    ),
    ...Object.fromEntries(
      stages.map((stage) => [
        `status, ${stage}`,
        statusPage(frame, { ...progress, stage, codeProblem: null, triesLeft: null }),
      ]),
    ),
    'status, late': statusPage(frame, {
      ...progress,
      stage: 'being-read',
      isLate: true,
      codeProblem: null,
      triesLeft: null,
    }),
    'status, wrong code': statusPage(frame, {
      ...progress,
      stage: 'waiting',
      codeProblem: 'wrong',
      triesLeft: 3,
    }),
    'status, no code': statusPage(frame, {
      ...progress,
      stage: 'waiting',
      codeProblem: 'missing',
      triesLeft: null,
    }),
    details: statusDetailsPage(frame, {
      ...someoneAt,
      own: { pass: '1.pass.pass', pages: ownPages },
      stage: 'referred',
      held: { group: online, page: null },
      openMeetings: [aSuggestion(group), online],
      alternatives: [aSuggestion(group)],
      nearMisses: [{ groupId: 'a', name: listed, exclusions: [{ rule: 'wish-not-met', wish: 'captions' }] }],
    }),
    ...Object.fromEntries(
      (
        [
          { is: 'to-answer', keptUntil: '2026-11-28T15:00:00Z' },
          { is: 'accepted', hearsBy: null, leaderIsTold: true },
          { is: 'scheduled', firstSessionAt: '2026-12-02T01:00:00Z' },
          { is: 'attended' },
        ] as const
      ).map((place) => [
        `details, ${place.is}`,
        statusDetailsPage(frame, {
          ...someoneAt,
          own: { pass: '1.pass.pass', pages: ['consents', 'kept', 'erase'] },
          stage: 'offered',
          held: { group: aSuggestion(group), page: { path: '/prod/offer/abc?a=1&b=2', pass: 'pass', place } },
          openMeetings: [],
          alternatives: [online],
          nearMisses: [],
        }),
      ]),
    ),
    ...placePages(frame, { typed, listed }),
    ...checkInPages(frame),
    ...ownPagesIn(frame, { typed, listed }),
    'details, none yet': statusDetailsPage(frame, {
      ...someoneAt,
      own: { pass: '1.pass.pass', pages: ownPages },
      nextAt: null,
      stage: 'being-read',
      held: null,
      openMeetings: [],
      alternatives: [],
      nearMisses: [],
    }),
    ...facilitatorPages({ ...frame, isAtWork: true }, { typed, listed }),
    ...Object.fromEntries(Object.entries(message).map(([name, page]) => [name, page(frame)])),
  }
  const texts = Object.entries(pages).map(async ([name, page]) => [name, await written(page)] as const)
  return Object.fromEntries(await Promise.all(texts))
}
