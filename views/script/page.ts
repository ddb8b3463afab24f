import { countRoom } from './count-room.ts'
import { watchForLeaving } from './leave.ts'
import { sendOnce } from './send-once.ts'
import { showAnew } from './show-anew.ts'

/** The one script of a person's pages. Each works without it; with it, leaving is faster and some things are kinder. */
watchForLeaving()
showAnew()
sendOnce()
countRoom()
// Browsers that do not know `autofocus` on what is no field.
document.querySelector<HTMLElement>('.errors')?.focus()
