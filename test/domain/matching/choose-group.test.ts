import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Group } from '../../../domain/groups/group.ts'
import { topics } from '../../../domain/groups/topic.ts'
import { kindWishes, accessWishes } from '../../../domain/groups/wish.ts'
import { chooseGroup } from '../../../domain/matching/choose-group.ts'
import { aGroup, anOpenMeeting, asking, placePrices } from '../../support/builders.ts'

const held = (group: Partial<Group>, given: Parameters<typeof asking>[0] = {}) =>
  chooseGroup(asking(given), [aGroup(group)]).held?.name ?? null

const whyNot = (group: Partial<Group>, given: Parameters<typeof asking>[0] = {}) =>
  Object.keys(chooseGroup(asking(given), [aGroup(group)]).excluded)

describe('choosing a group', () => {
  it('holds a place in a group that suits', () => {
    expect(held({})).toBe('Steady Ground')
  })

  it('never chooses a group that is full', () => {
    const decision = chooseGroup(asking(), [aGroup({ capacity: 8, placesTaken: 8 })])

    expect(decision).toMatchObject({ held: null, isFull: true, excluded: { full: 1 } })
  })

  it('counts a group as full whose places were cut to fewer than are taken', () => {
    const decision = chooseGroup(asking(), [aGroup({ capacity: 5, placesTaken: 8 })])

    expect(decision).toMatchObject({ held: null, isFull: true, excluded: { full: 1 } })
  })

  it.each<[string, Partial<Group>, Parameters<typeof asking>[0]]>([
    ['other-topic', { topics: ['grief'] }, {}],
    ['other-age', { minimumAge: 65 }, {}],
    ['other-age', { maximumAge: 24 }, {}],
    ['other-format', { formats: ['phone'] }, {}],
    ['too-far', { venue: { name: null, address: null, latitude: 38.6, longitude: -121.5 } }, {}],
    ['place-unknown', { venue: { name: null, address: null, latitude: null, longitude: null } }, {}],
    ['home-unknown', {}, { home: { ...asking().home, latitude: null, longitude: null } }],
    ['other-time', {}, { asks: { times: ['weekend'] } }],
    ['other-time', {}, { asks: { days: [3] } }],
    ['no-session-known', { sessions: [] }, {}],
    ['other-language', { languages: ['es'] }, {}],
    ['starts-later', { startsOn: '2027-09-07' }, {}],
    ['kept-for-others', { keptFor: ['veterans'] }, {}],
    ['wish-not-met', {}, { asks: { wishes: { spanish: 'must' } } }],
    ['wish-not-met', {}, { asks: { wishes: { 'other-language': 'must' }, otherLanguage: 'vi' } }],
    ['not-running', { status: 'paused' }, {}],
    ['already-tried', {}, { excluding: ['riverside/steady-ground'] }],
    ['not-licensed-there', { formats: ['video'], licensedStates: ['MO'] }, {}],
  ])('keeps a group out and says %s', (rule, group, given) => {
    expect(held(group, given)).toBeNull()
    expect(whyNot(group, given)).toContain(rule)
  })

  it('lets a licence end at the state line for people who join from home, and not for those in the room', () => {
    expect(held({ formats: ['in-person', 'video'], licensedStates: ['MO'] })).toBe('Steady Ground')
  })

  it('keeps a group for women, or for anyone, only to those who wished for one', () => {
    expect(held({ keptFor: ['women'] }, { asks: { wishes: { women: 'nice' } } })).toBe('Steady Ground')
  })

  it('counts other times in a group’s favour less, but does not refuse them to someone who is flexible', () => {
    const morning = aGroup({
      groupId: 'a/morning',
      sessions: [{ weekday: 2, startsAt: '09:00', durationMinutes: 60 }],
    })

    const decision = chooseGroup(asking({ asks: { timesStrength: 'nice' } }), [morning, aGroup()])

    expect(decision.held?.name).toBe('Steady Ground')
    expect(decision.alternatives.map(({ groupId }) => groupId)).toEqual(['a/morning'])
  })

  it('reads online times on the clock at the person’s own home', () => {
    const eightInNewYork = {
      formats: ['video' as const],
      timeZone: 'America/New_York',
      sessions: [{ weekday: 2, startsAt: '19:00', durationMinutes: 60 }],
    }

    expect(whyNot(eightInNewYork, { asks: { times: ['weekday-evening'] } })).toContain('other-time')
    expect(held(eightInNewYork, { asks: { times: ['weekday-afternoon'] } })).toBe('Steady Ground')
  })

  it('offers a group in Spanish to someone who wrote in Spanish, and one in English as well', () => {
    const inSpanish = aGroup({ groupId: 'a/luz', languages: ['es'] })

    const decision = chooseGroup(asking({ language: 'es' }), [inSpanish, aGroup()])

    expect(decision.alternatives.length + (decision.held ? 1 : 0)).toBe(2)
  })

  it('says what would fit if the person could give way', () => {
    const { nearMisses } = chooseGroup(asking({ asks: { times: ['weekend'] } }), [aGroup()])

    expect(nearMisses).toEqual([
      { groupId: 'riverside/steady-ground', name: 'Steady Ground', exclusions: [{ rule: 'other-time' }] },
    ])
  })

  it('names no near miss for what is not the person’s to change', () => {
    const { nearMisses } = chooseGroup(asking({ asks: { times: ['weekend'] } }), [
      aGroup({ topics: ['grief'] }),
    ])

    expect(nearMisses).toEqual([])
  })

  it('suggests open meetings and holds no place in them', () => {
    const decision = chooseGroup(asking({ asks: { topics: ['drinking'] } }), [anOpenMeeting()])

    expect(decision.held).toBeNull()
    expect(decision.openMeetings.map(({ name }) => name)).toEqual(['Evening Light'])
  })

  it('suggests at most five open meetings, the best first', () => {
    const many = Array.from({ length: 9 }, (_, index) =>
      anOpenMeeting({
        groupId: `aa/${index}`,
        name: `Meeting ${index}`,
        sessions: [{ weekday: 1 + (index % 5), startsAt: '19:00', durationMinutes: 60 }],
      }),
    )

    const { openMeetings } = chooseGroup(asking({ asks: { topics: ['drinking'] } }), many)

    expect(openMeetings).toHaveLength(5)
    expect(openMeetings.map(({ score }) => score)).toEqual(
      openMeetings.map(({ score }) => score).toSorted((a, b) => b - a),
    )
  })

  it('counts how many more things a group covers than the first', () => {
    const both = aGroup({ topics: ['trauma', 'grief'] })

    const { held } = chooseGroup(asking({ asks: { topics: ['trauma', 'grief'] } }), [both])

    expect(held?.reasons).toContainEqual({ because: 'more-topics', points: 80, count: 1 })
  })

  it('suggests a group once, though its directory lists each of its meetings', () => {
    const tuesday = anOpenMeeting({ groupId: 'aa/light-tue' })
    const thursday = anOpenMeeting({
      groupId: 'aa/light-thu',
      sessions: [{ weekday: 4, startsAt: '19:00', durationMinutes: 60 }],
    })

    const { openMeetings } = chooseGroup(asking({ asks: { topics: ['drinking'] } }), [thursday, tuesday])

    expect(openMeetings.map(({ groupId }) => groupId)).toEqual(['aa/light-tue'])
  })

  it('names no near miss across the country', () => {
    const inKansasCity = aGroup({ venue: { name: null, address: null, latitude: 39.05, longitude: -94.59 } })

    expect(chooseGroup(asking(), [inKansasCity]).nearMisses).toEqual([])
  })

  it('puts what the person asked for above what is near', () => {
    const near = aGroup({ groupId: 'a/near' })
    const wished = aGroup({
      groupId: 'b/wished',
      offers: ['step-free', 'captions'],
      venue: { name: null, address: null, latitude: 37.37, longitude: -121.95 },
    })

    const decision = chooseGroup(asking({ asks: { wishes: { 'step-free': 'nice', captions: 'nice' } } }), [
      near,
      wished,
    ])

    expect(decision.held?.groupId).toBe('b/wished')
  })
})

