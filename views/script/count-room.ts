const pauseMs = 700

/** Says below a field how much more can be written, after each pause, so that nobody is spoken to at every letter. */
export const countRoom = () => {
  const field = document.querySelector<HTMLTextAreaElement>('[data-most]')
  if (!field) return
  const { most, left = '', over = '' } = field.dataset
  const count = document.createElement('p')
  count.className = 'hint'
  count.setAttribute('role', 'status')
  field.after(count)

  const say = () => {
    const room = Number(most) - field.value.length
    count.textContent = room < 0 ? `${over} ${-room}` : `${left} ${room}`
  }
  let pause: ReturnType<typeof setTimeout>
  field.addEventListener('input', () => {
    clearTimeout(pause)
    pause = setTimeout(say, pauseMs)
  })
}
