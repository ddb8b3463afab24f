export const site = {
  name: 'Find a group',
  skip: 'Skip to main content',
  switchTo: 'Español',
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
  privacyLink: 'How we keep this private',
  callUs: 'Questions? Call us:',
  runBy: 'This form is run by',
}
