import type { Made } from '../adapters/outside.ts'
import {
  chance,
  clock,
  commit,
  emailQueue,
  emails,
  groups,
  identifiers,
  intakeQueue,
  intakes,
  moment,
  office,
  organisation,
  placePrices,
  referrals,
  seals,
  site,
  staff,
  tombstones,
  trail,
  zips,
} from '../adapters/parts.ts'
import { isLookedAtFirst } from '../domain/staff/looked-at-first.ts'
import type { Standing } from '../domain/way/change.ts'
import { typed } from '../views/form/answers.ts'
import { staffCss } from '../views/staff/style.ts'
import { css } from '../views/style.ts'
import { type Answer, seeOther, sendOn } from './shared/answer.ts'
import { addressOf, findSubject, toItsPage } from './shared/console/about-request.ts'
import { type SentForm, weigh } from './shared/console/weigh.ts'
import { readFormBody } from './shared/form-body.ts'
import { type Request, httpHandler } from './shared/http-handler.ts'
import { type SignedInStaff, asStaff } from './shared/staff/as-staff.ts'
import { writeChange } from './shared/standing/write-change.ts'
import { writeErasure } from './shared/standing/write-erasure.ts'

const needs = {
  chance,
  clock,
  commit,
  emailQueue,
  emails,
  groups,
  identifiers,
  intakeQueue,
  intakes,
  moment,
  office,
  organisation,
  placePrices,
  referrals,
  seals,
  site,
  staff,
  tombstones,
  trail,
  zips,
}

type Needs = Made<typeof needs>

/** A row that someone else writes all the time is looked at again this often; the sweeper's reminders cost one each. */
const maxTries = 5

/** Keyed hashes of the address and the number of the answers that were sent last. */
const hashesOf = async ({ intake }: Standing, { identifiers }: Needs) => {
  const { email = null, phone = null } = intake.sentAgain.at(-1)?.safeContact ?? {}
  return {
    emailHash: email && (await identifiers.hashOf('email', email)),
    phoneHash: phone && (await identifiers.hashOf('phone', phone)),
  }
}

/** What came of one look: the step that was done, a page to send the form on to, or that it has to be looked at again. */
type Outcome =
  | { is: 'done'; step: string }
  | { is: 'goes-to'; page: 'preview' | 'again' }
  | { is: 'gone' }
  | { is: 'look-again' }

const decideOnce = async (form: SentForm, adapters: Needs): Promise<Outcome> => {
  const weighed = await weigh(form, adapters, (standing) => hashesOf(standing, adapters))
  if (weighed.is === 'gone') return weighed
  if (weighed.is !== 'possible') return { is: 'goes-to', page: 'again' }
  const { step, before, change } = weighed
  if (isLookedAtFirst(before, change) && typed(form.sent, 'confirm') !== 'yes')
    return { is: 'goes-to', page: 'preview' }

  const write = change.intake.state === 'erased' ? writeErasure : writeChange
  const result = await write(before, change, { is: 'staff', staffId: form.member.staffId }, adapters)
  switch (result) {
    case 'done':
      return { is: 'done', step: step.step }
    case 'place-taken':
      return { is: 'goes-to', page: 'again' }
    case 'changed-meanwhile':
      return { is: 'look-again' }
  }
}

const decide = async (member: SignedInStaff, request: Request, adapters: Needs): Promise<Answer> => {
  const subject = await findSubject(request, adapters)
  if (subject === null) return toItsPage(request)
  const form = { member, subject, sent: readFormBody(request.body) }
  const page = addressOf(request, subject.reference)
  for (let tries = 0; tries < maxTries; tries += 1) {
    const outcome = await decideOnce(form, adapters)
    switch (outcome.is) {
      case 'done':
        return seeOther(`${page}?done=${outcome.step}`)
      case 'goes-to':
        return sendOn(`${page}/${outcome.page}`)
      case 'gone':
        return toItsPage(request)
      case 'look-again':
    }
  }
  throw new Error('A row kept changing while it was being written.')
}

/**
 * Does what staff decided. It holds only while what their page had shown still holds, and what sends a letter or gives
 * something up only after it was looked at. What cannot be done goes on, with all that was typed, to where it is shown.
 */
export const decideIntake = (request: Request, adapters: Needs): Promise<Answer> =>
  asStaff(request, adapters, (member) => decide(member, request, adapters))

export const handler = httpHandler(needs, decideIntake, [css, staffCss])
