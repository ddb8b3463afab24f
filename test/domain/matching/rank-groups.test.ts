import { describe, expect, it } from 'vitest'

import { chooseGroup } from '../../../domain/matching/choose-group.ts'
import { rankGroups } from '../../../domain/matching/rank-groups.ts'
import { aGroup, anOpenMeeting, asking, placePrices } from '../../support/builders.ts'

const morning = [{ weekday: 3, startsAt: '09:00', durationMinutes: 60 }]
const other = (groupId: string, given: Parameters<typeof aGroup>[0] = {}) =>
  aGroup({ groupId, name: groupId, ...given })

describe('what staff pick from', () => {
  it('stands in the order of the machine’s own choice', () => {
    const groups = [other('far', { venue: { ...aGroup().venue!, latitude: 37.4 } }), other('near'), aGroup()]

    const prices = placePrices({ near: 200 })
    const { places } = rankGroups(asking(), groups, prices)
    const { held, alternatives } = chooseGroup(asking(), groups, prices)

    expect(places).toEqual([held, ...alternatives])
    expect(places.at(-1)?.groupId).toBe('near')
  })

  it('names everything that keeps a group from fitting, what has least in its way first', () => {
    const groups = [
      other('two', { sessions: morning, topics: ['grief'] }),
      other('one', { sessions: morning }),
      other('fits'),
    ]

    const { near } = rankGroups(asking(), groups)

    expect(
      near.map(({ suggestion, exclusions }) => [suggestion.name, exclusions.map(({ rule }) => rule)]),
    ).toEqual([
      ['one', ['other-time']],
      ['two', ['other-topic', 'other-time']],
    ])
  })

  it('never says that a group is about what was asked for when it is not', () => {
    const [miss] = rankGroups(asking(), [other('grief', { topics: ['grief'] })]).near

    expect(miss?.suggestion.reasons.map(({ because }) => because)).not.toContain('topic')
    expect(miss?.suggestion.score).toBe(miss?.suggestion.reasons.reduce((sum, { points }) => sum + points, 0))
  })

  it.each([
    ['is full', { sessions: morning, placesTaken: 8 }],
    ['is for other ages', { minimumAge: 70 }],
    ['is not licensed there', { formats: ['video' as const], licensedStates: ['NY' as const] }],
    ['does not run', { status: 'paused' as const }],
    ['is across the country', { venue: { ...aGroup().venue!, latitude: 40.7, longitude: -74 } }],
  ])('holds no group that %s', (_, given) => {
    expect(rankGroups(asking(), [other('out', given)]).near).toEqual([])
  })

  it('holds no open meeting, for there is no place in it to hold', () => {
    const { places, near } = rankGroups(asking({ asks: { topics: ['drinking'] } }), [anOpenMeeting()])

    expect([places, near]).toEqual([[], []])
  })

  it('tells of full groups that would fit', () => {
    expect(rankGroups(asking(), [other('full', { placesTaken: 8 })]).full.map(({ name }) => name)).toEqual([
      'full',
    ])
  })
})
