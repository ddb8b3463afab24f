import type { SafeContact } from '../../domain/person/safe-contact.ts'

type Channel = SafeContact['channels'][number]

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`

/** The inbox, and what its rows share with the page of one request. Staff read English. */
export const inboxWords = {
  title: 'Inbox',
  heading: 'What waits for you',
  counts: ({ all, urgent, late, today }: Record<'all' | 'urgent' | 'late' | 'today', number>) =>
    all === 0
      ? 'Nothing waits for you.'
      : [
          count(all, 'thing to do', 'things to do'),
          ...(urgent > 0 ? [`${urgent} to read first`] : []),
          `${late} late`,
          `${today} due today`,
        ].join(' · '),
  unread: (unread: number) =>
    `${count(unread, 'row could not be read and is', 'rows could not be read and are')} not in this list. Tell whoever looks after this site today: a person may be waiting behind it.`,
  prices: 'Prices of places: what the machine weighs beside what suits a person',
  find: {
    label: 'Find a request by its reference',
    hint: 'Like 7KQ-4M2-XR5. Dashes and capitals do not matter.',
    button: 'Find',
    wrong:
      'This is not a reference. It has nine letters and digits, like 7KQ-4M2-XR5, and one of these is not right. Read it back to the person, sign by sign.',
  },
  columns: {
    reference: 'Reference',
    todo: 'What to do',
    due: 'Due',
    waiting: 'Waiting',
    contact: 'Safe contact',
    language: 'Language',
    group: 'Group',
    who: 'Who has to answer',
  },
  late: (since: string) => `Late since ${since}`,
  dueBy: (time: string) => `Due ${time}`,
  today: (time: string) => `today, ${time}`,
  urgent: { 'read-first': 'Read first', 'help-now': 'Help now' },
  waited: {
    minutes: (number: number) => count(number, 'minute', 'minutes'),
    hours: (number: number) => count(number, 'hour', 'hours'),
    days: (number: number) => count(number, 'day', 'days'),
  },
  channels: {
    call: 'Call',
    text: 'Text',
    email: 'Email',
    none: 'Do not contact',
  } satisfies Record<Channel, string>,
  plain: 'plain',
  none: 'None yet',
  others: {
    heading: 'What waits on others',
    person: 'Offers that people have to answer',
    facilitator: 'What groups have to answer',
    nobody: 'Nobody has to answer anything.',
    thePerson: 'The person',
    theLeader: (name: string | null) => name ?? 'The group’s leader',
  },
}
