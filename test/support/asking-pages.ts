import type { IntakeForm } from '../../domain/form/intake-form.ts'
import { type QuestionPage, fieldsOfPage, questionPages } from '../../domain/form/question-pages.ts'
import { readIntakeForm } from '../../domain/form/read-intake-form.ts'
import type { Wording } from '../../domain/person/consent-text.ts'
import type { Frame } from '../../views/frame.ts'
import type { Html } from '../../views/html.ts'
import { alreadySentPage, clearedPage, noCookiePage, stoppedPage } from '../../views/pages/asking-ended.ts'
import { checkPage } from '../../views/pages/check.ts'
import { keepGoingPage, youngPage } from '../../views/pages/keep-going.ts'
import { questionPage } from '../../views/pages/question.ts'
import { en } from './all-words.ts'

/** A form that can be sent. */
const aForm = (given: Partial<Record<keyof IntakeForm, unknown>> = {}): IntakeForm => {
  const read = readIntakeForm({
    submissionId: '019ab123-4567-4abc-8def-0123456789ab',
    who: 'me',
    age: '25-64',
    safety: 'safe',
    topics: ['worry', 'loved-one'],
    meet: ['video', 'in-person'],
    zip: '95112',
    times: ['weekday-evening'],
    days: [2],
    wishes: { women: 'nice', captions: 'must', 'other-language': 'nice' },
    otherLanguage: 'vi',
    name: 'Robin Vale',
    contact: ['call', 'email'],
    phone: '312 555 0123',
    voicemail: 'no-message',
    email: 'robin.vale@example.org',
    emailPrivacy: 'shared',
    consentKeep: true,
    consentShare: 'ask-first',
    ...given,
  })
  if ('form' in read) return read.form
  throw new Error(`Not a form that can be sent: ${JSON.stringify(read.problems)}`)
}

const helped = {
  who: 'someone-else',
  helperName: 'Dana Reed',
  helperPhone: '312 555 0199',
  helperAgreed: true,
} as const

const typedEverywhere = (typed: string) => ({
  who: ['someone-else'],
  contact: ['call', 'email'],
  helperName: [typed],
  helperPhone: [typed],
  zip: [typed],
  name: [typed],
  phone: [typed],
  email: [typed],
  note: [typed],
})

const withProblems = (frame: Frame, page: QuestionPage, wording: Wording, typed: string) =>
  questionPage(frame, {
    page,
    wording,
    answers: typedEverywhere(typed),
    problems: fieldsOfPage[page]
      .filter((field) => field in en.problems)
      .map((field) => ({ field, problem: 'required' as const })),
    cameFromCheck: true,
  })

/** The pages of questions that show what someone typed. */
export const typedAskingPages = (frame: Frame, typed: string): Record<string, Html> => ({
  ...Object.fromEntries(
    (['about', 'meeting', 'reaching', 'details', 'note'] as const).map((page) => [
      `question ${page} with problems`,
      withProblems(frame, page, 'you', typed),
    ]),
  ),
  check: checkPage(frame, { form: aForm(), wording: 'you', sent: typedEverywhere(typed) }),
  'check, they': checkPage(frame, {
    form: aForm({ ...helped, helperName: typed.slice(0, 60).trim() || 'Dana Reed' }),
    wording: 'they',
    sent: typedEverywhere(typed),
  }),
  'no cookie': noCookiePage(frame, typedEverywhere(typed)),
})

/** The other pages of questions and what stands around them, in both wordings. */
export const askingPages = (frame: Frame): Record<string, Html> => {
  const way = { next: 'support', cameFromCheck: false } as const
  const wordings: Wording[] = ['you', 'they']
  const question = (page: QuestionPage, wording: Wording, contact: string[]) =>
    questionPage(frame, { page, wording, cameFromCheck: false, answers: { contact } })
  return {
    ...Object.fromEntries(
      wordings.flatMap((wording) => [
        ...questionPages.flatMap((page) => [
          [`question ${page}, ${wording}`, question(page, wording, ['call', 'email'])],
          [`question ${page} with problems, ${wording}`, withProblems(frame, page, wording, 'Robin')],
        ]),
        [`question details by phone, ${wording}`, question('details', wording, ['text'])],
        [`question details by email, ${wording}`, question('details', wording, ['email'])],
        [`help in between, ${wording}`, keepGoingPage(frame, { ...way, wording, safety: 'might-hurt' })],
        [`help, being hurt, ${wording}`, keepGoingPage(frame, { ...way, wording, safety: 'being-hurt' })],
        [`young, ${wording}`, youngPage(frame, { ...way, wording })],
      ]),
    ),
    'question about, cleared before': questionPage(frame, {
      page: 'about',
      wording: 'you',
      cameFromCheck: false,
      answers: {},
      notice: 'We cleared the answers from before.',
    }),
    'check, little said': checkPage(frame, {
      form: aForm({
        zip: null,
        noZip: true,
        usState: 'NY',
        wishes: {},
        days: [],
        contact: ['none'],
        meet: ['video'],
      }),
      wording: 'you',
      sent: {},
    }),
    cleared: clearedPage(frame, 'time-over'),
    'not here': clearedPage(frame, 'not-here'),
    'already sent': alreadySentPage(frame),
    stopped: stoppedPage(frame),
  }
}
