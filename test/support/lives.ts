import { came, missed, setFirstSession } from '../../domain/way/steps/attendance.ts'
import { done } from '../../domain/way/steps/contact.ts'
import { offer, sayNo, sayYes } from '../../domain/way/steps/offer.ts'
import { closeRequest } from '../../domain/way/steps/place.ts'
import { pollQueue } from '../../local/poll-queue.ts'
import { runSchedules } from '../../local/workers.ts'
import { aGroup, anOpenMeeting } from './builders.ts'
import { leaderOf } from './leader.ts'
import { sentFrom } from './page-parts.ts'
import { aFilledForm, byPhoneOnly } from './person.ts'
import type { Product } from './product.ts'
import type { LinkKind, RecordedPerson } from './recorded-version.ts'
import { takeStep } from './steps.ts'

/*
 * People who live through a version of the product, each to another point of the way. Names and addresses are invented.
 */

const leaderOfTheLives = 'dana.reed@steady.example.org'
const tuesday7pm = '2026-11-25T03:00:00.000Z'
const nextTuesday7pm = '2026-12-09T03:00:00.000Z'

const groups = [
  aGroup({ capacity: 40, facilitator: { name: 'Dana Reed', email: leaderOfTheLives } }),
  aGroup({
    groupId: 'riverside/quiet-harbour',
    externalId: 'quiet-harbour',
    name: 'Quiet Harbour',
    topics: ['grief'],
    capacity: 1,
  }),
  anOpenMeeting(),
]

type Given = Parameters<typeof aFilledForm>[0]
type Step = Parameters<typeof takeStep>[2]
type Life = RecordedPerson & { form: URLSearchParams }

const yes: Step = (standing, moment) =>
  sayYes(standing, { share: true, language: 'en', by: 'person' }, moment)
const noAndLook: Step = (standing, moment) => sayNo(standing, { another: true, by: 'person' }, moment)
const formIsRead: Step = (standing, moment) => done(standing, 'read-form', moment)
const firstSession =
  (at: string): Step =>
  (standing, moment) =>
    setFirstSession(standing, { at, by: 'facilitator' }, moment)

const queueOf = ({ sources }: Product, name: string) => {
  const source = sources.find(({ url }) => url.endsWith(`-${name}`))
  if (!source) throw new Error(`This version has no queue ${name}.`)
  return source
}

/** Someone else's guess of a code of so many digits. */
const wrong = (code: string) => String((Number(code) + 1) % 10 ** code.length).padStart(code.length, '0')

