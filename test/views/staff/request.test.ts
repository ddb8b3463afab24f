import { describe, expect, it } from 'vitest'

import { stepNames } from '../../../domain/staff/step.ts'
import { groupsPage } from '../../../views/staff/groups.ts'
import { inboxPage } from '../../../views/staff/inbox.ts'
import { previewPage } from '../../../views/staff/preview.ts'
import { requestMissing } from '../../../views/staff/request/missing.ts'
import { requestPage } from '../../../views/staff/request/page.ts'
import { idsIn, tagsIn, textOf, written } from '../../support/page-parts.ts'
import { aReferral, aRequestPage, aStaffFrame } from '../../support/request-page.ts'
import { aSuggestion } from '../../support/suggestions.ts'

const frame = aStaffFrame()
const hostile = `<script>alert('x')</script>"><img src=x onerror=alert(1)>&`

const pageOf = async (given: Parameters<typeof aRequestPage>[0] = {}, typed?: string) =>
  written(requestPage(frame, aRequestPage(given, typed)))

const inboxOf = (name: string) => {
  const { intake } = aRequestPage({}, name)
  const task = {
    action: 'read-first',
    dueAt: '2026-11-24T23:00:00.000Z',
    isLate: true,
    isUrgent: true,
  } as const
  const row = { ...task, owner: 'staff' as const, intake, groupName: name, facilitator: name }
  return inboxPage(frame, {
    tasks: [row, { ...row, action: 'answer-offer', dueAt: '2026-12-24T23:00:00.000Z', isLate: false }],
    withPerson: [row],
    withFacilitator: [row],
    unread: 2,
    wrongReference: name,
    now: '2026-11-25T17:00:00.000Z',
    timeZone: 'America/Chicago',
  })
}

const groupsOf = (name: string) => {
  const facts = aRequestPage({}, name)
  const suggestion = aSuggestion({ name })
  const exclusions = [{ rule: 'kept-for-others', wish: 'women' } as const, { rule: 'other-time' } as const]
  return groupsPage(frame, {
    ...facts,
    places: [aSuggestion({ groupId: 'one', name })],
    full: [aSuggestion({ groupId: 'full', name })],
    near: [{ suggestion, exclusions }],
    homeTimeZone: 'America/Los_Angeles',
    free: new Map([['one', 3]]),
    isPossible: true,
    unread: 1,
    returned: {
      step: 'other-group',
      sent: { groupId: [suggestion.groupId], know: ['other-time'] },
      problems: [{ field: 'know', problem: 'not-ticked' }],
    },
    taken: name,
  })
}

const previewOf = (text: string) => {
  const { intake, referral } = aRequestPage({}, text)
  const before = { intake, referral, group: null }
  const change = {
    intake,
    referral: aReferral({ state: 'offered' }),
    freesPlace: true,
    takes: aSuggestion({ name: text }),
    messages: [],
    events: [],
    looksAgain: true,
  }
  return previewPage(frame, {
    step: 'offer',
    sent: { step: ['offer'], seen: [text], token: ['spent'] },
    before,
    change,
    letters: [
      { is: 'sent', to: 'person', fromName: text, subject: text, text },
      { is: 'not-sent', template: 'offer', because: 'not-safe-to-mail' },
    ],
    now: intake.receivedAt,
    timeZone: 'America/Chicago',
  })
}

const pages: [string, (typed: string) => Promise<string>][] = [
  ['the page of a request', (typed) => pageOf({}, typed)],
  [
    'the same after a form that was not taken',
    (typed) =>
      pageOf(
        {
          returned: {
            step: 'note',
            sent: { text: [typed], date: [typed] },
            problems: [{ field: 'text', problem: 'too-long' }],
          },
        },
        typed,
      ),
  ],
  ['the same when someone was here before', (typed) => pageOf({ meanwhile: aRequestPage().trail }, typed)],
  ['the inbox', (typed) => written(inboxOf(typed))],
  ['the groups to pick from', (typed) => written(groupsOf(typed))],
  ['the preview', (typed) => written(previewOf(typed))],
  [
    'the page of no request',
    (typed) => written(requestMissing(frame, { reference: typed, isErased: false })),
  ],
  [
    'the page of a request that was erased',
    (typed) => written(requestMissing(frame, { reference: typed, isErased: true })),
  ],
]

describe('why a group', () => {
  it('tells staff what a place costs others, in a sentence with its points', async () => {
    const suggestion = aSuggestion({
      score: -25,
      reasons: [
        { because: 'topic', points: 50 },
        { because: 'scarce', points: -75, people: 14, places: 3 },
      ],
    })
    const page = textOf(await pageOf({ referral: aReferral({ suggestion }) }))

    expect(page).toMatch(/Others need its places more: .* 14 people .* 3 places for them\. −75 points/)
    expect(page).toMatch(/Together −25 points/)
    expect(page).toContain('Prices of places: version 12.')
  })
})

