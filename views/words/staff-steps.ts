import type { Revocable } from '../../domain/person/consent.ts'
import type { EraseReason } from '../../domain/person/erasure.ts'
import { keptMonths } from '../../domain/person/retention.ts'
import { type StepName, type StepProblem, noteLetters } from '../../domain/staff/step.ts'
import type { CloseReason } from '../../domain/way/intake.ts'
import type { EndReason, staffDeclineReasons } from '../../domain/way/referral.ts'

interface Said {
  /** On the button, or on the line that opens the form. */
  label: string
  /** What doing it means, where the label does not say it all. */
  hint?: string
  /** One line on the page afterwards. */
  done: string
}

const steps: Record<StepName, Said> = {
  offer: {
    label: 'Offer this place',
    hint: 'The person is asked and has three days to say yes or no.',
    done: 'The place is offered. The person says yes or no.',
  },
  decline: {
    label: 'Decline this place',
    hint: 'The place goes back, and the next best group is looked for.',
    done: 'The place is declined. The next best group is looked for.',
  },
  'other-group': {
    label: 'Pick another group',
    hint: 'See every group that fits now, and those that nearly do.',
    done: 'A place in the group you picked is held. The person has not heard of it: offer it when you are ready.',
  },
  wait: {
    label: 'Put on the waiting list',
    hint: 'The machine looks again each time a place opens.',
    done: 'The person is on the waiting list.',
  },
  'look-again': {
    label: 'Let the machine look',
    hint: 'It looks for a group at once. You read what it finds.',
    done: 'The machine looks for a group now. Open this page again in a minute to see what it found.',
  },
  attempt: {
    label: 'I could not reach them',
    hint: 'You are reminded on the next working day.',
    done: 'Your try is written down. What has to happen stays on the list.',
  },
  'give-up': {
    label: 'Stop trying to reach them',
    hint: 'After three tries. A held place goes on to someone else, and the request closes.',
    done: 'The request is closed: the person could not be reached. They can ask again at any time.',
  },
  note: {
    label: 'Add a note',
    hint: `For the others of staff, up to ${noteLetters} characters. The person can read it on their private page.`,
    done: 'Your note is kept.',
  },
  done: { label: 'Done', done: 'That is done.' },
  'say-yes': {
    label: 'They said yes',
    hint: 'For a yes that you hear by phone.',
    done: 'The yes is written down.',
  },
  'say-no': {
    label: 'They said no',
    hint: 'No is fine at any time, and nobody needs to say why.',
    done: 'The no is written down, and the place goes on.',
  },
  'first-session': {
    label: 'Set the first session',
    hint: 'Once the group has told you the day. The person gets the invitation.',
    done: 'The first session has a day.',
  },
  came: { label: 'They came', done: 'It is written down that they came. This is what all of it is for.' },
  missed: {
    label: 'They did not come',
    hint: 'They get one kind note, and you ask how they are. It costs them nothing.',
    done: 'It is written down. Call and ask how they are.',
  },
  leave: {
    label: 'They no longer come',
    hint: 'The place goes on to someone else.',
    done: 'It is written down, and the place goes on.',
  },
  'use-changes': {
    label: 'Use the later answers',
    hint: 'They take the place of the first. A place that the person has not heard of is chosen anew.',
    done: 'The later answers are in place of the first.',
  },
  'keep-first': { label: 'Keep the first answers', done: 'The first answers stand.' },
  close: {
    label: 'Close this request',
    hint: 'Nobody has anything to do with it any more. A held place goes on to someone else.',
    done: 'The request is closed.',
  },
  'stop-contact': {
    label: 'They want no contact',
    hint: 'Nobody writes or calls any more, and their address and number are deleted. A place that is held stays theirs.',
    done: 'Nobody contacts this person any more. They see on their private page where things are.',
  },
  'take-back': {
    label: 'They take an OK back',
    hint: 'One that they gave on the form, or with their yes to a group.',
    done: 'The OK is taken back.',
  },
  withdraw: {
    label: 'They need nothing any more',
    hint: `The place goes on to someone else, and they are left alone. Their answers are kept for ${keptMonths} months, unless they want them deleted.`,
    done: 'The request is taken back. Leave this person alone.',
  },
  erase: {
    label: 'Erase this request',
    hint: 'Everything we keep about this person is deleted for good. Nobody can bring it back.',
    done: 'The request is erased.',
  },
}

