import { setFirstSession } from '../../domain/way/steps/attendance.ts'
import { offer } from '../../domain/way/steps/offer.ts'
import { aGroup } from './builders.ts'
import { aFilledForm, send } from './person.ts'
import type { Product } from './product.ts'
import { takeStep } from './steps.ts'

export const robin = 'robin.vale@example.org'
export const staff = 'intake@riverside.example.org'

/** A group whose leader hears of a person by e-mail. */
export const aLedGroup = (given: Parameters<typeof aGroup>[0] = {}) =>
  aGroup({ facilitator: { name: 'Ines', email: 'ines@riverside.example.org' }, ...given })

const tuesday7pm = '2026-12-02T03:00:00.000Z'

/** What the form on the page of an offer sends. */
export const saying = (given: Record<string, string>) => new URLSearchParams({ sends: 'answer', ...given })
export const yes = saying({ answer: 'yes', share: 'yes' })
export const yesUntold = saying({ answer: 'yes', share: 'no' })
export const noAndLook = saying({ answer: 'no', another: 'yes' })
export const noAndEnough = saying({ answer: 'no', another: 'no' })

export const passIn = (page: string) => /name="pass" value="([^"]+)"/.exec(page)?.[1] ?? ''
export const withPass = (said: URLSearchParams, pass: string) =>
  new URLSearchParams([...said, ['pass', pass]])

type Given = Parameters<typeof aFilledForm>[0]

type StepTaken = Parameters<typeof takeStep> extends [Product, ...infer Rest] ? Rest : never

/** Robin, with a place or on the way to one. */
export const withAPlace = (product: Product) => {
  const states = async (table: 'intakes' | 'referrals') =>
    (await product.rows(table)).map(({ state }) => state)
  const lastMail = (address = robin) => product.mailsTo(address).at(-1)

  /** The path of the newest link in Robin's mail to a page of this name. */
  const pathTo = (page: 'offer' | 'check-in' | 'stop') => {
    const texts = product.mailsTo(robin).map(({ text }) => text)
    const text = texts.findLast((one) => one.includes(`/${page}/`)) ?? ''
    return new RegExp(`/${page}/[\\w.-]+(\\?\\S+)?`).exec(text)?.[0] ?? ''
  }

  const answers = async (path: string, said: URLSearchParams) => {
    const page = await product.postForm(path, said)
    await product.settle()
    return page
  }

  const takes = async (...[reference, step, by]: StepTaken) => {
    await takeStep(product, reference, step, by)
    await product.settle()
  }

  /** Robin asks, a place is held, and staff offer it. */
  const offered = async (given: Given = {}) => {
    const confirmation = await send(product, aFilledForm(given))
    await product.settle()
    await takes(confirmation.reference, offer)
    return { ...confirmation, path: pathTo('offer') }
  }

  const getsFirstDay = (reference: string, at = tuesday7pm) =>
    takes(reference, (standing, moment) => setFirstSession(standing, { at, by: 'staff' }, moment))

  const scheduled = async (given: Given = {}) => {
    const one = await offered(given)
    await answers(one.path, yes)
    await getsFirstDay(one.reference)
    return one
  }

  return {
    states,
    lastMail,
    pathTo,
    answers,
    takes,
    offered,
    getsFirstDay,
    scheduled,
    subjects: (address = robin) => product.mailsTo(address).map(({ subject }) => subject),
    moveTo: (iso: string) => product.clock.moveForward(Date.parse(iso) - product.clock.now()),
  }
}
