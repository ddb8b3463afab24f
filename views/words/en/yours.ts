import type { OwnPage } from '../../../domain/person/own-page.ts'
import { backupDays, tombstoneDays } from '../../../domain/person/retention.ts'

/** What a person can do on their private page after they sent the form. */
export const yours = {
  heading: 'What you can do here',
  lead: 'You decide. You can change your mind at any time.',
  menu: {
    contact: { label: 'Change how we reach you', hint: 'Your phone, your email, and what is safe.' },
    stop: { label: 'Stop all contact', hint: 'We no longer write or call.' },
    consents: { label: 'See and take back your OKs', hint: 'What you agreed to, and when.' },
    kept: { label: 'See what we keep about you', hint: 'Read all of it, or save a copy.' },
    withdraw: { label: 'I don’t need this any more', hint: 'We stop looking and leave you alone.' },
    erase: { label: 'Delete everything', hint: 'We delete your answers for good.' },
  } satisfies Record<OwnPage, { label: string; hint: string }>,
  back: 'Back to your details',
  stay: 'Go back, change nothing',
  place: {
    looking: 'We still look for a group. What we find, you see only on this page.',
    proposed: 'A place is being held for you. If you want it, we ask you only on this page.',
    offered: (time: string) =>
      `A place is kept for you until ${time}. You can say yes or no on this page. Nobody reminds you.`,
    stays: (group: string) => `Your place in ${group} stays yours. You see on this page what comes next.`,
    goes: (group: string) => `Your place in ${group} goes to someone else.`,
    leaderNotToReach: (group: string) => `We tell the leader of ${group} not to reach out to you.`,
    leaderToLook: (group: string) => `We also tell the leader of ${group} that this has changed.`,
    leaderEnded: (group: string) =>
      `We tell the leader of ${group} that there is nothing more to do. We do not say why.`,
    leaderKnows: (group: string) =>
      `The leader of ${group} knows about you already. We can’t undo that. We tell them only that there is nothing more to do.`,
    calendar: 'If our weekly appointment is in your calendar, our note takes it out.',
  },
  contact: {
    heading: 'Change how we reach you',
    lead: 'From then on, we use only what you pick here.',
    emailHint: 'We write to this address from then on.',
    send: 'Save this',
    done: {
      heading: 'Your choices are saved',
      text: 'From now on, we use only these ways. A note that is on its way may still come.',
    },
  },
  stop: {
    heading: 'Stop all contact?',
    lead: 'We no longer write, text or call. We delete your phone number and your email.',
    noCheckIns: 'We do not ask how it is going any more.',
    keep: 'Keep your link and your code. They are your only way back to this page.',
    again: 'If you change your mind, come back here and pick a way to reach you.',
    send: 'Stop all contact',
    done: {
      heading: 'We do not contact you any more',
      text: 'A note that is on its way may still come. On this page you see where things are.',
    },
  },
  consents: {
    heading: 'Your OKs',
    lead: 'This is what you agreed to, and when. You can take back each one by itself.',
    names: {
      keep: 'Keep my answers and use them to find me a group',
      share: 'Share my details with group leaders',
      'check-in': 'Check in with me later',
    },
    withGroup: (group: string) => `Tell the leader of ${group} about me`,
    said: {
      yes: (date: string) => `You said yes on ${date}.`,
      no: (date: string) => `You said no on ${date}.`,
      'ask-first': (date: string) => `You said on ${date}: ask me first, each time.`,
    },
    takenBack: (date: string) => `You took it back on ${date}.`,
    wording: (version: string) => `Wording ${version}`,
    means: {
      keep: 'Without this OK we can’t look for a group. To take it back, you delete everything.',
      share: 'We ask you each time before we share anything.',
      shareTold: (group: string) =>
        `The leader of ${group} already knows your name, how to reach you and what you asked for. We can’t undo that. We tell them today to keep it to themselves and not to reach out to you. Your place stays yours, and our staff do the rest.`,
      shareUntold: (group: string) =>
        `We tell the leader of ${group} nothing about you. Your place stays yours.`,
      'check-in':
        'We do not ask how it is going any more. If your first day is set, we still remind you of it.',
    },
    takeBack: {
      keep: 'Go to “Delete everything”',
      share: 'Take back: sharing',
      'check-in': 'Take back: checking in',
    },
    done: {
      share: 'You took back your OK to share.',
      'check-in': 'You took back your OK to check in.',
    },
  },
  withdraw: {
    heading: 'You don’t need this any more?',
    lead: 'That is fine. You do not have to say why.',
    stops: 'We stop looking. No one calls or writes to you about it.',
    kept: (date: string) =>
      `We keep your answers until ${date}. You can delete them before that, on this page.`,
    send: 'Take back my request',
    helpHeading: 'You can still get help right now',
    done: {
      heading: 'Your request is taken back',
      text: 'Nobody contacts you about it any more. You can ask again whenever you like.',
    },
  },
  erase: {
    heading: 'Delete everything?',
    lead: 'Nobody can bring it back after that.',
    goneHeading: 'What we delete',
    gone: [
      'Your answers, your name, and how to reach you.',
      'What you agreed to, and the groups we found for you.',
      'What our staff wrote down about you, and the list of what we sent you.',
    ],
    staysHeading: 'What stays',
    stays: [
      'That a request was deleted, and when. Not whose it was.',
      `A code number without your name, for ${tombstoneDays} days. It keeps an old copy of your form from coming back.`,
      `Backup copies, for up to ${backupDays} more days. Then they are gone too.`,
      'What you have in your own email and calendar.',
    ],
    alsoHeading: 'What else happens',
    mail: 'One last note goes to your email. It says only that this is done.',
    noMail: 'We do not write to you about it.',
    link: 'Your link and your code open nothing any more.',
    send: 'Delete everything',
    done: {
      heading: 'Your answers are deleted',
      text: 'It is done. Your link and your code open nothing any more. The last traces are gone within two days.',
      again: 'You can come back whenever you like. Send a new form or call us.',
      close: 'Close this page now, especially on a shared device.',
    },
  },
}
