const waitMs = 5000

/** A second press on a button that has not answered yet sends nothing. After a while it does, should the first be lost. */
export const sendOnce = () => {
  let sentAt = -Infinity
  addEventListener('submit', (event) => {
    if (Date.now() - sentAt < waitMs) event.preventDefault()
    else sentAt = Date.now()
  })
}
