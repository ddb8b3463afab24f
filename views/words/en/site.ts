export const site = {
  name: 'Find a group',
  skip: 'Skip to main content',
  switchTo: 'Español',
  leave: 'Leave this site',
  /** Stands alone on the screen until the other site has come, so it tells nothing. */
  leaving: 'Loading',
  errorPrefix: 'Error: ',
  optional: '(optional)',
  crisis: {
    label: 'Help right now',
    inCrisis: 'In crisis? Call or text',
    inCrisisAfter: ', any time, free.',
    inDanger: 'In danger? Call',
    inDangerAfter: '.',
    more: 'More ways to get help now',
  },
  safetyLink: 'How to stay private online',
  notForLink: 'What this is not for',
  accessibilityLink: 'Accessibility',
  privacyLink: 'How we keep this private',
  callUs: 'Questions? Call us:',
  runBy: 'This form is run by',
}

/** What is shown to whoever looks after the person left. It tells nothing of what was here. */
export const closed = {
  title: 'Page closed',
  open: 'Open it again',
  came: {
    arrived: 'What you sent has reached us.',
    'not-taken': 'Nothing was sent. Open it again, then send once more.',
  },
}
