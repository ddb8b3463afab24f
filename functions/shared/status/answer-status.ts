import type { Adapters } from '../../../adapters/adapters.ts'
import { contactFields, readContactForm } from '../../../domain/form/contact-form.ts'
import { type Revocable, revocable } from '../../../domain/person/consent.ts'
import { ownPages } from '../../../domain/person/own-page.ts'
import type { Change, Standing } from '../../../domain/way/change.ts'
import { erase } from '../../../domain/way/steps/erase.ts'
import { changeContact, stopContact } from '../../../domain/way/steps/safe-contact.ts'
import { takeBack } from '../../../domain/way/steps/take-back.ts'
import { withdraw } from '../../../domain/way/steps/withdraw.ts'
import { type Answers, typed } from '../../../views/form/answers.ts'
import { tooManyTries } from '../../../views/pages/message.ts'
import { donePage } from '../../../views/pages/yours/done.ts'
import { erasedPage } from '../../../views/pages/yours/erase.ts'
import { type Answer, pageAnswer } from '../answer.ts'
import { formFrom, readFormBody } from '../form-body.ts'
import type { Request } from '../http-handler.ts'
import { checkCode } from '../person/check-code.ts'
import { findStandingWithGroup } from '../standing/find-standing.ts'
import { type Actor, writeChange } from '../standing/write-change.ts'
import { type ErasureNeeds, writeErasure } from '../standing/write-erasure.ts'
import { untilUnchanged } from '../until-unchanged.ts'
import { showDetails } from './details.ts'
import { downloadKept } from './kept-about.ts'
import { type StoredView, openStatus, statusClosed } from './open-status.ts'
import { type OwnNeeds, showConsents, showContact, showOwnPage } from './own-pages.ts'
import { statusAnswer } from './show-status.ts'
import { isStatusPass, signStatusPass } from './status-pass.ts'

type Needs = OwnNeeds & ErasureNeeds & Pick<Adapters, 'identifiers'>

/** An address of 254 letters, each of which may take nine bytes on the way, and everything else that is asked. */
const maxBodyBytes = 8192

const person: Actor = { is: 'person' }

/**
 * Writes a step down. One that changes nothing any more was taken by an earlier press of the same button: it is answered
 * as that one was.
 */
const take = async (
  { intakeId }: StoredView,
  step: (standing: Standing) => Change | null,
  adapters: Needs,
  write: typeof writeErasure = writeChange,
) =>
  untilUnchanged(async () => {
    const standing = await findStandingWithGroup(intakeId, adapters)
    const change = standing && step(standing)
    const result = change && (await write(standing, change, person, adapters))
    return result === 'changed-meanwhile' ? result : 'done'
  })

const done = async (what: 'contact' | 'stop' | 'withdraw', view: StoredView, adapters: Needs) =>
  pageAnswer(200, donePage(view.frame, { what, pass: await signStatusPass(view.intakeId, adapters) }))

const saveContact = async (view: StoredView, sent: Answers, adapters: Needs): Promise<Answer> => {
  const { clock, identifiers, moment } = adapters
  const form = Object.entries(formFrom(sent)).filter(([name]) => contactFields.includes(name))
  const read = readContactForm(Object.fromEntries(form), clock.iso())
  if ('problems' in read) return showContact(view, adapters, { answers: sent, problems: read.problems })
  const { email, phone, channels } = read.safeContact
  const ways = {
    ...read,
    emailHash: email && (await identifiers.hashOf('email', email)),
    phoneHash: phone && (await identifiers.hashOf('phone', phone)),
  }
  await take(view, (standing) => changeContact(standing, ways, moment()), adapters)
  return done(channels.includes('none') ? 'stop' : 'contact', view, adapters)
}

const saveTakenBack = async (
  view: StoredView,
  purpose: Revocable,
  request: Request,
  adapters: Needs,
): Promise<Answer> => {
  await take(view, (standing) => takeBack(standing, purpose, adapters.moment()), adapters)
  const after = await openStatus(request, adapters, view.frame.language)
  return after?.standing
    ? showConsents({ ...after, standing: after.standing }, adapters, purpose)
    : statusClosed(request, adapters)
}

const eraseAll = async (view: StoredView, adapters: Needs): Promise<Answer> => {
  const asked = { because: 'person-asked', by: 'person' } as const
  await take(view, (standing) => erase(standing, asked, adapters.moment()), adapters, writeErasure)
  return pageAnswer(200, erasedPage(view.frame))
}

/** What someone who has given the code asks for: a page, or a step that is taken there. */
const answerOwn = async (
  request: Request,
  view: StoredView,
  sent: Answers,
  adapters: Needs,
): Promise<Answer> => {
  const go = typed(sent, 'go')
  const { moment } = adapters
  switch (go) {
    case 'change-contact':
      return saveContact(view, sent, adapters)
    case 'stop-contact':
      await take(view, (standing) => stopContact(standing, moment()), adapters)
      return done('stop', view, adapters)
    case 'take-back': {
      const purpose = revocable.find((one) => one === typed(sent, 'purpose'))
      return purpose
        ? saveTakenBack(view, purpose, request, adapters)
        : showOwnPage('consents', view, adapters)
    }
    case 'download':
      return downloadKept(view, adapters)
    case 'withdraw-now':
      await take(view, (standing) => withdraw(standing, 'person', moment()), adapters)
      return done('withdraw', view, adapters)
    case 'erase-now':
      return eraseAll(view, adapters)
    default: {
      const page = ownPages.find((one) => one === go)
      return page ? showOwnPage(page, view, adapters) : showDetails(view, adapters)
    }
  }
}

/** Opens the details to whoever knows the code as well, and from there takes what they decide. */
export const answerStatus = async (request: Request, adapters: Needs): Promise<Answer> => {
  const sent = readFormBody(request.bodyBytes > maxBodyBytes ? '' : request.body)
  const view = await openStatus(request, adapters, typed(sent, 'language') === 'es' ? 'es' : undefined)
  if (view === null) return statusClosed(request, adapters)
  const { standing, intakeId } = view
  if (standing === null) return statusAnswer(200, view, null, adapters)
  const stored = { ...view, standing }
  if (await isStatusPass(intakeId, typed(sent, 'pass'), adapters))
    return answerOwn(request, stored, sent, adapters)
  const check = await checkCode(standing.intake, sent['code']?.[0], adapters)
  switch (check.is) {
    case 'right':
      return showDetails(stored, adapters)
    case 'locked':
      return pageAnswer(429, tooManyTries(view.frame))
    default:
      return statusAnswer({ missing: 422, wrong: 403, again: 409 }[check.is], view, check, adapters)
  }
}
