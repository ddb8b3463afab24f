import { closedMinutes, keptMinutes } from '../../../domain/form/kept-answers.ts'

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
      heading: 'Where we ask more of ourselves',
      lines: [
        'Sixteen points of level AAA are met as well. Most are checked by a program each time we change a page. For those that say “by eye”, a person looks.',
        'Words stand out from what is behind them, by 7 to 1 (1.4.6).',
        'Lines are short, with room between them (1.4.8).',
        'No words are inside a picture (1.4.9).',
        'All of it works by keyboard (2.1.3).',
        'We tell you when answers are cleared (2.2.6).',
        'Nothing moves by itself (2.3.3).',
        'Each link says by its own words where it goes (2.4.9). In part by eye.',
        'Each part has a heading (2.4.10). By eye.',
        'Nothing lies over what the keyboard is at (2.4.12).',
        'A thick ring shows where the keyboard is (2.4.13).',
        'What you press is as big as a fingertip (2.5.5).',
        'Our words can be read after six years of school (3.1.5). In Spanish, by eye.',
        'No page changes before you ask it to (3.2.5).',
        'A number to call is on each page (3.3.5).',
        'You can look your answers over, or take them back (3.3.6). In part by eye.',
        'To sign in you need no puzzle and no good memory: a code can be pasted (3.3.9). By eye.',
      ],
    },
    {
      heading: 'How we check',
      lines: [
        'Each time we change a page, a program looks it over for faults. It does so in English and Spanish.',
        'It fills in the whole form with the keyboard alone.',
        'It looks at each page on a screen as narrow as a small phone. It makes the letters twice as large, and takes our colors away.',
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
