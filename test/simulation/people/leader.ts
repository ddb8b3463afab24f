import { comingSessions } from '../../../domain/way/first-session.ts'
import { groupDeclineReasons } from '../../../domain/way/referral.ts'
import type { Letter } from '../aws/ses-model.ts'
import type { World } from '../world.ts'

const hour = 3_600_000

const referredIn = (text: string) => /\/facilitator\/[\w.-]+/.exec(text)?.[0]

/** What a group's leader says of someone, by how far they are. */
const whatToSay = async (path: string, world: World): Promise<Record<string, string> | null> => {
  const { chance } = world
  const referral = await world.referralOf('facilitator', path)
  switch (referral?.state) {
    case 'accepted': {
      const [session = ''] = comingSessions(referral.suggestion, world.instant(), 1)
      return chance.happens(0.2)
        ? { action: 'declined', because: chance.pick(groupDeclineReasons) }
        : { action: 'first-session', session }
    }
    case 'scheduled':
    case 'no-show':
      return { action: chance.pick(['came', 'came', 'missed', 'no-longer-comes']) }
    case 'attended':
      return chance.happens(0.1) ? { action: 'no-longer-comes' } : null
    default:
      return null
  }
}

/** A group's leader opens a letter, asks for the code, types it, and answers; or leaves it for the phone. */
export const leaderReads = (letter: Letter, world: World) => async () => {
  const { ask, chance, pause } = world
  const path = referredIn(letter.text)
  if (!path || chance.happens(0.2)) return
  await pause(chance.between(60_000, 30 * hour))
  const post = (fields: Record<string, string>) => ask('POST', path, new URLSearchParams(fields))
  await post({ action: 'send-code' })
  await pause(chance.between(60_000, 10 * 60_000))
  const code = world.newestCodeFor(letter.to)
  const opened = await post({ action: 'open', code })
  const pass = /name="pass" value="([^"]+)"/.exec(opened.body)?.[1]
  const said = await whatToSay(path, world)
  if (!pass || !said) return
  for (let tries = 0; tries < 3; tries += 1) {
    const answer = await post({ pass, ...said })
    if (answer.status === 200 && said['action'] === 'first-session') await world.saidFirstSession(path)
    if (answer.status < 500) return
    await pause(chance.between(1_000, 5 * 60_000))
  }
}
