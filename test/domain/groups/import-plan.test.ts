import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type Group, type GroupFacts, groupFactsSchema } from '../../../domain/groups/group.ts'
import { planImport } from '../../../domain/groups/import-plan.ts'
import { aGroup } from '../../support/builders.ts'

const now = '2026-11-23T12:00:00Z'
const later = '2026-11-24T12:00:00Z'

const factsOf = (group: Group): GroupFacts => groupFactsSchema.parse(group)
const said = (externalId: string, given: Partial<Group> = {}, status: 'active' | 'paused' | null = null) => ({
  externalId,
  facts: factsOf(aGroup(given)),
  status,
})
const many = (count: number) => Array.from({ length: count }, (_, index) => said(String(index)))

const plan = (
  current: Group[],
  incoming: ReturnType<typeof said>[],
  more: { unread?: string[]; allowShrink?: boolean } = {},
) => planImport({ current, incoming, feedId: 'riverside', now: later, ...more })

const imported = (...incoming: ReturnType<typeof said>[]) =>
  planImport({ current: [], incoming, feedId: 'riverside', now }).added

describe('planning an import', () => {
  it('adds a group that is new, with no place taken', () => {
    expect(imported(said('12', { name: 'Harbor' }))).toMatchObject([
      {
        schema: 1,
        groupId: 'riverside/12',
        feedId: 'riverside',
        externalId: '12',
        name: 'Harbor',
        status: 'active',
        placesTaken: 0,
        version: 1,
        verifiedAt: now,
      },
    ])
  })

  it('gives an id that can stand in an address, another for each group', () => {
    const ids = imported(said('a b'), said('a/b'), said('a%20b'), said('ä')).map(({ groupId }) => groupId)

    expect(new Set(ids).size).toBe(4)
    for (const id of ids) expect(id).toMatch(/^riverside\/[A-Za-z0-9%.!~*'()_-]+$/)
  })

  it('changes nothing the second time', () => {
    const incoming = [said('1'), said('2', { name: 'Harbor' })]

    const again = plan(imported(...incoming), incoming)

    expect(again).toMatchObject({
      added: [],
      changed: [],
      returned: [],
      removed: [],
      kept: [],
      refused: null,
    })
    expect(again.unchanged).toHaveLength(2)
  })

  it('changes nothing when a database gives the fields back in another order', () => {
    const [group] = imported(said('1'))
    const reversed = Object.fromEntries(Object.entries(group!).toReversed()) as Group

    expect(plan([reversed], [said('1')]).unchanged).toHaveLength(1)
  })

  it.each<[string, Partial<Group>]>([
    ['the day', { sessions: [{ weekday: 5, startsAt: '18:00', durationMinutes: 60 }] }],
    ['the place', { venue: { name: 'Hall', address: '2 Quay', latitude: 37.1, longitude: -121.1 } }],
    ['the topics', { topics: ['grief', 'worry'] }],
    ['the capacity', { capacity: 33 }],
    ['who it is kept for', { keptFor: ['veterans'] }],
    ['the formats', { formats: ['phone'] }],
    ['the licence', { licensedStates: ['NV'] }],
    ['the cost', { costCents: 999 }],
    ['the zone', { timeZone: 'America/Denver' }],
    ['the first day', { startsOn: '2027-01-05' }],
    ['the ages', { minimumAge: 21, maximumAge: 30 }],
  ])('raises the version when %s changes, so that a place held on old facts is refused', (_fact, given) => {
    const { changed } = plan(imported(said('1')), [said('1', given)])

    expect(changed).toMatchObject([
      { before: { version: 1 }, after: { version: 2, verifiedAt: later, ...given } },
    ])
  })

  it.each<[string, Partial<Group>]>([
    ['its notes', { notes: 'Ring twice.' }],
    ['its link', { url: 'https://example.org/new' }],
    ['its facilitator', { facilitator: { name: 'Ellis Moreau', email: null } }],
    ['its name', { name: 'Another name' }],
  ])('keeps the version when only %s change', (_fact, given) => {
    const { changed } = plan(imported(said('1')), [said('1', given)])

    expect(changed).toMatchObject([{ after: { version: 1, ...given } }])
  })

  it('removes a group that is no longer named, and only once', () => {
    const current = imported(said('1'), said('2'))

    const { removed } = plan(current, [said('1')])

    expect(removed).toMatchObject([{ after: { externalId: '2', status: 'gone', version: 2 } }])
    expect(plan([removed[0]!.after], [said('1')]).removed).toEqual([])
  })

  it('takes a group back that is named again, with the places that were taken', () => {
    const gone: Group = { ...imported(said('1'))[0]!, status: 'gone', version: 4, placesTaken: 3 }

    expect(plan([gone], [said('1')]).returned).toMatchObject([
      { after: { status: 'active', version: 5, placesTaken: 3 } },
    ])
  })

  it('leaves a group paused that staff have paused, unless the file says otherwise', () => {
    const paused: Group = { ...imported(said('1'))[0]!, status: 'paused' }

    expect(plan([paused], [said('1')]).unchanged).toHaveLength(1)
    expect(plan([paused], [said('1', {}, 'active')]).changed).toMatchObject([{ after: { status: 'active' } }])
  })

  it('leaves a group as it is when its row could not be read', () => {
    const outcome = plan(imported(said('1'), said('2')), [said('1')], { unread: ['2'] })

    expect(outcome.removed).toEqual([])
    expect(outcome.kept).toMatchObject([{ externalId: '2', status: 'active' }])
  })

  it('never removes anything because of an empty file, even when told to believe it', () => {
    expect(plan(imported(said('1')), [], { allowShrink: true }).refused).toContain('no group in this file')
  })

  it.each([
    [10, 5, false],
    [10, 4, true],
    [9, 1, false],
    [100, 49, true],
  ])('of %i groups believes a file of %i: refused is %s', (before, after, isRefused) => {
    const { refused } = plan(imported(...many(before)), many(after))

    expect(refused !== null).toBe(isRefused)
  })

  it('believes a file that leaves out most groups when told to', () => {
    const { refused, removed } = plan(imported(...many(20)), many(2), { allowShrink: true })

    expect(refused).toBeNull()
    expect(removed).toHaveLength(18)
  })

  it('never touches a place taken, and accounts for each group once', () => {
    const ids = fc.uniqueArray(fc.nat(30).map(String))
    const group = fc.record({
      placesTaken: fc.nat(5),
      status: fc.constantFrom('active' as const, 'paused' as const, 'gone' as const),
    })
    fc.assert(
      fc.property(
        ids,
        ids,
        ids,
        fc.array(group, { minLength: 31, maxLength: 31 }),
        (had, names, unread, states) => {
          const current = imported(...had.map((id) => said(id)))
          for (const one of current) Object.assign(one, states[Number(one.externalId)])

          const outcome = plan(
            current,
            names.map((id) => said(id, { capacity: Number(id) })),
            { unread },
          )

          const changes = [...outcome.changed, ...outcome.returned, ...outcome.removed]
          for (const { before, after } of changes) {
            expect(after.placesTaken).toBe(before.placesTaken)
            expect(after.version).toBeGreaterThanOrEqual(before.version)
          }
          const accounted = [...changes.map(({ before }) => before), ...outcome.unchanged, ...outcome.kept]
          expect(new Set(accounted.map(({ groupId }) => groupId)).size).toBe(accounted.length)
          const stayGone = current.filter(
            ({ status, externalId }) => status === 'gone' && !names.includes(externalId),
          )
          expect(accounted.length + stayGone.length).toBe(current.length)
        },
      ),
    )
  })
})