/** Lets everyone live through it, and leaves what is in flight at the end where it is. */
export const liveThroughIt = async (product: Product) => {
  const people = new Map<string, Life>()
  const lifeOf = (life: string) => {
    const one = people.get(life)
    if (!one) throw new Error(`Nobody lives as ${life}.`)
    return one
  }
  const moveTo = (iso: string) => product.clock.moveForward(Date.parse(iso) - product.clock.now())

  /** Sends a form and reads the confirmation; the message waits in the queue. */
  const asks = async (life: string, given: Given = {}) => {
    const address = `${life}@example.org`
    const form = aFilledForm({ name: `${life.replaceAll('-', ' ')} Vale`, email: address, ...given })
    const sent = await product.postForm('/intakes', form)
    const { pathname } = new URL(sent.headers['location'] ?? '', 'http://localhost')
    const { body } = await product.get(pathname)
    const read = (pattern: RegExp) => pattern.exec(body)?.[1] ?? ''
    people.set(life, {
      form,
      life,
      reference: read(/"reference">\s*(\w{3}-\w{3}-\w{3})\s*</),
      address,
      code: read(/"reference">\s*(\d{4})\s*</),
      paths: { sent: pathname, status: read(/(\/status\/[\w.-]+)/) },
      pages: {},
    })
  }
  const asksAndIsMatched = async (life: string, given: Given = {}) => {
    await asks(life, given)
    await product.settle()
  }
  const take = (life: string, decide: Step) => takeStep(product, lifeOf(life).reference, decide)
  const steps = async (life: string, ...decisions: Step[]) => {
    for (const decide of decisions) {
      await take(life, decide)
      await product.settle()
    }
  }
  const asksAgain = async (life: string, given: Record<string, string>) => {
    const { form } = lifeOf(life)
    for (const [name, value] of Object.entries(given)) form.set(name, value)
    await product.postForm('/intakes', form)
  }
  /** Works on one queue until it is empty, and leaves the others alone. */
  const workOn = async (name: string) => {
    for (let taken = 1; taken > 0;) taken = await pollQueue(queueOf(product, name), 0)
  }
  const post = (path: string, fields: Record<string, string>) =>
    product.postForm(path, new URLSearchParams(fields))
  const doorOf = (life: string) => leaderOf(product, lifeOf(life).reference, leaderOfTheLives)

  /** The newest link in a person's mail to a page of this name. */
  const pathIn = (life: string, page: LinkKind) => {
    const texts = product.mailsTo(lifeOf(life).address).map(({ text }) => text)
    const text = texts.findLast((one) => one.includes(`/${page}/`)) ?? ''
    return new RegExp(`/${page}/[\\w.-]+`).exec(text)?.[0]
  }

  await product.addGroups(...groups)

  // Monday: those whose way is a long one.
  for (const life of ['attended', 'missed']) {
    await asksAndIsMatched(life)
    await steps(life, offer, yes, firstSession(tuesday7pm))
  }
  await asksAndIsMatched('suggested', { topics: 'drinking' })
  await steps('suggested', formIsRead)
  await asksAndIsMatched('closed', { topics: 'grief' })
  await asksAndIsMatched('waiting', { topics: 'grief' })
  await steps('waiting', formIsRead)

  // Wednesday: who came, and who did not.
  moveTo('2026-11-25T18:00:00Z')
  await product.sweep()
  await steps('attended', (standing, moment) => came(standing, 'facilitator', moment))
  await steps('missed', (standing, moment) => missed(standing, 'facilitator', moment))
  await asksAndIsMatched('let-it-pass')
  await steps('let-it-pass', offer)

  // The days after: people are asked how it goes, and an offer that nobody answers comes to its end.
  for (const day of ['27', '30']) {
    moveTo(`2026-11-${day}T18:30:00Z`)
    await product.sweep()
  }

  // Monday again: those who are on their way now.
  await asksAndIsMatched('scheduled')
  await steps('scheduled', offer, yes, firstSession(nextTuesday7pm))
  await asksAndIsMatched('proposed')
  await asksAndIsMatched('urgent', { safety: 'might-hurt', helpSeen: 'yes' })
  await asksAndIsMatched('by-phone', byPhoneOnly)
  await steps('by-phone', offer)
  await asksAndIsMatched('says-yes')
  await asksAndIsMatched('says-no', { language: 'es' })
  await asksAndIsMatched('read-by-others', { emailPrivacy: 'shared' })
  for (const life of ['says-yes', 'says-no', 'read-by-others']) await steps(life, offer)
  for (const life of ['accepted', 'door-open', 'door-locked']) {
    await asksAndIsMatched(life)
    await steps(life, offer, yes)
  }
  await asksAndIsMatched('sent-again')
  await asksAgain('sent-again', { travelMiles: '25' })
  await asksAndIsMatched('erased', { topics: 'not-sure' })
  const erased = (await product.rows('intakes')).find(
    ({ reference }) => reference === lifeOf('erased').reference,
  )
  await product.erase(String(erased?.['intakeId']))

  // A letter of which nobody knows whether it went out, and whose lease is over.
  await asksAndIsMatched('nobody-knows')
  for (const life of ['reported', 'comes-back', 'looks-again']) await asksAndIsMatched(life)
  await steps('looks-again', offer)
  await take('nobody-knows', offer)
  product.aws.ses.faults.next(['timeout-before-send'])
  await product.settle()
  product.clock.moveForward(16 * 60_000)

  // Codes: typed right, typed wrong until nothing opens any more, and one that is still in the leader's mailbox.
  const readByOthers = lifeOf('read-by-others')
  const opened = await post(pathIn('read-by-others', 'offer') ?? '', { code: readByOthers.code })
  readByOthers.pass = sentFrom(opened.body).get('pass')?.[0] ?? ''
  const proposed = lifeOf('proposed')
  for (let tries = 0; tries < 10; tries += 1)
    await post(proposed.paths.status ?? '', { code: wrong(proposed.code) })
  lifeOf('door-open').pass = (await doorOf('door-open').openCard()).pass
  const code = await doorOf('door-locked').getCode()
  for (let tries = 0; tries < 5; tries += 1) await doorOf('door-locked').typeCode(wrong(code))
  lifeOf('accepted').leaderCode = await doorOf('accepted').getCode()

  // What is in flight at the end. Two letters went out, and what SES says of them is under way.
  await take('reported', offer)
  product.aws.ses.faults.next(['timeout-after-send'])
  await workOn('emails')
  await take('comes-back', offer)
  await workOn('emails')
  // Two letters wait: only matching has its turn.
  for (const life of ['waits', 'waits-too']) await asks(life)
  await workOn('intakes')
  await take('waits', offer)
  // A place is given back, someone is to be looked at again, and forms are sent once, twice, and with other answers.
  await take('closed', (standing, moment) => closeRequest(standing, 'helped-elsewhere', moment))
  await take('looks-again', noAndLook)
  await asks('asked')
  await asks('asked-twice')
  await asksAgain('asked-twice', {})
  await asksAgain('asked-twice', { travelMiles: '25' })
  // The minute comes round: whatever is due is put into the queues, some of it for the second time.
  await runSchedules()

  return { people, pathIn, doorOf }
}

export type Lives = Awaited<ReturnType<typeof liveThroughIt>>
