import { limits } from '../../../domain/form/choices.ts'

/** The questions once more, for someone who fills in the form for another person. What is not here is the same. */
export const they = {
  form: {
    safety: {
      question: 'Are they safe right now?',
      hint: 'We ask about everyone. The answer does not stop them from getting a group.',
      answers: {
        safe: 'Yes, they are safe right now',
        'might-hurt': 'No, they might hurt themselves or someone else',
        'being-hurt': 'No, someone is hurting them or scaring them',
        'rather-not-say': 'I don’t know, or I’d rather not say',
      },
    },
    age: { question: 'How old are they?' },
    topics: { question: 'What would they like support with?', answers: { 'not-sure': 'They’re not sure' } },
    meet: { question: 'How would they like to meet?', hint: 'Pick all that would work for them.' },
    zip: {
      question: 'What is their ZIP code?',
      hint: 'We use it to find groups near them and in their state. Five numbers, like 60614.',
      none: 'They don’t have one right now',
    },
    usState: { question: 'Which state are they in?' },
    travelMiles: { question: 'How far could they travel?' },
    times: {
      question: 'When could they go to a group?',
      hint: 'Pick all that would work for them.',
      answers: { 'not-sure': 'They’re not sure yet' },
    },
    timesStrength: { answers: { must: 'No, only the times they can' } },
    days: { question: 'Are there days that work best for them?' },
    kinds: {
      question: 'What kind of group would feel right to them?',
      hint: 'Say only what matters to them. Each “Must have” leaves fewer groups to pick from.',
    },
    access: {
      question: 'What would help them take part?',
      hint: 'If they can’t take part without it, pick “Must have”.',
    },
    name: {
      question: 'What should we call them?',
      hint: 'First name or any name they like. It does not have to be their legal name.',
    },
    contact: {
      question: 'How is it safe to contact them?',
      hint: 'Pick only ways that they say are safe.',
      answers: { none: 'Don’t contact them. They will check back with the private link.' },
    },
    phone: { question: 'What is their phone number?' },
    voicemail: { question: 'If they don’t pick up, can we leave a message?' },
    safeHours: {
      question: 'When is it safe to call them?',
      answers: { 'text-first': 'Only when they say so (text them first)' },
    },
    email: {
      question: 'What is their email address?',
      hint: 'We send them a short note to say that we got the form.',
    },
    emailPrivacy: {
      question: 'Could anyone else see their email?',
      answers: { private: 'No, only they read it' },
    },
    note: {
      hint: 'For example, a group they have tried or a name they don’t want to see. You do not need to tell us what happened. Staff read this on business days only.',
    },
    consentKeep: {
      question: 'Can we keep these answers?',
      hint: 'We need their OK to look for a group. Ask them first.',
      yes: 'Yes. They say that you can keep these answers and use them to find a group for them.',
    },
    consentShare: {
      question: 'Can we share their details with group leaders?',
      hint: 'Both answers are fine. Saying “ask first” does not affect their place in line.',
      answers: {
        yes: 'Yes. They say that you can share their name, contact details and what they need with the group leaders you pick for them.',
        'ask-first': 'Ask them first, each time, before you share anything.',
      },
    },
    consentCheckIn: {
      question: 'Can we check in with them later?',
      yes: 'Yes. They say that you can check in with them later to see how it is going.',
    },
  },
  consent: {
    who: {
      text: 'Our intake staff. If they say yes, the group leaders we pick for them. No one else.',
    },
    what: {
      text: 'The answers on this form and what happens next, such as which group they were offered. Your own name and number, apart from theirs.',
    },
    howLong: { text: 'We delete it 12 months after they finish, or sooner if they ask.' },
    rights: {
      label: 'Their rights',
      text: 'They can see it, fix it, or take back their OK at any time. They use the private link or call us. Saying no to sharing does not affect their place in line.',
    },
  },
  problems: {
    age: { required: 'Pick their age group' },
    safety: { required: 'Tell us if they are safe right now, or pick “I don’t know, or I’d rather not say”' },
    topics: {
      required: 'Pick at least one thing they would like support with, or pick “They’re not sure”',
    },
    zip: { required: 'Enter their ZIP code, or pick “They don’t have one right now”' },
    usState: { required: 'Pick the state they are in' },
    times: { required: 'Pick at least one time, or pick “They’re not sure yet”' },
    otherLanguage: { required: 'Pick the other language they would like' },
    name: {
      required: 'Enter a name we can call them',
      'too-long': `Use ${limits.nameLetters} letters or fewer for their name`,
    },
    contact: {
      required: 'Pick at least one safe way to contact them, or pick “Don’t contact them”',
      alone: 'Pick “Don’t contact them” by itself, or pick the ways we can contact them',
    },
    phone: { required: 'Enter a phone number, or pick only other ways to contact them' },
    email: {
      required: 'Enter their email, or pick only other ways to contact them',
      format: 'Enter their email like this: name@example.com',
      'too-long': `Enter their email in ${limits.emailLetters} letters or fewer`,
    },
    emailPrivacy: { required: 'Tell us if anyone else could see their email' },
    consentKeep: { required: 'To send the form, we need their OK to keep these answers' },
    consentShare: { required: 'Tell us if we can share their details, or if we should ask them first' },
  },
  asking: {
    titles: { support: 'What they need', reaching: 'How to reach them' },
    headings: {
      kind: 'What would feel right to them',
      reaching: 'How to reach them',
      phone: 'Their phone',
      email: 'Their email',
      phoneAndEmail: 'Their phone and email',
      consent: 'Choices about their information',
    },
    skip: 'You can skip this page. Say only what matters to them.',
    young: {
      title: 'If they are under 18',
      lead: 'They can ask for a group themselves, and you can ask for them.',
      text: [
        'In some states a parent or guardian has to say yes before they join.',
        'A member of our staff looks for a group. We talk with them before we contact any other adult.',
      ],
    },
  },
  helpFirst: {
    heading: 'They can get help right now',
    lead: 'Thank you for telling us. They deserve help today, and you do not have to wait for us.',
  },
  check: {
    sections: { about: 'About you and them', reaching: 'How to reach them', choices: 'Their choices' },
    shares: { 'ask-first': 'Ask them first' },
    rows: {
      consentKeep: 'Keep these answers',
      consentShare: 'Share their details',
      consentCheckIn: 'Check in later',
    },
  },
}
