/** What a person agrees to knowing. A change here or in the consent questions needs a new `consentTextVersion`. */
export const consent = {
  who: {
    label: 'Who sees it',
    text: 'Our intake staff. If you say yes, the group leaders we pick for you. No one else.',
  },
  what: {
    label: 'What we keep',
    text: 'Your answers on this form and what happens next, such as which group you were offered.',
  },
  howLong: { label: 'How long', text: 'We delete it 12 months after you finish, or sooner if you ask.' },
  mustTell: {
    label: 'When we may have to tell someone',
    text: 'If we learn that a child or older person is being hurt, or someone’s life is in danger, the law may say we must tell.',
  },
  rights: {
    label: 'Your rights',
    text: 'You can see it, fix it, or take back your OK at any time. Use your private link or call us. Saying no to sharing does not affect your place in line.',
  },
}
