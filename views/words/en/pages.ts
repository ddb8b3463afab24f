import { closedMinutes, keptMinutes } from '../../../domain/form/kept-answers.ts'
import { crisisLines } from '../../../domain/person/crisis-lines.ts'

const { childAbuse, crisisText, domesticViolence, emergency, lifeline, relay } = crisisLines

export const start = {
  title: 'Start',
  heading: 'Find a support group',
  lead: 'Answer a few short questions. We will look for a group that fits you. A real person reads every form.',
  facts: [
    'It takes about 5 minutes.',
    'You can skip any question marked “optional”.',
    'You do not need to tell us what happened to you.',
    'You do not need insurance or ID.',
    'Nothing is saved until you press “Send my form” at the end.',
    `If you stop for ${keptMinutes} minutes, we clear your answers to keep them private.`,
  ],
  /** For those who landed in the wrong language, so in their own. */
  inOtherLanguage: '¿Prefiere español? Siga en español',
  go: 'Start now',
  onePageHeading: 'Would you rather see it all at once?',
  onePage: 'See all the questions on one page',
  timing:
    'We read forms on business days and reply within 2 business days. We can’t reply at night or on weekends.',
  call: 'Rather talk to someone? Call us:',
  safetyHeading: 'Is someone checking your phone or computer?',
  safety:
    'Press “Leave this site” at the top of any page. It clears what you have not sent and opens another website. It does not clear your browser history.',
  toSafety: 'How to stay private online',
  notForHeading: 'Not sure if this is for you?',
  toNotFor: 'What this is not for, and who can help',
}

export const help = {
  title: 'Help lines',
  heading: 'You can get help right now',
  lead: 'These lines are free and open day and night. You do not have to give your name.',
  lines: {
    lifeline: {
      action: `Call or text ${lifeline.number}`,
      what: `The ${lifeline.number} Lifeline. For any kind of crisis, or when you need to talk. Press 2 for Spanish.`,
    },
    emergency: {
      action: `Call ${emergency.number}`,
      what: 'If you or someone else is hurt or in danger now.',
    },
    domesticViolence: {
      action: `Call ${domesticViolence.number}`,
      or: `Or text ${domesticViolence.text} to ${domesticViolence.textTo}`,
      what: 'If someone is hurting you or scaring you. National Domestic Violence Hotline.',
    },
    crisisText: {
      action: `Text ${crisisText.text.en} to ${crisisText.textTo}`,
      what: 'Crisis Text Line, if you would rather text.',
    },
    childAbuse: {
      action: `Call or text ${childAbuse.number}`,
      what: 'Childhelp, if a child is being hurt.',
    },
    relay: {
      action: `Call ${relay.number}, then ask for ${lifeline.number}`,
      what: 'If you are deaf or hard of hearing.',
    },
  },
  callUs: 'To talk about finding a group, call us on business days:',
  toStart: 'Go to the form',
}

export const helpFirst = {
  title: 'Before you send',
  heading: 'You can get help right now',
  lead: 'Thank you for telling us. You deserve help today, and you do not have to wait for us.',
  truthHeading: 'What we do and do not do',
  noWatch: 'No one is watching this form right now. We do not call 911 for you.',
  readFirst: 'If you send it, staff read it first, as soon as we are at work again.',
  yourChoice: 'You choose what to do next. Your answers are still here, and they are not saved yet.',
  send: 'Send my form',
  stop: 'Stop here',
  stopNote: 'If you stop, nothing is saved.',
}

export const under13 = {
  title: 'Ask a grown-up',
  heading: 'Ask a grown-up you trust',
  lead: 'We are not allowed to take details of a child under 13 on this form. A parent or guardian can call us, and we look for help together.',
  call: 'Call us on business days:',
  notKept: 'We did not keep your answers.',
  alone: 'You can call or text these numbers by yourself, any time:',
}

export const under18 = {
  title: 'If you are under 18',
  heading: 'If you are under 18',
  lead: 'This form can’t find a group for you yet. You can still get help, and we would like to talk with you.',
  call: 'Call us on business days. We help you look for a group for your age:',
  parent:
    'In some states a parent or guardian has to say yes before you join. We talk with you before we contact any adult.',
  notKept: 'We did not keep your answers.',
  alone: 'You can call or text these numbers by yourself, any time:',
}

export const privacy = {
  title: 'How we keep this private',
  heading: 'How we keep this private',
  lead: 'You decide what you tell us and who else may know.',
  before:
    'Nothing is saved before you press “Send my form”. On the way there, each page comes to us and goes right back to you.',
  cookie: `Your own browser keeps your answers, in one cookie that only we can open. We clear it ${keptMinutes} minutes after your last page. With all the questions on one page, there is no such cookie. If you press “Leave this site”, another cookie keeps our pages closed for ${closedMinutes} minutes. It says nothing about you. We use no one else’s tools to watch what you do here.`,
  contactHeading: 'How we contact you',
  contact: [
    'We only use the ways you said are safe.',
    'If someone else could see your email, we keep it very plain: no names of groups, no topics.',
    'We never send you ads, and we never sell what you tell us.',
  ],
  chooseHeading: 'How we pick a group',
  choose:
    'We go by what you tell us you need. If a group that fits you has a free place, you get one. If more than one fits, we may first offer you one with more room. That way others find a place too.',
  linkHeading: 'Your private link',
  link: 'After you send the form you get a private link and a short code. The link shows only where things stand. The code opens the details.',
  goneHeading: 'When it is gone',
  gone: 'When we delete your answers, backup copies last up to 35 more days. Then they are gone too.',
  askHeading: 'How to ask us',
  ask: 'To see, change or delete what we keep, use your private link and your code. Or call us and give your reference number:',
}

export const message = {
  notFound: {
    title: 'Page not found',
    text: 'There is no page at this address. If you typed it, look at each letter and try again.',
  },
  linkClosed: {
    title: 'This page is closed',
    text: 'There is nothing to see here now. If you think there should be, call us.',
  },
  tooLarge: {
    title: 'That was too much text',
    text: 'Your form was too long for us to take, so it was not sent. Go back, make it shorter and send it again.',
  },
  wentWrong: {
    title: 'Something went wrong on our side',
    text: 'You did nothing wrong. Wait a minute, then go back and try again. If you sent a form, send it once more: we count it only once.',
  },
  fromElsewhere: {
    title: 'We could not take this form',
    text: 'It was sent from another website, so we did not keep it. To be safe, start again on our own page.',
  },
  checkInTooLate: {
    title: 'We could not take this answer',
    text: 'Things have changed since we asked, so nothing was saved. Call us and tell us how it is going.',
  },
  tooManyTries: {
    title: 'Too many tries',
    text: 'To protect what is here, the code is locked. Call us and give your reference number. We can help you by phone.',
  },
  formUnreadable: {
    title: 'We could not read this form',
    text: 'It did not reach us in one piece, so nothing was saved. Go back and send it again, or call us.',
  },
  tooManyCodes: {
    title: 'No more codes today',
    text: 'We sent you five codes today, and that is as many as we send. Call us and give the reference number. We can help you by phone.',
  },
  facilitatorEnded: {
    title: 'There is nothing to do here',
    text: 'You do not need to do anything with this link any more. If you think you should, call us.',
  },
  toStart: 'Go to the start page',
}
