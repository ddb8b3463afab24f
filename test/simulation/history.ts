import type { AttributeValue } from '@aws-sdk/client-dynamodb'

import { intakeMoves } from '../../domain/way/intake-moves.ts'
import { referralMoves } from '../../domain/way/referral-moves.ts'
import { localTables } from '../../local/create-tables.ts'
import type { Letter } from './aws/ses-model.ts'

/** What a person, a leader or someone of staff was told is done. */
interface Said {
  intakeId: string
  staffId: string
  step: string
}

type Item = Record<string, AttributeValue>
export type Written = { Put?: { TableName: string; Item: Item } }

const intakeWays = new Set(
  Object.values(intakeMoves).flatMap(({ from, to }) =>
    Object.values<readonly string[]>(from).flatMap((states) => states.map((state) => `${state} ${to}`)),
  ),
)
const referralWays = new Set(
  Object.values(referralMoves).flatMap(({ from, to }) => from.map((state: string) => `${state} ${to}`)),
)

/** What happened that the tables at the end do not tell. */
export const openHistory = () => {
  const states = new Map<string, string>()
  const revisions = new Map<string, number>()
  const broken: string[] = []

  const watchMove = ({ TableName, Item }: { TableName: string; Item: Item }) => {
    const isIntake = TableName === localTables.intakes
    if (!isIntake && TableName !== localTables.referrals) return
    const id = (isIntake ? Item['intakeId'] : Item['referralId'])?.S ?? ''
    const [before, after] = [states.get(id), Item['state']?.S ?? '']
    const [written, revision] = [revisions.get(id), Number(Item['revision']?.N ?? 0)]
    states.set(id, after)
    revisions.set(id, revision)
    if (written !== undefined && revision !== written + 1)
      broken.push(`A step was written over another that ${isIntake ? 'a request' : 'a referral'} had taken.`)
    const ways = isIntake ? intakeWays : referralWays
    if (before && before !== after && !ways.has(`${before} ${after}`))
      broken.push(`${isIntake ? 'A request' : 'A referral'} moved from ${before} to ${after}.`)
  }

  return {
    /** Forms that somebody was told we have, by submission. */
    accepted: new Set<string>(),
    /** Forms that were sent once more with other answers, and taken. */
    changed: new Set<string>(),
    /** Forms that somebody sent, whether or not they heard of it. */
    sent: new Set<string>(),
    said: [] as Said[],
    /** E-mails of which SES's report was heard before their lease was over. */
    heard: new Set<string>(),
    logLines: [] as string[],
    /** When SES took an e-mail first. */
    acceptedAtMs: new Map<string, number>(),
    /** What was seen to be wrong the moment it happened. */
    broken,
    /** A transaction was written. */
    written: (items: readonly Written[]) => {
      for (const { Put } of items) if (Put) watchMove(Put)
    },
    letters: [] as Letter[],
  }
}
