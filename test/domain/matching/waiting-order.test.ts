import { describe, expect, it } from 'vitest'

import { inWaitingOrder } from '../../../domain/matching/waiting-order.ts'
import { aGroup, asking } from '../../support/builders.ts'

const group = aGroup({ languages: ['en', 'es'] })
const others = [aGroup({ groupId: 'a', placesTaken: 8 }), aGroup({ groupId: 'b', placesTaken: 8 })]
const directory = [group, ...others]

const onlySpanish = asking({ asks: { wishes: { spanish: 'must' } } })

const order = (...waiting: Parameters<typeof inWaitingOrder>[1]) => inWaitingOrder(group, waiting, directory)

describe('a freed place', () => {
  it('goes to whoever has the fewest other groups to hope for, before whoever has waited longer', () => {
    expect(
      order(
        { intakeId: 'any group suits', since: '2026-11-01', asking: asking() },
        { intakeId: 'few groups suit', since: '2026-11-20', asking: onlySpanish },
      ),
    ).toEqual(['few groups suit', 'any group suits'])
  })

  it('goes to whoever has waited longest, of those who have as many', () => {
    expect(
      order(
        { intakeId: 'later', since: '2026-11-02', asking: asking() },
        { intakeId: 'sooner', since: '2026-11-01', asking: asking() },
      ),
    ).toEqual(['sooner', 'later'])
  })

  it('is not offered to someone whom the group does not suit, or who has tried it', () => {
    expect(
      order(
        { intakeId: 'grief', since: '2026-11-01', asking: asking({ asks: { topics: ['grief'] } }) },
        { intakeId: 'tried', since: '2026-11-01', asking: asking({ excluding: [group.groupId] }) },
      ),
    ).toEqual([])
  })
})