describe.each(pages)('%s', (_, page) => {
  it('runs no script, and shows what was typed as it was typed', async () => {
    const html = await page(hostile)

    expect(html).not.toContain('<script')
    expect(html).not.toContain('<img')
    expect(textOf(html)).toContain(hostile)
    expect(
      tagsIn(html)
        .flatMap(({ attributes }) => Object.keys(attributes))
        .filter((name) => /^on|^style$/.test(name)),
    ).toEqual([])
  })

  it('has each id once, a name for every field, and our token in every form that acts', async () => {
    const html = await page('Robin Vale')
    const ids = idsIn(html)

    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([])
    const fields = tagsIn(html).filter(
      ({ name, attributes: { type } }) => (name === 'input' && type !== 'hidden') || name === 'textarea',
    )
    expect(fields.filter(({ attributes: { id } }) => !html.includes(`for="${id ?? ''}"`))).toEqual([])
    for (const [form] of html.matchAll(/<form[^>]*method="post"[\s\S]*?<\/form>/g)) {
      expect(form).toContain('name="token" value="a.token"')
      expect(form).not.toContain('spent')
    }
  })

  it('stays below whatever stands before our paths', async () => {
    const links = tagsIn(await page('Robin Vale'))
      .flatMap(({ attributes: { href, action } }) => [href, action])
      .filter((address) => address !== undefined && !/^(#|tel:|data:)/.test(address))

    expect(links.length).toBeGreaterThan(0)
    expect(links.filter((address) => !address?.startsWith('/prod/staff'))).toEqual([])
  })
})

describe('the page of a request', () => {
  it('says first what may be a matter of safety, then how to reach the person', async () => {
    const { intake } = aRequestPage()
    const unsafe = { ...intake, request: { ...intake.request, safety: 'might-hurt' as const } }

    const html = await pageOf({ intake: unsafe })

    expect(textOf(html)).toContain('“I might hurt myself or someone else.”')
    expect([...html.matchAll(/<h2[^>]*>([^<]*)</g)].map(([, heading]) => heading)).toEqual([
      'Read this first',
      'Safe contact first',
      'What has to happen',
      'What the person asked for',
      'The form was sent again',
      'Why this group',
      'Where it stands',
      'What you can do',
      'How it goes',
      'Tries to reach the person',
      'Notes for each other',
      'History',
    ])
  })

  it('takes a later form that says “not safe” as seriously as the first', async () => {
    const { intake } = aRequestPage()
    const sentAgain = intake.sentAgain.map((one) => ({
      ...one,
      request: { ...one.request, safety: 'being-hurt' as const },
    }))

    expect(textOf(await pageOf({ intake: { ...intake, sentAgain } }))).toContain(
      '“Someone is hurting me or scaring me.”',
    )
  })

  it('says of someone who wants no contact just that, and neither number nor address', async () => {
    const { intake } = aRequestPage()
    const none = {
      ...intake,
      sentAgain: [],
      safeContact: { ...intake.safeContact, channels: ['none' as const] },
    }

    const html = await pageOf({ intake: { ...none, request: { ...none.request, helper: null } } })

    expect(textOf(html)).toContain('Do not contact this person.')
    expect(html).not.toMatch(/tel:|robin\.vale@/)
  })

  it('says in its first line how far the place is, for as long as there is one', async () => {
    const firstLineOf = async (given: Parameters<typeof aRequestPage>[0]) =>
      textOf(/<p class="lead">([^<]*)/.exec(await pageOf(given))?.[1] ?? '').trim()
    const { intake } = aRequestPage()

    expect(await firstLineOf({ referral: aReferral({ state: 'offered' }) })).toContain('Offered.')
    expect(await firstLineOf({ referral: aReferral({ state: 'attended' }) })).toBe('The person came.')
    expect(
      await firstLineOf({
        referral: null,
        intake: { ...intake, state: 'needs-staff', needsStaffBecause: 'no-group-fits' },
      }),
    ).toMatch(/No group fits\.$/)
  })

  it('says late in words, and who else has to move', async () => {
    const text = textOf(await pageOf())

    expect(text).toContain('This person could use a call Late since today, 11:00 am.')
    expect(text).toContain('Staff: Read this form and look at the place we hold. Late since Tue 5 pm.')
  })

  it('shows a later form beside the first: what changed, and nothing else', async () => {
    const html = await pageOf()
    const panel = /<section class="panel"[\s\S]*?<\/section>/.exec(html)?.[0] ?? ''

    expect(textOf(panel)).toMatch(
      /Name .*Robin Vale .*Robin Vale again .*Support with .*Something hard .*Loss of someone .*Safe contact/,
    )
    expect(textOf(panel)).not.toMatch(/How far|Wishes|Best days/)
  })

  it('says who of staff did what by name, and by id where no name is known', async () => {
    const text = textOf(await pageOf())

    expect(text).toMatch(/Ada Brook .*Did this: Read this form\./)
    expect(text).toContain('gone, by call')
    expect(text).toContain('The system What Held a place in First Step Tuesday.')
    expect(text).toContain('Not sent: not safe to mail')
  })

  it.each(stepNames)('says in one line what happened after “%s”', async (done) => {
    const html = await pageOf({ done })

    expect(/<p class="done" role="status">([^<]{10,})<\/p>/.exec(html)).not.toBeNull()
  })

  it('opens what has to be put right, and says it beside the field and at the top', async () => {
    const html = await pageOf({
      returned: {
        step: 'first-session',
        sent: { session: ['other'], date: ['32'], time: ['7'] },
        problems: [
          { field: 'date', problem: 'format' },
          { field: 'time', problem: 'format' },
        ],
      },
    })

    expect(html).toMatch(/<a href="#first-session-date">Enter the day like 12\/1\/2026<\/a>/)
    expect(html).toMatch(/<details[^>]*id="first-session"[^>]*open/)
    expect(idsIn(html)).toEqual(expect.arrayContaining(['first-session-date', 'first-session-date-problem']))
    expect(html).toContain('value="32"')
  })
})
