import { describe, expect, it } from 'vitest'

import { emailMoves, emailStates } from '../../../domain/letters/email.ts'
import { intakeMoves, mayMove } from '../../../domain/way/intake-moves.ts'
import { intakeStates } from '../../../domain/way/intake.ts'
import { referralMoves } from '../../../domain/way/referral-moves.ts'
import { holdsPlace, referralStates } from '../../../domain/way/referral.ts'

interface Move {
  from: readonly string[] | Partial<Record<string, readonly string[]>>
  to: string
}

const sourcesOf = ({ from }: Move): readonly (string | undefined)[] =>
  Array.isArray(from) ? from : Object.values(from).flat()

const reachable = (first: string, moves: Record<string, Move>) => {
  const seen = new Set<string | undefined>([first])
  for (const _ of Object.keys(moves))
    for (const move of Object.values(moves))
      if (sourcesOf(move).some((state) => seen.has(state))) seen.add(move.to)
  return seen
}

describe('every state', () => {
  it.each<[string, string, Record<string, Move>, readonly string[]]>([
    ['of an intake', 'received', intakeMoves, intakeStates],
    ['of a referral', 'proposed', referralMoves, referralStates],
    ['of an e-mail', 'pending', emailMoves, emailStates],
  ])('%s can be reached', (_, first, moves, states) => {
    expect(reachable(first, moves)).toEqual(new Set(states))
  })
})

describe('a place', () => {
  it('is freed by exactly those moves that leave a state which holds one for one that does not', () => {
    for (const move of Object.values(referralMoves)) {
      const frees = move.from.every(holdsPlace) && !holdsPlace(move.to)

      expect('freesThePlace' in move).toBe(frees)
    }
  })

  it('is never taken up by anyone but the person, or by staff who heard it from them', () => {
    expect(referralMoves['say-yes'].by).toEqual(['person', 'staff'])
  })

  it.each(['urgent', 'needs-staff', 'suggested', 'withdrawn', 'erased'] as const)(
    'is never given by the machine to someone who is %s',
    (state) => {
      expect(mayMove('machine', state, 'referred')).toBe(false)
    },
  )
})
