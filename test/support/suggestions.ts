import type { Suggestion } from '../../domain/matching/decision.ts'

/** An open meeting in Chicago, Tuesdays at 7 pm. */
export const aSuggestion = (given: Partial<Suggestion> = {}): Suggestion => ({
  groupId: 'lakeshore/first-step',
  groupVersion: 1,
  name: 'First Step Tuesday',
  format: 'in-person',
  sessions: [{ weekday: 2, startsAt: '19:00', durationMinutes: 60 }],
  timeZone: 'America/Chicago',
  nextSessionAt: '2026-11-25T01:00:00Z',
  venue: { name: 'Grace Hall', address: '120 Pine Street, Chicago, IL 60614' },
  online: null,
  url: 'https://example.org/meetings/12?day=2&hour=19',
  notes: 'Use the side door.',
  score: 50,
  reasons: [
    { because: 'topic', points: 40 },
    { because: 'near', points: 10, miles: 2 },
  ],
  ...given,
})

export const anOnlineSuggestion = (given: Partial<Suggestion> = {}): Suggestion =>
  aSuggestion({
    groupId: 'eastern/night-owls',
    name: 'Night Owls',
    format: 'video',
    sessions: [{ weekday: 2, startsAt: '19:00', durationMinutes: 60 }],
    timeZone: 'America/New_York',
    nextSessionAt: '2026-11-25T00:00:00Z',
    venue: null,
    online: { url: 'https://meet.example.org/owls', phone: '+1 312 555 0123,,88#', notes: 'Password: owl' },
    reasons: [{ because: 'soon', points: 5 }],
    ...given,
  })