describe('prices of places', () => {
  const other = aGroup({ groupId: 'z/other', name: 'Other' })
  const directory = [aGroup(), other]
  const prices = placePrices({ [aGroup().groupId]: 75 })

  it('hold a place in a group that others need less, where both suit', () => {
    expect(chooseGroup(asking(), directory).held?.name).toBe('Steady Ground')
    expect(chooseGroup(asking(), directory, prices).held?.name).toBe('Other')
  })

  it('never hold a place back: whoever has no other group gets the dearest place', () => {
    expect(chooseGroup(asking(), [aGroup()], placePrices({ [aGroup().groupId]: 5000 })).held?.name).toBe(
      'Steady Ground',
    )
  })

  it('say with the group what its place costs, from which facts, and which night they are of', () => {
    const { alternatives, pricesVersion } = chooseGroup(asking(), directory, prices)

    expect(pricesVersion).toBe(7)
    expect(alternatives[0]?.reasons).toContainEqual({
      because: 'scarce',
      points: -75,
      people: 14,
      places: 3,
    })
  })

  it('say that there were none', () => {
    expect(chooseGroup(asking(), directory)).toMatchObject({ pricesVersion: null })
  })

  it('are nothing to meetings that hold no places', () => {
    const drinking = { asks: { topics: ['drinking' as const] } }
    const dear = placePrices({ [anOpenMeeting().groupId]: 75 })

    expect(chooseGroup(asking(drinking), [anOpenMeeting()], dear).openMeetings).toEqual(
      chooseGroup(asking(drinking), [anOpenMeeting()]).openMeetings,
    )
  })
})