const declineReasons: Record<(typeof staffDeclineReasons)[number] & EndReason, string> = {
  'not-suitable': 'Not the right group for this person',
  full: 'The group is full',
  'not-taking-people': 'The group takes nobody at the moment',
  'does-not-fit-times': 'The times do not work for this person',
  other: 'Another reason (leave a note)',
}

const closeReasons: Record<CloseReason, string> = {
  attended: 'They are in a group',
  'suggestions-only': 'They have the list of open groups',
  'went-quiet': 'They went quiet',
  'person-says-no': 'They said no',
  'could-not-contact': 'They could not be reached',
  'helped-elsewhere': 'They found help elsewhere',
  'not-for-us': 'We cannot help with this',
}

const eraseReasonWords: Record<EraseReason, string> = {
  'person-asked': 'The person asked for it',
  'sent-by-mistake': 'It was sent by mistake',
  'may-not-be-kept': 'We may not keep it',
}

const consents: Record<Revocable, string> = {
  share: 'Sharing with group leaders',
  'check-in': 'Being asked how it goes',
}

type ProblemWords = Partial<Record<StepProblem['problem'], string>>

const pickOne: ProblemWords = { required: 'Pick one of these' }

/** What to put right, by the field of the form. */
const problems: Readonly<Record<string, ProblemWords | undefined>> = {
  step: { required: 'This page does not have that step. Press one of its buttons' },
  because: { required: 'Pick the reason' },
  channel: { required: 'Pick how you tried' },
  purpose: { required: 'Pick which OK they take back' },
  action: { required: 'Press “Done” beside the task that is done' },
  share: { required: 'Pick what the person answered to the question about sharing' },
  another: { required: 'Pick whether we look for another group' },
  groupId: { required: 'Pick a group from the list' },
  know: {
    format: 'Tick only what stands in the list',
    'not-ticked': 'Tick each thing that this group does not meet, so that it is clear that you know',
  },
  session: { ...pickOne, format: 'Pick one of the coming sessions, or “Another day or time”' },
  date: {
    required: 'Enter the day',
    format: 'Enter the day like 12/1/2026',
    past: 'This day has passed. Enter a day to come',
    'too-far-ahead': 'This day is more than six months away. Check the year',
    'too-long': 'Enter the day like 12/1/2026',
  },
  time: {
    required: 'Enter the time',
    format: 'Enter the time like 7:00 pm',
    'too-long': 'Enter the time like 7:00 pm',
  },
  text: {
    required: 'Write the note first',
    'too-long': `Keep the note to ${noteLetters} characters`,
  },
}

/** What staff can do on the page of one request, what they see before it is done, and after. Staff read English. */
export const stepWords = {
  heading: 'What you can do',
  nothing: 'There is nothing to decide here now.',
  headings: {
    place: 'The place',
    answer: 'What the person said by phone',
    session: 'The first session',
    reach: 'Reaching the person',
    wishes: 'What the person wishes',
    request: 'The request',
  },
  steps,
  declineReasons,
  closeReasons,
  eraseReasons: eraseReasonWords,
  consent: 'Which OK?',
  consents,
  pickFirst: 'Pick a group',
  reason: 'Why?',
  channel: 'How did you try?',
  channels: { call: 'By call', text: 'By text', email: 'By email' },
  notSafe: 'Not one of their safe ways',
  tries: (tries: number, needed: number) => `${tries} of ${needed} tries so far.`,
  share: {
    question: 'Read this aloud and write down the answer:',
    yes: 'Yes, the leader may be told',
    no: 'No, staff pass on the message without telling about them',
  },
  another: {
    question: 'Do they want us to look for another group?',
    yes: 'Yes, look for another group',
    no: 'No, that is enough',
  },
  session: {
    question: 'When do they first come?',
    zone: (zone: string) => `By the group’s own clock: ${zone}.`,
    other: 'Another day or time',
    date: 'Day',
    dateHint: 'Like 12/1/2026',
    time: 'Time',
    timeHint: 'Like 7:00 pm',
  },
  note: 'Your note',
  now: 'Do it',
  problems,
  unknownProblem: 'Look at this again',
  problemsHeading: 'There is a problem',
  problemsLead: 'Nothing was changed. What you typed is still here.',
  conflict: {
    heading: 'Someone was here before you',
    text: 'Nothing of yours was done. This is what happened since you opened the page:',
    nothing:
      'Nothing of yours was done: it is not possible the way things stand now. Look at the page as it is.',
    kept: 'What you typed is kept below.',
  },
  notYet: {
    heading: 'This is not done yet',
    text: 'Nothing stands in its way now. Look at what you typed, and press the button once more.',
  },
}
