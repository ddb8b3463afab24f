/** E-mails to the person. `plain` ones are for a mailbox that someone else may read: they say nothing. */
export const emails = {
  hello: (name: string) => `Hello ${name},`,
  helloOnly: 'Hello,',
  reference: 'Your reference number',
  seeWhere: 'See where things are',
  safeWays: 'We contact you only in the ways you said are safe.',
  questions: 'Questions? Call us:',
  from: (organisation: string) =>
    `You get this note because this address is in a form that was sent to ${organisation}.`,
  notYou: 'If you know nothing of it, you do not need to do anything.',
  now: 'Need help right now? Call or text 988, any time, free. In danger? Call 911.',
  urgent:
    'You told us you may not be safe. You do not have to wait for us. Call or text 988, any time. In danger? Call 911.',
  receipt: {
    subject: (reference: string) => `We got your form · ${reference}`,
    preheader: (date: string) => `A person reads it by the end of ${date}.`,
    heading: 'We got your form',
    read: (date: string) =>
      `Thank you for writing to us. A member of our staff reads your form by the end of ${date}.`,
    readFirst: (date: string) =>
      `Staff read your form first, as soon as we are at work again: by the end of ${date}.`,
    nextHeading: 'What happens next',
    next: ['We look for a group that fits you.', 'You say yes or no. You can change your mind at any time.'],
    nextUrgent: ['After that, you decide what happens. You can change your mind at any time.'],
    link: 'Your private link shows where things are. To see the details you need your 4-digit code.',
  },
  suggestions: {
    subject: (reference: string) => `We found something that may fit · ${reference}`,
    preheader: 'You can go without signing up.',
    heading: 'Groups you can go to',
    lead: 'We got your form, and we found groups that are open to you. You do not need to sign up. Nobody there knows about you.',
    waiting: 'You are also on our waiting list. We look again each time a place opens.',
    why: 'Why',
    nextHeading: 'What happens next',
    read: (date: string) => `A member of our staff reads your form by the end of ${date}.`,
    noFit: 'If none of these feels right, call us. That is fine, and we look again.',
  },
  plain: {
    receipt: {
      subject: 'We got your request',
      preheader: 'Nothing to do now.',
      heading: 'We got your request',
      text: 'You can see where things are on this page:',
    },
    suggestions: {
      subject: 'Something for you to look at',
      preheader: 'Look at it when it suits you.',
      heading: 'Something for you to look at',
      text: 'Look at it when it suits you:',
    },
    open: 'Open the page',
    reference: 'Number',
  },
}
