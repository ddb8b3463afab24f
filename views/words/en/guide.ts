import { closedMinutes, keptMinutes } from '../../../domain/kept-answers.ts'

/** Pages to read beside the form. */
export const safety = {
  /** It stays in the history, and does not say that somebody had reason to hide. */
  title: 'Before you start',
  heading: 'How to stay private online',
  lead: 'These steps help if someone looks at your phone or computer.',
  sections: [
    {
      heading: 'Before you start',
      lines: [
        'Use a device that no one else looks at, such as a friend’s or one at a library.',
        'Or open a private window first. It keeps these pages out of your history.',
        'Someone may have put a program on your phone to watch it. A private window does not stop that. Then only another device is safe.',
      ],
    },
    {
      heading: 'While you are here',
      lines: [
        '“Leave this site” is at the top of each page. It clears what you have not sent and opens another website.',
        `Then our pages stay closed in this browser for ${closedMinutes} minutes, also when someone goes back. To go on, press “Open it again”.`,
        'On a keyboard you can also press Shift three times. This needs JavaScript, which most browsers have on.',
        'Do you have our pages open in more than one tab? Then leave or close each of them.',
        `If you stop, we clear your answers ${keptMinutes} minutes after your last page.`,
        'Most browsers also let go of them when you close them.',
      ],
    },
    {
      heading: 'What stays behind',
      lines: [
        '“Leave this site” does not clear your history, and it does not take back a form you have sent.',
        'Your history can show the name of this site and the titles of its pages. The titles do not tell what you answered.',
        'Are you signed in to your browser? Then your history may show on your other phones or computers.',
        'You can delete this site from your history. If it would look odd to delete it all, delete only this.',
      ],
    },
    {
      heading: 'When we contact you',
      lines: [
        'Pick only ways that are safe. You can also pick “Don’t contact me”.',
        'Tell us if anyone else could see your email. Then we keep it very plain.',
        'After you send the form you get a private link. Anyone who has it can see where things stand.',
      ],
    },
  ],
  hurtHeading: 'If someone is hurting you',
}

export const accessibility = {
  title: 'Accessibility',
  heading: 'Can everyone use these pages?',
  lead: 'We want them to work for you, however you see, hear, move or read. Tell us when they do not.',
  sections: [
    {
      heading: 'What we hold to',
      lines: [
        'The Web Content Accessibility Guidelines (WCAG) 2.2, level AA.',
        'More than that for contrast, size of buttons, plain words and time limits.',
        'Every page works without a mouse, without scripts, at 400% zoom and in high contrast.',
        'Every page is in English and Spanish.',
      ],
    },
    {
      heading: 'How we check',
      lines: [
        'Each time we change a page, a program looks it over for faults. It does so in English and Spanish.',
        'It fills in the whole form with the keyboard alone.',
        'It looks at each page on a screen as narrow as a small phone.',
      ],
    },
    {
      heading: 'What we know is not good enough',
      lines: [
        'We have tried the pages in one browser only, Chromium.',
        'People who use screen readers or voice control have not tried them for us yet.',
        'Nobody who grew up with Spanish has gone over the Spanish words yet.',
        'There is no sign language and no sound.',
        'Pages of other groups and help lines are not ours. They may not work as well.',
      ],
    },
  ],
  tellHeading: 'Tell us what does not work',
  tell: 'Call us and say which page it was. We can also fill in the form with you by phone:',
  checked: 'We last went over this page in November 2026.',
}

export const notFor = {
  title: 'What this is not for',
  heading: 'What this is not for, and who can help',
  lead: 'We help people find a support group. For some things, others can help you more, or sooner.',
  danger: {
    heading: 'You or someone else may be in danger',
    text: 'No one is watching this form right now. Call one of these lines first:',
  },
  withdrawal: {
    heading: 'You want to stop drinking or taking pills',
    text: [
      'A group can help you stay on the way. But if you drink a lot or have taken pills for long, it can be dangerous to stop all at once.',
      'Talk to a doctor first. If you shake badly, see things that are not there or have a seizure, call 911.',
    ],
  },
  treatment: {
    heading: 'You need treatment, medicine or a therapist',
    call: (number: string) => `Call ${number}`,
    text: 'The National Helpline looks for treatment near you. It is free and open day and night, in English and Spanish.',
  },
  dailyNeeds: {
    heading: 'You need a place to stay, food or help with bills',
    call: (number: string) => `Call ${number}`,
    text: 'In most places, they know who can help near you.',
  },
  children: {
    heading: 'You are looking for help for a child under 13',
    text: 'We are not allowed to take a child’s details on this form. A parent or guardian can call us:',
  },
  proof: {
    heading: 'You need a paper for a court or a job',
    text: 'We do not write them. Ask the group: some will sign a paper that says you came.',
  },
  toStart: 'Go to the start page',
}
