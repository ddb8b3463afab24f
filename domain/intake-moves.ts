import type { IntakeState } from './intake.ts'

type Who = 'machine' | 'staff' | 'person'

interface IntakeMove {
  from: readonly IntakeState[]
  to: IntakeState
  by: readonly Who[]
}

const open = ['received', 'urgent', 'needs-staff', 'waiting', 'suggested', 'referred'] as const

/** Where the machine may look for a group by itself: never for someone who is not safe, or whom staff must place. */
const machineLooks = ['received', 'waiting'] as const

/** Every way an intake can move. The conditions on writes are made from this table. */
export const intakeMoves = {
  'flag-urgent': { from: open, to: 'urgent', by: ['machine', 'staff'] },
  'ask-staff': { from: [...machineLooks, 'referred'], to: 'needs-staff', by: ['machine', 'staff'] },
  wait: { from: [...machineLooks, 'needs-staff', 'referred'], to: 'waiting', by: ['machine', 'staff'] },
  suggest: {
    from: [...machineLooks, 'needs-staff', 'urgent', 'referred'],
    to: 'suggested',
    by: ['machine', 'staff'],
  },
  refer: {
    from: [...machineLooks, 'needs-staff', 'urgent', 'suggested'],
    to: 'referred',
    by: ['machine', 'staff'],
  },
  close: { from: open, to: 'closed', by: ['machine', 'staff'] },
  withdraw: { from: [...open, 'closed'], to: 'withdrawn', by: ['person', 'staff'] },
  erase: { from: [...open, 'closed', 'withdrawn'], to: 'erased', by: ['machine', 'person', 'staff'] },
} as const satisfies Record<string, IntakeMove>
