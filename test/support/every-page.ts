import type { Language } from '../../domain/language.ts'
import type { FormProblem } from '../../domain/read-intake-form.ts'
import type { Answers } from '../../views/form/answers.ts'
import type { Frame } from '../../views/frame.ts'
import type { Html } from '../../views/html.ts'
import { formPage } from '../../views/pages/form.ts'
import { helpFirstPage } from '../../views/pages/help-first.ts'
import { helpLinesPage } from '../../views/pages/help-lines.ts'
import * as message from '../../views/pages/message.ts'
import { privacyPage } from '../../views/pages/privacy.ts'
import { sentPage } from '../../views/pages/sent.ts'
import { startPage } from '../../views/pages/start.ts'
import { statusDetailsPage } from '../../views/pages/status-details.ts'
import { statusPage } from '../../views/pages/status.ts'
import { under13Page } from '../../views/pages/under-13.ts'
import { under18Page } from '../../views/pages/under-18.ts'
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

const stages = ['received', 'being-read', 'suggested', 'waiting', 'referred', 'urgent', 'closed'] as const

/** Every page, in every shape it has, by name. */
export const everyPage = async (
  language: Language,
  { typed, listed }: Written = { typed: 'Robin Vale', listed: 'First Step Tuesday' },
): Promise<Record<string, string>> => {
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
    sent: sentPage(frame, { ...sent, isUrgent: false }),
    'sent, urgent': sentPage(frame, { ...sent, isUrgent: true }),
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
      stage: 'referred',
      held: online,
      openMeetings: [aSuggestion(group), online],
      alternatives: [aSuggestion(group)],
      nearMisses: [{ groupId: 'a', name: listed, exclusions: [{ rule: 'wish-not-met', wish: 'captions' }] }],
    }),
    'details, none yet': statusDetailsPage(frame, {
      ...someoneAt,
      nextAt: null,
      stage: 'being-read',
      held: null,
      openMeetings: [],
      alternatives: [],
      nearMisses: [],
    }),
    ...Object.fromEntries(Object.entries(message).map(([name, page]) => [name, page(frame)])),
  }
  const texts = Object.entries(pages).map(async ([name, page]) => [name, await written(page)] as const)
  return Object.fromEntries(await Promise.all(texts))
}
