import type { CancelledBecause, EmailState, Template } from '../../domain/letters/email.ts'
import type { TrailEntry, TrailEvent } from '../../domain/records/trail.ts'
import type { CheckInAnswer, StoppedBecause } from '../../domain/way/follow-up.ts'
import type { CloseReason, NeedsStaffBecause } from '../../domain/way/intake.ts'
import type { EndReason } from '../../domain/way/referral.ts'

type Codes = TrailEntry['codes']

/** What an entry speaks of, in words: looked up before, as the trail itself holds ids and codes alone. */
interface EntryFacts {
  codes: Codes
  group: string
  template: string
  to: string
  because: string
  action: string
  answer: string
}

const templates: Record<Template, string> = {
  receipt: '“We got your form”',
  suggestions: 'the open groups',
  offer: 'the offer of a place',
  'offer-reminder': 'the reminder of an offer',
  'said-yes': 'the note after a yes',
  'place-gone': 'the note that a place is gone',
  invitation: 'the invitation to the first session',
  'invitation-cancelled': 'the note that an invitation is off',
  'day-before': 'the reminder of the day before',
  missed: 'the note after a missed session',
  'check-in': 'the question how it goes',
  'still-looking': 'the note that we still look',
  erased: '“Your answers are deleted”',
  'facilitator-referral': 'the referral',
  'facilitator-reminder': 'the reminder to answer',
  'facilitator-attendance': 'the question who came',
  'facilitator-code': 'the code for the private link',
  'facilitator-contact-changed': 'the note that how to reach the person has changed',
  'facilitator-consent-ended': 'the note that the person took back their consent',
  'facilitator-ended': 'the note that a referral has ended',
  'staff-next-action': 'the note of what to do',
  'staff-overdue': 'the note of what is late',
  'staff-digest': 'the morning’s counts',
}

/** What a restore brought back, by the table it stands in. */
const restored: Readonly<Record<string, string | undefined>> = {
  intakes: 'the request',
  referrals: 'the place in a group',
  emails: 'a letter',
  trail: 'this history',
}

const ways: Readonly<Record<string, string | undefined>> = {
  channels: 'the safe ways',
  phone: 'the number',
  voicemail: 'messages',
  safeHours: 'when to call',
  email: 'the address',
  emailPrivacy: 'who reads the mail',
}

const waysIn = ({ fields = '' }: Codes) =>
  fields
    .split(' ')
    .map((field) => ways[field] ?? field)
    .join(', ')

/** What happened, behind the name of whoever did it. */
const events: Record<TrailEvent, (facts: EntryFacts) => string> = {
  received: () => 'received the form',
  placed: ({ group }) => `held a place in ${group}`,
  suggested: () => 'suggested open groups',
  waiting: () => 'put the person on the waiting list: every group that fits is full',
  'given-to-staff': ({ because }) => `gave the request to staff${because && `: ${because}`}`,
  urgent: () => 'marked the request to be read first',
  'sent-again': () => 'sent the form again with other answers',
  'email-sent': ({ template, to }) => `sent ${template} to ${to}`,
  'email-cancelled': ({ template, to }) => `did not send ${template} to ${to}`,
  'email-failed': ({ template, to }) => `could not send ${template} to ${to}`,
  'email-delivered': ({ template, to }) => `saw ${template} arrive at ${to}’s mailbox`,
  'email-bounced': ({ template, to }) => `saw ${template} to ${to} come back`,
  'email-complained': ({ template, to }) => `saw ${template} marked as spam by ${to}`,
  overdue: ({ action }) => `reminded staff that this is late: ${action}`,
  'details-seen': () => 'opened the details of the status page',
  'details-refused': () => 'typed a wrong code on the status page',
  'page-seen': () => 'opened this page',
  offered: ({ group }) => `offered the place in ${group}`,
  'said-yes': ({ group, codes }) =>
    `wrote down a yes to ${group}, ${codes['share'] === 'true' ? 'with' : 'without'} leave to tell the group’s leader`,
  'said-no': ({ group }) => `wrote down a no to ${group}`,
  'offer-expired': ({ group }) => `ended the offer of ${group}: nobody had answered`,
  reminded: () => 'sent a reminder',
  declined: ({ group, because }) => `declined the place in ${group}${because && `: ${because}`}`,
  'other-group': ({ group, codes }) =>
    `picked ${group}${codes['rules'] ? ', knowing what it does not meet' : ''}`,
  waitlisted: () => 'put the person on the waiting list',
  'looks-again': () => 'let the machine look for a group',
  'first-session-set': ({ group }) => `set the day of the first session with ${group}`,
  came: ({ group }) => `wrote down that the person came to ${group}`,
  missed: ({ group }) => `wrote down that the person did not come to ${group}`,
  'no-longer-comes': ({ group }) => `wrote down that the person no longer comes to ${group}`,
  attempt: ({ codes }) => `tried to reach the person: ${codes['channel'] ?? 'in some way'}`,
  'contact-given-up': () => 'stopped trying to reach the person',
  note: () => 'left a note',
  'task-done': ({ action }) => `did this: ${action}`,
  'changes-used': () => 'put the later answers in place of the first',
  'first-answers-kept': () => 'kept the first answers',
  'check-in-asked': ({ codes }) => `asked how it goes (day ${codes['day'] ?? '?'})`,
  'check-in-answered': ({ answer }) => `answered how it goes: ${answer}`,
  'check-ins-stopped': () => 'stopped the questions how it goes',
  'facilitator-code-sent': () => 'asked for a code to open the referral',
  'facilitator-code-used': () => 'opened the referral with a code',
  'facilitator-card-seen': () => 'saw who is coming, and how to reach them',
  'facilitator-code-refused': () => 'typed a wrong code for the referral',
  closed: ({ because }) => `closed the request${because && `: ${because}`}`,
  restored: ({ codes }) => `brought back from a back-up: ${restored[codes['table'] ?? ''] ?? 'a record'}`,
  'contact-changed': ({ codes }) => `changed the safe contact: ${waysIn(codes)}`,
  'contact-stopped': () => 'ended all contact',
  'consent-taken-back': ({ group, codes }) =>
    codes['purpose'] === 'check-in'
      ? 'took back the consent to be asked how it goes'
      : `took back the consent to share${codes['groupId'] ? ` with the leader of ${group}` : ' with group leaders'}`,
  withdrawn: () => 'took the request back',
  'kept-seen': () => 'looked at everything we keep',
  erased: () => 'erased the request',
  'signed-in': () => 'signed in',
  'signed-out': () => 'signed out',
  'signed-out-everywhere': () => 'signed out everywhere',
  'sign-in-refused': () => 'was not let in',
}

