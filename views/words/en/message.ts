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
