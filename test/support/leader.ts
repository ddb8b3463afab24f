import { connect, openOutside } from '../../adapters/outside.ts'
import { links } from '../../adapters/parts.ts'
import { offer, sayYes } from '../../domain/way/steps/offer.ts'
import { aGroup } from './builders.ts'
import { sentFrom } from './page-parts.ts'
import { aFilledForm, send } from './person.ts'
import type { Product, Reply } from './product.ts'
import { takeStep } from './steps.ts'

const hour = 3_600_000
export const tuesday7pm = '2026-11-25T03:00:00.000Z'

export const leaderAddress = 'dana.reed@steady.example.org'

/** Signs links as the product does, for those that must not open anything. */
export const linksOf = ({ aws, world }: Product) => connect(openOutside(aws.settings, world), { links }).links

/** A person asks, staff offer the place that is held, and the person says yes. */
export const askAndSayYes = async (
  product: Product,
  given: Parameters<typeof aFilledForm>[0] = {},
  share = true,
) => {
  const { reference } = await send(product, aFilledForm(given))
  await product.settle()
  await takeStep(product, reference, offer)
  const yes = { share, language: 'en', by: 'person' } as const
  await takeStep(product, reference, (standing, moment) => sayYes(standing, yes, moment), { is: 'person' })
  await product.settle()
  return reference
}

/** What a group's leader does with the e-mails about one referral. */
export const leaderOf = (product: Product, reference: string, address = leaderAddress) => {
  const mails = () => product.mailsTo(address).filter(({ subject }) => subject.includes(reference))
  const path = () => /\/facilitator\/[\w.-]+/.exec(mails()[0]?.text ?? '')?.[0] ?? ''
  const post = (fields: Record<string, string>) => product.postForm(path(), new URLSearchParams(fields))

  /** Asks for a code, a minute after whatever came before, and reads it in the newest e-mail. */
  const getCode = async () => {
    product.clock.moveForward(60_000)
    const before = mails().length
    await post({ action: 'send-code' })
    await product.settle()
    return mails().length > before ? (/Code: (\d{6})/.exec(mails().at(-1)?.text ?? '')?.[1] ?? '') : ''
  }

  const typeCode = (code: string) => post({ action: 'open', code })

  return {
    mails,
    path,
    post,
    getCode,
    typeCode,
    /** Opens the card; what is said on it goes with the pass that it holds. */
    async openCard() {
      const page: Reply = await typeCode(await getCode())
      const pass = sentFrom(page.body).get('pass')?.[0] ?? ''
      return {
        page,
        pass,
        async say(action: string, fields: Record<string, string> = {}) {
          const answered = await post({ action, pass, ...fields })
          await product.settle()
          return answered
        },
      }
    },
  }
}

/** What stands in the tables about one person, by their reference. */
export const recordsOf = (product: Product) => {
  const rowOf = async (reference: string) =>
    (await product.rows('intakes')).find((row) => row['reference'] === reference) ?? {}
  const referralsOf = async (reference: string) => {
    const { intakeId } = await rowOf(reference)
    return (await product.rows('referrals')).filter((row) => row['intakeId'] === intakeId)
  }
  const lettersOf = async (reference: string) => {
    const { intakeId } = await rowOf(reference)
    const rows = (await product.rows('emails')).filter((row) => row['subjectId'] === intakeId)
    return rows.map((row) => `${String(row['template'])} to ${String(row['to'])}`)
  }
  const trailOf = async (reference: string) => {
    const { intakeId } = await rowOf(reference)
    return (await product.rows('trail')).filter(
      ({ subjectId, by }) => subjectId === intakeId && by === 'facilitator',
    )
  }
  const tasksOf = async (reference: string) => {
    const { next, alsoNext } = await rowOf(reference)
    return [next, ...(alsoNext as unknown[])].flatMap((task) =>
      task ? [(task as { action: string }).action] : [],
    )
  }
  const placesTaken = async () =>
    (await product.rows('groups')).find(({ name }) => name === 'Steady Ground')?.['placesTaken']
  return { rowOf, referralsOf, lettersOf, trailOf, tasksOf, placesTaken }
}

export const steadyGround = aGroup({
  capacity: 100,
  facilitator: { name: 'Dana Reed', email: leaderAddress },
})

/** The next Tuesday at seven in the evening, wherever the clock of these tests has got to. */
export const tuesdayAfter = (product: Product) => {
  let at = Date.parse(tuesday7pm)
  while (at <= product.clock.now()) at += 7 * 24 * hour
  return new Date(at).toISOString()
}

/** A person who said yes, and whose first session the leader has set. */
export const schedule = async (product: Product) => {
  const reference = await askAndSayYes(product)
  const leader = leaderOf(product, reference)
  const session = tuesdayAfter(product)
  const card = await leader.openCard()
  await card.say('first-session', { session })
  return { reference, leader, session }
}

/** What a leader must not learn from an e-mail or from the page before the code. */
export const aboutThePerson =
  /robin|vale|@example\.org|312.?555|\b95112\b|something hard|weekday|trauma|english/i
