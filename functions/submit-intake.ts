import { createHash } from 'node:crypto'

import type { Made } from '../adapters/outside.ts'
import {
  chance,
  identifiers,
  intakeQueue,
  links,
  minors,
  organisation,
  site,
  watch,
} from '../adapters/parts.ts'
import { limits } from '../domain/form/choices.ts'
import type { IntakeForm } from '../domain/form/intake-form.ts'
import { type FormProblem, readIntakeForm } from '../domain/form/read-intake-form.ts'
import { recordsOf } from '../domain/form/records-of-form.ts'
import { tooYoung } from '../domain/form/too-young.ts'
import type { Wording } from '../domain/person/consent-text.ts'
import { crisisLines } from '../domain/person/crisis-lines.ts'
import type { Language } from '../domain/person/language.ts'
import { isUnsafe } from '../domain/person/safety.ts'
import type { SubmittedIntake } from '../domain/way/intake.ts'
import type { Answers } from '../views/form/answers.ts'
import type { Frame } from '../views/frame.ts'
import { formPage } from '../views/pages/form.ts'
import { helpFirstPage } from '../views/pages/help-first.ts'
import { formUnreadable, fromElsewhere, tooLarge } from '../views/pages/message.ts'
import { under13Page } from '../views/pages/under-13.ts'
import { under18Page } from '../views/pages/under-18.ts'
import { problemSentence } from '../views/problem-sentence.ts'
import { formWords } from '../views/words/form-words.ts'
import { type Answer, jsonAnswer, pageAnswer, seeOther } from './shared/answer.ts'
import { takenButClosed } from './shared/closing.ts'
import { hasKeptAnswers, sentCookie } from './shared/cookies.ts'
import { formFrom, readFormBody } from './shared/form-body.ts'
import { isFromElsewhere } from './shared/from-elsewhere.ts'
import { type Request, frameOf, httpHandler } from './shared/http-handler.ts'
import { log } from './shared/log.ts'
import { sentLinkEnd, statusAddress } from './shared/private-links.ts'

const needs = { chance, clock: watch, identifiers, intakeQueue, links, minors, organisation, site }
type Needs = Made<typeof needs>

/** The same answers give the same hash, whenever they are sent. */
const hashOf = ({
  request,
  safeContact,
  consent,
}: Pick<SubmittedIntake, 'request' | 'safeContact' | 'consent'>) =>
  createHash('sha256')
    .update(JSON.stringify([request, { ...safeContact, askedAt: '' }, { ...consent, givenAt: '' }]))
    .digest('base64url')

/** Accepted means that the queue has it: one durable write, and nothing to reconcile if anything after it fails. */
const accept = async (
  form: IntakeForm,
  { mayBeAutomated, wording }: { mayBeAutomated: boolean; wording: Wording },
  { clock, identifiers, intakeQueue }: Needs,
) => {
  const intakeId = await identifiers.intakeIdOf(form.submissionId)
  const records = recordsOf(form, clock.iso(), wording)
  const { email, phone } = records.safeContact
  const intake: SubmittedIntake = {
    intakeId,
    reference: await identifiers.referenceOf(intakeId),
    receivedAt: clock.iso(),
    language: form.language,
    ...records,
    emailHash: email && (await identifiers.hashOf('email', email)),
    phoneHash: phone && (await identifiers.hashOf('phone', phone)),
    answersHash: hashOf(records),
    mayBeAutomated,
  }
  await intakeQueue.send({ schema: 1, kind: 'submitted', intake })
  log('accepted', { intakeId })
  return intake
}

const languageIn = (answers: Answers): Language => (answers['language']?.[0] === 'es' ? 'es' : 'en')

const answerForm = async (request: Request, answers: Answers, adapters: Needs): Promise<Answer> => {
  const language = languageIn(answers)
  const frame: Frame = { ...frameOf(request, adapters, language), path: '/all' }
  if (isFromElsewhere(request)) return pageAnswer(403, fromElsewhere(frame))

  if (answers['changeLanguage'] || answers['goOn']) return goOn(frame, answers, adapters)

  const read = readIntakeForm(formFrom(answers))
  if ('problems' in read) return formAgain(frame, answers, read.problems, adapters)
  const { form } = read
  const young = tooYoung(form, adapters.minors)
  if (young) return pageAnswer(200, young === 'under-13' ? under13Page(frame) : under18Page(frame))
  if (isUnsafe(form) && answers['helpSeen']?.[0] !== 'yes')
    return pageAnswer(200, helpFirstPage(frame, { answers }))

  const filledIn = {
    mayBeAutomated: (answers['website']?.[0] ?? '') !== '',
    wording: answers['wording']?.[0] === 'they' ? ('they' as const) : ('you' as const),
  }
  const { intakeId, receivedAt } = await accept(form, filledIn, adapters)
  const token = await adapters.links.sign(
    isUnsafe(form) ? 'sent-urgent' : 'sent',
    intakeId,
    sentLinkEnd(receivedAt),
  )
  const sent = seeOther(
    `${request.base}/sent/${token}?language=${language}${form.who === 'me' ? '' : '&for=them'}`,
  )
  // Whoever came by the question pages has their answers in a cookie: they are let go of, and Back finds none.
  return hasKeptAnswers(request) ? { ...sent, cookies: [sentCookie] } : sent
}