const needsStaff: Record<NeedsStaffBecause, string> = {
  'under-18': 'under 18',
  'does-not-say-what-for': 'the form does not say what for',
  'no-group-fits': 'no group fits',
  'may-be-automated': 'the form may come from a program',
  'could-not-be-matched': 'choosing a group failed',
  'was-not-safe': 'the person was not safe',
}

const closed: Record<CloseReason, string> = {
  attended: 'in a group',
  'suggestions-only': 'has the list of open groups',
  'went-quiet': 'went quiet',
  'person-says-no': 'the person said no',
  'could-not-contact': 'could not be reached',
  'helped-elsewhere': 'helped elsewhere',
  'not-for-us': 'not something we can help with',
}

const ended: Record<EndReason, string> = {
  'no-answer': 'nobody answered the offer',
  'person-says-no': 'the person said no',
  'other-group': 'staff picked another group',
  waitlist: 'the person went to the waiting list',
  'not-suitable': 'not the right group for this person',
  full: 'the group is full',
  'not-taking-people': 'the group takes nobody at the moment',
  'does-not-fit-times': 'the times do not work',
  'could-not-contact': 'the person could not be reached',
  'answers-changed': 'the person’s answers changed',
  'no-longer-comes': 'the person no longer comes',
  'request-ended': 'the request has ended',
  'kept-long-enough': 'it was kept as long as we promise to keep it',
  other: 'another reason',
}

const cancelled: Record<CancelledBecause, string> = {
  'not-safe-to-mail': 'not safe to mail',
  'address-refuses-mail': 'the address refuses mail',
  'too-many-to-this-address': 'too many to this address',
  'no-longer-true': 'no longer true when its turn came',
  'no-address': 'there is no address',
  erased: 'the request is erased',
  restored: 'came back from a back-up, and may have been sent before',
}

const answers: Record<CheckInAnswer, string> = {
  'going-well': 'it is going well',
  'could-use-a-call': 'could use a call',
  'another-group': 'not going any more, looks for another group',
  'not-going': 'not going any more, and that is fine',
  'need-help-now': 'needs help now',
  stop: 'no more questions',
}

const stopped: Record<StoppedBecause, string> = {
  'asked-to-stop': 'the person asked for no more questions',
  'went-quiet': 'two questions were not answered',
  'not-going': 'the person no longer goes',
  'address-refuses-mail': 'the address refuses mail',
  'plan-over': 'every question was asked',
  'request-ended': 'the request has ended',
}

/** What happened to one request, in words. Staff read English. */
export const historyWords = {
  who: { machine: 'The system', person: 'The person', facilitator: 'The group’s leader', staff: 'Staff' },
  to: {
    person: 'the person',
    staff: 'staff',
    supervisor: 'the supervisor',
    facilitator: 'the group’s leader',
  },
  aGroup: 'a group',
  events,
  templates,
  because: { ...needsStaff, ...closed, ...ended } as Readonly<Record<string, string | undefined>>,
  needsStaff,
  closed,
  ended,
  cancelled,
  answers,
  stopped,
  emailStates: {
    pending: 'waits to be sent',
    sending: 'is being sent',
    sent: 'sent',
    delivered: 'arrived',
    bounced: 'came back',
    complained: 'marked as spam',
    failed: 'could not be sent',
    cancelled: 'not sent',
  } satisfies Record<EmailState, string>,
}
