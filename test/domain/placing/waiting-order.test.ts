import { describe, expect, it } from 'vitest'

import { inWaitingOrder } from '../../../domain/placing/waiting-order.ts'
import { aGroup, asking } from '../../support/builders.ts'

const group = aGroup({ languages: ['en', 'es'], offers: ['captions'] })
const full = { placesTaken: 8, offers: [] }
const others = [aGroup({ ...full, groupId: 'a' }), aGroup({ ...full, groupId: 'b' })]
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

  it('goes to whoever it suits better, of those who have as many', () => {
    const wished = { groupId: 'c', offers: ['quiet', 'child-care'] as const, placesTaken: 8 }
    const elsewhere = asking({ asks: { wishes: { quiet: 'nice', 'child-care': 'nice' } } })
    const all = [group, aGroup({ ...wished, offers: [...wished.offers] })]

    expect(
      inWaitingOrder(
        group,
        [
          { intakeId: 'would rather be elsewhere', since: '2026-11-01', asking: elsewhere },
          { intakeId: 'would rather be here', since: '2026-11-20', asking: asking() },
        ],
        all,
      ),
    ).toEqual(['would rather be here', 'would rather be elsewhere'])
  })

  it('goes to whoever it suits much better, even if someone has one group less', () => {
    const three = [
      group,
      ...others,
      aGroup({ ...full, groupId: 'c', languages: ['es'], offers: ['quiet', 'child-care'] }),
    ]
    const fewer = asking({ asks: { wishes: { spanish: 'must', quiet: 'nice', 'child-care': 'nice' } } })
    const more = asking({ asks: { wishes: { captions: 'nice' } } })

    expect(
      inWaitingOrder(
        group,
        [
          { intakeId: 'two groups, the other better by far', since: '2026-11-01', asking: fewer },
          { intakeId: 'three groups, this the best', since: '2026-11-20', asking: more },
        ],
        three,
      )[0],
    ).toBe('three groups, this the best')
  })

  it('goes to whoever has waited longest, of those with the same claim', () => {
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