const aDirectory = fc.array(
  fc.record({
    groupId: fc.stringMatching(/^[a-z]{1,6}\/[a-z]{1,6}$/),
    topics: fc.subarray([...topics], { minLength: 1 }),
    keptFor: fc.subarray(['women', 'men', 'veterans'] as const).map((list) => [...list]),
    offers: fc.subarray([...kindWishes, ...accessWishes]),
    enrolment: fc.constantFrom('open' as const, 'places' as const),
    capacity: fc.integer({ min: 0, max: 5 }),
    placesTaken: fc.integer({ min: 0, max: 5 }),
    formats: fc.subarray(['video', 'phone', 'in-person'] as const).map((list) => [...list]),
    sessions: fc.array(
      fc.record({
        weekday: fc.integer({ min: 1, max: 7 }),
        startsAt: fc.constantFrom('07:00', '13:00', '19:30', '02:00'),
        durationMinutes: fc.constant(60),
      }),
      { maxLength: 2 },
    ),
  }),
  { maxLength: 12 },
)

const somePerson = fc.record({
  topics: fc.subarray([...topics], { minLength: 1 }),
  meet: fc.subarray(['video', 'phone', 'in-person'] as const, { minLength: 1 }).map((list) => [...list]),
  timesStrength: fc.constantFrom('must' as const, 'nice' as const),
  wishes: fc.dictionary(
    fc.constantFrom(...kindWishes, ...accessWishes),
    fc.constantFrom('must' as const, 'nice' as const),
    {
      maxKeys: 3,
      noNullPrototype: true,
    },
  ),
})

describe('whatever the person and the groups', () => {
  const chosenFrom = (asks: Parameters<typeof asking>[0], groups: Partial<Group>[]) => {
    const directory = groups.map((group) => aGroup(group))
    return { directory, decision: chooseGroup(asking(asks), directory) }
  }

  const somePrices = fc.array(fc.nat(12), { minLength: 12, maxLength: 12 })
  const pricesOf = (directory: readonly Group[], steps: readonly number[]) =>
    placePrices(
      Object.fromEntries(directory.map(({ groupId }, place) => [groupId, 25 * (steps[place] ?? 0)])),
    )

  it('every sum of reasons is the score, and every suggestion has a reason', () => {
    fc.assert(
      fc.property(somePerson, aDirectory, somePrices, (asks, groups, steps) => {
        const directory = groups.map((group) => aGroup(group))
        const decision = chooseGroup(asking({ asks }), directory, pricesOf(directory, steps))
        for (const one of [decision.held, ...decision.alternatives, ...decision.openMeetings])
          expect(one?.reasons.reduce((sum, { points }) => sum + points, 0)).toBe(one?.score)
      }),
    )
  })

  it('a place is held only where one is free and every must is met', () => {
    fc.assert(
      fc.property(somePerson, aDirectory, (asks, groups) => {
        const { decision, directory } = chosenFrom({ asks }, groups)
        if (!decision.held) return
        const candidates = directory.filter(({ groupId }) => groupId === decision.held?.groupId)
        const suits = candidates.some(
          (group) =>
            group.enrolment === 'places' &&
            group.placesTaken < group.capacity &&
            group.keptFor.every((kept) => asks.wishes[kept]) &&
            group.topics.some((topic) => asks.topics.includes(topic)),
        )
        expect(suits).toBe(true)
      }),
    )
  })

  it('prices change which place is held, and never whether one is', () => {
    fc.assert(
      fc.property(somePerson, aDirectory, somePrices, (asks, groups, steps) => {
        const { decision, directory } = chosenFrom({ asks }, groups)
        const priced = chooseGroup(asking({ asks }), directory, pricesOf(directory, steps))

        expect(priced.held === null).toBe(decision.held === null)
        expect(priced.isFull).toBe(decision.isFull)
      }),
    )
  })

  it('the order of the directory changes nothing', () => {
    fc.assert(
      fc.property(somePerson, fc.uniqueArray(fc.nat(40), { maxLength: 8 }), (asks, ids) => {
        const groups = ids.map((id) =>
          aGroup({ groupId: `a/${id}`, topics: [...topics], placesTaken: id % 9 }),
        )

        expect(chooseGroup(asking({ asks }), groups.toReversed())).toEqual(
          chooseGroup(asking({ asks }), groups),
        )
      }),
    )
  })

  it('the note changes nothing: no machine reads it', () => {
    fc.assert(
      fc.property(somePerson, aDirectory, fc.string(), (asks, groups, note) => {
        expect(chosenFrom({ asks: { ...asks, note } }, groups).decision).toEqual(
          chosenFrom({ asks }, groups).decision,
        )
      }),
    )
  })
})
