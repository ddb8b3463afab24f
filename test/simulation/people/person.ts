import { v7 } from 'uuid'

import { checkInAnswers } from '../../../domain/way/follow-up.ts'
import { aFilledForm } from '../../support/person.ts'
import type { Letter } from '../aws/ses-model.ts'
import type { World } from '../world.ts'

const hour = 3_600_000

/** What one of them fills in. Their number stands in everything that is theirs, so that it can be looked for. */
const answersOf = (number: number, { chance }: World) => {
  const byPhone = chance.happens(0.15)
  const reaching = byPhone
    ? {
        contact: 'call',
        phone: `312 555 01${String(number).padStart(2, '0')}`,
        voicemail: 'no-message',
        email: null,
        emailPrivacy: null,
      }
    : chance.happens(0.06)
      ? { contact: 'none', email: null, emailPrivacy: null }
      : {
          // Two people may share a mailbox, and some addresses take no mail.
          email: `${chance.pick(['robin', 'robin', 'robin', 'sam', 'returned'])}${chance.happens(0.1) ? number - 1 : number}@people.example.org`,
          emailPrivacy: chance.pick(['private', 'private', 'private', 'shared']),
        }
  return {
    name: `Robin-${number} Vale`,
    topics: chance.pick(['trauma', 'trauma', 'trauma', 'grief', 'drinking']),
    times: chance.pick(['weekday-evening', 'not-sure']),
    safety: chance.pick(['safe', 'safe', 'safe', 'safe', 'safe', 'might-hurt']),
    helpSeen: 'yes',
    consentShare: chance.pick(['ask-first', 'yes']),
    consentCheckIn: chance.pick(['yes', 'yes', null]),
    ...reaching,
  }
}

/** Someone asks for help: again and again until they are told that we have it, or until they give up. */
export const person = (number: number, world: World) => async () => {
  const { ask, chance, pause, now } = world
  await pause(chance.between(0, world.asksWithinMs))
  const submissionId = v7({ msecs: now(), random: chance.bytes(16), seq: number })
  const answers = { ...answersOf(number, world), submissionId }
  world.sent(submissionId)

  const send = async (given: Record<string, string | null> = {}) => {
    for (let tries = 0; tries < 4; tries += 1) {
      const form = aFilledForm({ ...answers, ...given })
      const { status } = await ask('POST', '/intakes', form)
      if (status === 303) return world.accepted(submissionId, 'zip' in given)
      if (status < 500) throw new Error(`Robin ${number} is told ${status}.`)
      if (chance.happens(0.2)) return
      await pause(chance.between(2_000, 10 * 60_000))
    }
  }

  if (chance.happens(0.2)) world.begin(`Robin ${number} presses twice`, () => send())
  await send()
  if (chance.happens(0.1)) {
    await pause(chance.between(1_000, 40 * hour))
    await send({ zip: '95126', ...(chance.happens(0.3) && { safety: 'might-hurt' }) })
  }
}

const linkIn = (text: string, page: string) => new RegExp(`/${page}/[\\w.-]+`).exec(text)?.[0]

/** Presses a button until something is said to it, or until they have had enough. */
const press = async (path: string, form: URLSearchParams, { ask, chance, pause }: World) => {
  for (let tries = 0; tries < 4; tries += 1) {
    const answer = await ask('POST', path, form)
    if (answer.status < 500) return answer
    await pause(chance.between(1_000, 5 * 60_000))
  }
  return null
}

const answerOffer = async (path: string, world: World) => {
  const { chance, ask } = world
  const said = chance.pick([
    { answer: 'yes', share: 'yes' },
    { answer: 'yes', share: 'yes' },
    { answer: 'yes', share: 'no' },
    { answer: 'no', another: 'yes' },
    { answer: 'no', another: 'no' },
  ])
  const code = await world.codeFor(path)
  const opened = code ? await press(path, new URLSearchParams({ code }), world) : await ask('GET', path)
  const pass = /name="pass" value="([^"]+)"/.exec(opened?.body ?? '')?.[1] ?? ''
  const form = new URLSearchParams({ sends: 'answer', pass, ...said })
  if (chance.happens(0.1)) world.begin('presses twice', () => press(path, form, world))
  const answer = await press(path, form, world)
  if (answer?.status === 200) await world.saidOfOffer(path)
}

const answerCheckIn = async (path: string, world: World) => {
  const checkIn = world.chance.pick(checkInAnswers)
  const answer = await press(path, new URLSearchParams({ checkIn }), world)
  if (answer?.status === 200) await world.saidOfCheckIn(path, checkIn)
}

/** A person reads a letter, some time after it came, and does what it asks, or not. */
export const readsLetter = (letter: Letter, world: World) => async () => {
  const { chance, pause } = world
  await pause(chance.between(60_000, 20 * hour))
  const offer = linkIn(letter.text, 'offer')
  if (offer && chance.happens(0.75)) await answerOffer(offer, world)
  const checkIn = linkIn(letter.text, 'check-in')
  if (checkIn && chance.happens(0.6)) await answerCheckIn(checkIn, world)
  const stop = linkIn(letter.text, 'stop')
  if (stop && chance.happens(0.1)) {
    const answer = await press(stop, new URLSearchParams(), world)
    if (answer?.status === 200) await world.saidStop(stop)
  }
}
