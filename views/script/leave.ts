/** Takes everything off the screen, and out of what a browser may keep of this page. */
export const cover = (words = '') => {
  document.title = words
  document.body.textContent = words
  document.body.className = 'cover'
}

const leaveBy = (link: HTMLAnchorElement) => {
  const { href } = link
  cover(link.dataset['leaving'])
  // In the place of this page, so that Back does not come here.
  location.replace(href)
}

const presses = 3
const withinMs = 5000

/** Leaves by the button, also with the space bar, and by pressing Shift three times with no other key between. */
export const watchForLeaving = () => {
  const link = document.querySelector<HTMLAnchorElement>('.leave')
  if (!link) return

  link.addEventListener('click', (event) => {
    event.preventDefault()
    leaveBy(link)
  })

  let pressedAt: number[] = []
  let isAlone = false
  addEventListener('keydown', (event) => {
    isAlone = event.key === 'Shift'
    if (!isAlone) pressedAt = []
    if (event.key === ' ' && event.target === link) {
      event.preventDefault()
      leaveBy(link)
    }
  })
  addEventListener('keyup', ({ key }) => {
    if (key !== 'Shift' || !isAlone) return
    const now = Date.now()
    pressedAt = [...pressedAt.filter((at) => now - at < withinMs), now]
    if (pressedAt.length === presses) leaveBy(link)
  })
}
