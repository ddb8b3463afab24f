import type { Role } from '../../domain/staff/staff.ts'

/** Signing in and out. Staff read English. */
export const signInWords = {
  console: 'Staff',
  skip: 'Skip to main content',
  roles: { coordinator: 'coordinator', admin: 'admin' } satisfies Record<Role, string>,
  signOut: 'Sign out',
  signOutEverywhere: 'Sign out everywhere',
  toStaff: 'Go to the staff pages',
  issuerSignOut: 'Sign out of the sign-in service as well',
  signedOut: {
    here: {
      title: 'You are signed out',
      text: 'Nobody can open the staff pages from this browser now without signing in.',
    },
    everywhere: {
      title: 'You are signed out everywhere',
      text: 'Every session of yours has ended, on this computer and on all others.',
    },
    issuer: 'The service that you sign in with may still know this browser. On a computer that others use:',
  },
  noRole: {
    title: 'You have no access yet',
    text: (organisation: string) =>
      `We know who you are, but nobody has made you a coordinator or an admin here. Ask whoever runs the sign-in at ${organisation} to do that, then sign in again.`,
    other: 'If this is not your account:',
  },
  refused: {
    title: 'Signing in did not work',
    text: 'It took longer than ten minutes, was begun in another tab or browser, or was stopped. Nothing was changed. Begin again from the staff pages.',
  },
  away: {
    title: 'The sign-in service does not answer',
    text: 'You did nothing wrong. Wait a minute and try again. Those who look after this site have been told.',
  },
  formRefused: {
    title: 'This form was not taken',
    text: 'It did not come from a page that we showed to you. Nothing was changed. Open the page again and send it from there.',
  },
  formTooLarge: {
    title: 'This form was too long',
    text: 'Nothing was changed. Go back, make it shorter and send it again.',
  },
  pageMissing: {
    title: 'This page is not here',
    text: 'Check the address, or begin at the first page.',
  },
  again: {
    title: 'You are signed in again',
    text: 'Close this tab, go back to the one with your form, and press “Send it again” there.',
  },
  sendAgain: {
    'session-ended': {
      title: 'Your session ended before this was sent',
      text: 'Nothing was changed yet, and what you typed is kept on this page. Sign in again in a new tab, come back to this one, and send it.',
    },
    'opened-long-ago': {
      title: 'This form was open for a long time',
      text: 'Nothing was changed yet, and what you typed is kept on this page. Things may have moved on meanwhile. If it is still right, send it again.',
    },
    signIn: 'Sign in again in a new tab',
    send: 'Send it again',
  },
}
