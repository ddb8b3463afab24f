import { cover } from './leave.ts'

/** A page that a browser kept as it was, and shows again after Back, is asked for anew: it may have been closed. */
export const showAnew = () =>
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return
    cover()
    location.reload()
  })