/**
 * Nothing that was typed is lost by reading on in the other language, on the form or on the page with help first; nor by
 * going on with one page, for whoever cannot go from page to page.
 */
const goOn = (frame: Frame, answers: Answers, adapters: Needs) => {
  const asked = answers['changeLanguage']?.[0]
  const language = asked === 'es' || asked === 'en' ? asked : frame.language
  return answers['helpSeen']
    ? pageAnswer(200, helpFirstPage({ ...frame, language }, { answers }))
    : formAgain({ ...frame, language }, answers, [], adapters, 200)
}

/** The form comes back as it was typed. A submission id that was lost or tampered with is made anew. */
const formAgain = (
  frame: Frame,
  answers: Answers,
  problems: FormProblem[],
  { chance }: Needs,
  status = 422,
) => {
  const lostId = problems.some(({ field }) => field === 'submissionId')
  const submissionId = lostId ? chance.newId() : (answers['submissionId']?.[0] ?? chance.newId())
  const shown = problems.filter(({ field }) => field !== 'submissionId')
  return pageAnswer(status, formPage(frame, { submissionId, answers, problems: shown }))
}

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** RFC 9457. */
const problemAnswer = (status: number, title: string, errors: { field: string; message: string }[] = []) =>
  jsonAnswer(status, { type: 'about:blank', title, status, errors }, 'application/problem+json')

const answerJson = async (request: Request, adapters: Needs): Promise<Answer> => {
  const sent = parsed(request.body)
  if (sent === undefined) return problemAnswer(400, 'The body is not JSON.')
  const read = readIntakeForm(
    typeof sent === 'object' && sent !== null && !('submissionId' in sent)
      ? { ...sent, submissionId: adapters.chance.newId() }
      : sent,
  )
  if ('problems' in read) {
    const isSpanish =
      typeof sent === 'object' && sent !== null && 'language' in sent && sent.language === 'es'
    const words = formWords(isSpanish ? 'es' : 'en')
    const errors = read.problems.map((one) => ({ field: one.field, message: problemSentence(one, words) }))
    return problemAnswer(422, 'Some answers are missing or cannot be used.', errors)
  }
  const young = tooYoung(read.form, adapters.minors)
  if (young) {
    const message = formWords(read.form.language)[young === 'under-13' ? 'under13' : 'under18'].lead
    return problemAnswer(422, 'This form is not for someone of this age.', [{ field: 'age', message }])
  }
  const { reference, intakeId, receivedAt } = await accept(
    read.form,
    { mayBeAutomated: false, wording: 'you' },
    adapters,
  )
  const accepted = {
    reference,
    statusUrl: await statusAddress({ intakeId, receivedAt, language: read.form.language }, adapters),
  }
  // Whoever shows this answer to a person who is not safe has to show them the help lines first.
  return jsonAnswer(202, isUnsafe(read.form) ? { ...accepted, help: crisisLines } : accepted)
}

const answerPage = async (request: Request, answers: Answers, adapters: Needs): Promise<Answer> => {
  const frame = { ...frameOf(request, adapters), path: '/all' }
  if (request.bodyBytes > limits.bodyBytes) return pageAnswer(413, tooLarge(frame))
  return /^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')
    ? answerForm(request, answers, adapters)
    : pageAnswer(415, formUnreadable(frame))
}

/** One form, as a page sends it or as JSON. */
export const submitIntake = async (request: Request, adapters: Needs): Promise<Answer> => {
  const isTooLarge = request.bodyBytes > limits.bodyBytes
  if (/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    return isTooLarge ? problemAnswer(413, 'The body is larger than 16 kB.') : answerJson(request, adapters)
  const answers = readFormBody(isTooLarge ? '' : request.body)
  return takenButClosed(request, languageIn(answers), answerPage(request, answers, adapters))
}

export const handler = httpHandler(needs, submitIntake)
