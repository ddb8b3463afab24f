import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'

import { chooseGroup } from '../../domain/choose-group.ts'
import { intakeAfter, outcomeOf } from '../../domain/outcome.ts'
import { standingOf } from '../../domain/stage.ts'
import { asOf } from '../../domain/suggestion.ts'
import { aGroup, aMoment, anIntake, anOffice, asking, monday9am } from '../support/builders.ts'

const decision = chooseGroup(asking(), [aGroup()])
const kept = intakeAfter(
  anIntake(),
  decision,
  outcomeOf(anIntake(), decision, monday9am, anOffice()),
  aMoment(),
)
const at = (iso: string) => Temporal.Instant.from(iso)

describe('where things stand', () => {
  it('is told with the day that was promised, two working days on', () => {
    expect(standingOf(kept, monday9am, anOffice())).toEqual({
      stage: 'referred',
      nextAt: '2026-11-26T01:00:00Z',
      isLate: false,
    })
  })

  it('admits that we are late once that day has passed', () => {
    expect(standingOf(kept, at('2026-11-26T01:00:00Z'), anOffice())).toMatchObject({ isLate: true })
  })

  it('promises nothing more to someone who has withdrawn', () => {
    expect(standingOf({ ...kept, state: 'withdrawn' }, monday9am, anOffice())).toEqual({
      stage: 'closed',
      nextAt: null,
      isLate: false,
    })
  })
})

describe('a suggestion that is read weeks later', () => {
  it('names the session that is next then', () => {
    const suggestion = decision.held
    if (!suggestion) throw new Error('Nothing was held.')

    expect(suggestion.nextSessionAt).toBe('2026-11-25T03:00:00Z')
    expect(asOf(suggestion, at('2026-12-17T00:00:00Z')).nextSessionAt).toBe('2026-12-23T03:00:00Z')
  })
})
