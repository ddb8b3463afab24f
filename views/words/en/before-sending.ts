import { closedMinutes, keptMinutes } from '../../../domain/form/kept-answers.ts'

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
