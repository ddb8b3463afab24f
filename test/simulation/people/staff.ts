import { ruleSchema } from '../../../domain/matching/decision.ts'
import { seenOf } from '../../../domain/staff/seen.ts'
import { tasksOf } from '../../../domain/staff/tasks.ts'
import { closeReasons, type Intake } from '../../../domain/way/intake.ts'
import type { StaffAction } from '../../../domain/way/next-action.ts'
import { type Referral, staffDeclineReasons } from '../../../domain/way/referral.ts'
import type { World } from '../world.ts'

const hour = 3_600_000

type Said = Record<string, string | readonly string[]>

const isStaffAction = (action: string | undefined): action is StaffAction => action !== undefined

/** What staff have to do with someone: what stands on the request, and what stands on the place that is held. */
const actionsFor = (intake: Intake, referral: Referral | null) =>
  [...tasksOf(intake), ...(referral?.next ? [referral.next] : [])]
    .filter(({ owner }) => owner === 'staff')
    .map(({ action }) => action)
    .filter(isStaffAction)

/** Staff pick a group themselves, and say that they know what does not fit. */
const anotherGroup = ({ chance, groups }: World): Said => ({
  step: 'other-group',
  groupId: chance.pick(groups).groupId,
  know: ruleSchema.options,
})

const onTheDay = ({ now, chance }: World): Said => ({
  step: 'first-session',
  session: 'other',
  date: new Date(now() + chance.between(1, 4) * 24 * hour).toISOString().slice(0, 10),
  time: '19:00',
})

/** One of the things that can be done about a task, the likeliest most often. */
const decisionOn = (action: StaffAction, world: World): Said => {
  const { chance } = world
  const done: Said = { step: 'done', action }
  const called: Said = { step: 'attempt', channel: 'call' }
  switch (action) {
    case 'review-referral':
      return chance.pick<Said>([
        { step: 'offer' },
        { step: 'offer' },
        { step: 'offer' },
        { step: 'offer' },
        { step: 'decline', because: chance.pick(staffDeclineReasons) },
        anotherGroup(world),
        { step: 'wait' },
      ])
    case 'find-another-way':
      return chance.pick<Said>([
        anotherGroup(world),
        { step: 'look-again' },
        { step: 'wait' },
        { step: 'close', because: 'helped-elsewhere' },
      ])
    case 'read-changes':
      return chance.pick<Said>([{ step: 'use-changes' }, { step: 'keep-first' }])
    case 'arrange-first-session':
      return chance.pick<Said>([onTheDay(world), onTheDay(world), { step: 'leave', another: 'yes' }])
    case 'say-who-came':
      return chance.pick<Said>([{ step: 'came' }, { step: 'came' }, { step: 'missed' }])
    case 'call-after-missed':
      return chance.pick<Said>([onTheDay(world), { step: 'came' }, { step: 'leave', another: 'no' }, called])
    case 'tell-by-phone':
      return chance.pick<Said>([
        { step: 'say-yes', share: chance.pick(['yes', 'no']) },
        { step: 'say-no', another: chance.pick(['yes', 'no']) },
        done,
        called,
      ])
    case 'reach-facilitator':
      return chance.pick<Said>([done, onTheDay(world), { step: 'leave', another: 'yes' }])
    default:
      return chance.pick<Said>([done, done, done, called, { step: 'give-up' }])
  }
}

const formOf = (said: Said) => {
  const form = new URLSearchParams({ confirm: 'yes' })
  for (const [name, values] of Object.entries(said))
    for (const value of [values].flat()) form.append(name, value)
  return form
}

/** Someone of staff does what they think right about one person, from what they have on their screen. */
const decides =
  (intake: Intake, referral: Referral | null, said: Said, staffId: string, openForMs: number, world: World) =>
  async () => {
    const { chance, pause } = world
    const seen = seenOf({ intake, referral })
    await pause(openForMs)
    const form = formOf(said)
    form.set('seen', seen)
    form.set('shownAt', new Date(world.now()).toISOString())
    for (let tries = 0; tries < 3; tries += 1) {
      const { status } = await world.askAsStaff(staffId, `/staff/intakes/${intake.reference}`, form)
      if (status === 303) return void world.saidByStaff(intake.intakeId, staffId, String(said['step']))
      if (status < 500) return
      await pause(chance.between(1_000, 60_000))
    }
  }

/** The intake office: now and then someone opens the inbox and works on something in it; sometimes two on the same. */
export const office = (world: World) => async () => {
  const { chance, pause, begin, standings } = world
  while (world.isOpen()) {
    await pause(chance.between(20 * 60_000, 4 * hour))
    const withTasks = standings().filter(({ intake, referral }) => actionsFor(intake, referral).length > 0)
    const [first, ...rest] = withTasks
    if (first === undefined) continue
    const { intake, referral } = chance.pick([first, ...rest])
    const [one, ...more] = actionsFor(intake, referral)
    if (one === undefined) continue
    // The page was open for a while; when two press, they do within the same second.
    const openForMs = chance.between(1_000, 5 * 60_000)
    const decide = (staffId: string) => {
      const said = chance.happens(0.03)
        ? { step: 'close', because: chance.pick(closeReasons) }
        : decisionOn(chance.pick([one, ...more]), world)
      begin(`${staffId} decides`, decides(intake, referral, said, staffId, openForMs, world))
    }
    decide('ada')
    if (chance.happens(0.2)) decide('sam')
  }
}
