import type { IntakeState } from './intake.ts'

type Who = 'machine' | 'staff' | 'person'

interface IntakeMove {
  to: IntakeState
  /** Who may make this move, and from where. */
  from: Partial<Record<Who, readonly IntakeState[]>>
}

const open = ['urgent', 'needs-staff', 'waiting', 'suggested', 'referred'] as const

/** Where the machine may choose by itself: never for someone who is not safe, or whom staff must place. */
const machineChooses = ['received', 'waiting'] as const

/** Every way an intake can move. */
export const intakeMoves = {
  'flag-urgent': { to: 'urgent', from: { machine: ['received', ...open], staff: open } },
  'ask-staff': { to: 'needs-staff', from: { machine: [...machineChooses, 'referred'], staff: open } },
  wait: {
    to: 'waiting',
    from: { machine: [...machineChooses, 'referred'], staff: open, person: ['suggested', 'referred'] },
  },
  suggest: { to: 'suggested', from: { machine: machineChooses, staff: open } },
  refer: { to: 'referred', from: { machine: machineChooses, staff: open } },
  close: {
    to: 'closed',
    from: { machine: ['suggested', 'referred'], staff: open, person: ['waiting', 'suggested', 'referred'] },
  },
  withdraw: { to: 'withdrawn', from: { person: [...open, 'closed'], staff: [...open, 'closed'] } },
  erase: {
    to: 'erased',
    from: {
      machine: ['closed', 'withdrawn'],
      person: [...open, 'closed', 'withdrawn'],
      staff: [...open, 'closed', 'withdrawn'],
    },
  },
} as const satisfies Record<string, IntakeMove>

/** Whether the table lets this one move an intake so. Staying where it is, is no move. */
export const mayMove = (who: Who, from: IntakeState, to: IntakeState) =>
  Object.values<IntakeMove>(intakeMoves).some(
    (move) => move.to === to && (move.from[who] ?? []).includes(from),
  )
